// An errand of two stages, each with its own deadline, the second counted from the instant at which the first one fired.
// Somebody takes a lease of 5 ms strictly after the errand has begun, at s: does it end while the errand still goes on?
// It ends at s + 1 + 5 at the earliest, and the errand at s + first + second: it can if first + second >= 7; in real time, if it is > 5.
import { and, field, inState, literal, now, policy, sum } from "../../../../../models/language/expression.ts";
import { instant } from "../../../../../models/language/fields.ts";
import { send, sweep, type Move, type SliceInstance } from "../../../../../models/language/slice.ts";
import { before } from "../../../../../models/properties/comparing.ts";
import { leaseOnce, takenAt, taking } from "./lease.ts";
import { bad, goes, machine, once, policyOf, sliceOf, type System } from "./system.ts";

const errandStages = {
  idle: { on: { begin: [goes("first", { begunAt: now, firstEndsAt: sum(now, policy("first")) })] } },
  first: { after: { firstEndsAt: [goes("second", { secondEndsAt: sum(now, policy("second")) })] } },
};

const errand = machine(
  "errand",
  { begunAt: instant, firstEndsAt: instant, secondEndsAt: instant },
  { ...errandStages, second: { after: { secondEndsAt: [goes("done")] } }, done: {} },
);

const begunAt = field("begunAt", "errand");
const beginning: Move = {
  id: "begin",
  says: "The errand begins.",
  party: "custodian",
  call: send("errand", "begin"),
};

const lease: SliceInstance = { machine: "lease", party: "person", of: "" };
const custodians: SliceInstance = { machine: "errand", party: "custodian", of: "" };

/** The lease, taken strictly after the beginning, is over before the errand is. */
export const chained: System = {
  slice: sliceOf({
    instances: { lease, errand: custodians },
    moves: [
      taking,
      beginning,
      bad(and(inState("lease", "over"), inState("errand", "first", "second"), before(begunAt, takenAt))),
    ],
  }),
  law: { machines: [leaseOnce, errand], rules: [] },
  promise: once,
  policyOf: (first, second) => policyOf({ first, second, lasting: 5 }),
};

const longErrand = machine(
  "errand",
  { begunAt: instant, firstEndsAt: instant, secondEndsAt: instant, thirdEndsAt: instant },
  {
    ...errandStages,
    second: { after: { secondEndsAt: [goes("third", { thirdEndsAt: sum(now, literal(1)) })] } },
    third: { after: { thirdEndsAt: [goes("done")] } },
    done: {},
  },
);

/**
 * An errand of three stages, the third of 1 ms, that goes on only when it is swept, which may be 4 ms late: one sweep can end two stages.
 * Each deadline still fires at its own instant, so it is there until first + second + 1 + 4 at the latest.
 * It is there strictly after 10 ms if first + second >= 6; in real time, if it is > 5.
 */
export const chainedLate: System = {
  slice: sliceOf({
    instances: { errand: { ...custodians, sweptWithin: "late" } },
    moves: [
      beginning,
      { id: "sweep", says: "The errand is swept.", party: "custodian", call: sweep("errand") },
      bad(and(inState("errand", "first", "second", "third"), before(sum(begunAt, literal(10)), now))),
    ],
  }),
  law: { machines: [longErrand], rules: [] },
  promise: once,
  policyOf: (first, second) => policyOf({ first, second, late: 4 }),
};
