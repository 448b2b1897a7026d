// `entrylog coverage`: joins what tests and simulations met of the law, writes .entrylog/coverage.json, and says what has no test.
// `npm test` ends with it, so a transition or a clause without a test fails the whole.
// Exit codes: 0 every transition and clause has its test, 2 no test has been run yet, 12 with `coverage-missed` where one lacks it.
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { modelHash } from "../../impl/generated/stamp.ts";
import type { Coverage } from "../results/coverage.ts";
import { coverageText } from "./coveragetext.ts";
import { isMissing, joinCoverage } from "./joining.ts";
import { findParts, wholeFile, writeWhole } from "./partfiles.ts";

export const coverageMissed = "coverage-missed";

const gate = ({ missing }: Coverage): Stop =>
  new Stop({
    code: exitCodes.thresholdMissed,
    reason: coverageMissed,
    sentence: `Without a test: ${String(missing.transitions.length)} transitions, ${String(missing.clauses.length)} clauses.`,
    advice: "Write the tests that are missing; they are listed above and in .entrylog/coverage.json.",
  });

const nothingYet = new Stop({
  code: exitCodes.usage,
  reason: "coverage-unknown",
  sentence: "No test of this law has left its coverage in .entrylog/ci/coverage.",
  advice: "Run the tests first: npm test",
});

/** Joins the parts below this folder, writes the whole there, says it and fails where a test is missing. */
export const tellCoverage = Effect.fnUntraced(function* (root: string, json: boolean) {
  const { parts, leftOut } = yield* findParts(root, modelHash);
  if (!parts.some(({ kind }) => kind === "test")) return yield* nothingYet;
  const coverage = joinCoverage(modelHash, parts);
  yield* writeWhole(root, coverage);
  const told = json
    ? [JSON.stringify(coverage)]
    : [
        ...coverageText(coverage),
        ...leftOut.map((file) => `left out, because it is of another law: ${file}`),
        `written: ${wholeFile}`,
      ];
  yield* Console.log(told.join("\n"));
  if (isMissing(coverage)) return yield* gate(coverage);
});

export const coverageCommand = Command.make(
  "coverage",
  { json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("print it as JSON")) },
  ({ json }) => tellCoverage(".", json),
).pipe(
  Command.withDescription(
    "What tests and simulations met of the law: states, transitions, pairs, clauses, promises",
  ),
);
