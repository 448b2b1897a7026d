// The command that shows an answer at work, for the questions that have one: an example said by hand, a story, or a search.
// A test sees to it that every example named here is there. A question without one is answered by its numbers alone.
import type { QuestionId } from "../../../models/questions.ts";

const example = (title: string): string => `npm test -- test/clauses -t "${title}"`;

export const seen: Readonly<Partial<Record<QuestionId, string>>> = {
  "code-window": example("Ten minutes after the first of three codes a fourth is sent"),
  "life-of-a-record": example("is erased with 1 July: as 29 July begins"),
  "venue-offline": example("A venue without network delivers one millisecond before six hours are over"),
  "two-venues-offline": example("A scan is stored once"),
  "calling-off": example("A case lives 72 h from its approval"),
  "request-after-the-end": `npm run -s entrylog -- prove --slice case --longest "approve by second" release`,
  "leaving-a-case": "npm run -s entrylog -- tour",
  "number-kept": example("The last pass was late on 30 July"),
  "stored-distributed": "npm test -- test/sim/simulate/counts.test.ts",
  "renewing-a-pass": example("a new one comes on retry with no new consent, for ten minutes and not longer"),
  "pass-in-hand": example(
    "A pass issued in the last millisecond of a verification is taken almost 17 s after its end",
  ),
  "withdrawing-while-suspended": example("While collection is suspended no consent is recorded"),
  "scan-before-the-level-fell": example("While collection is suspended no scan is stored, delivered"),
};
