/**
 * Runs cases against a system for a test: fails with the difference in sentences and the one command that shows it again.
 * `ONE_CASE=...` runs the case of that id alone, which is what the command does.
 */
import { Effect, type Scope } from "effect";
import type { Case } from "../../sim/conform/case.ts";
import type { SystemUnderTest } from "../../sim/conform/contract.ts";
import { runCases, type RunReport } from "../../sim/conform/run.ts";
import { toldDifference } from "../../sim/conform/telling.ts";
import { seed } from "../equal/seed.ts";

const only = process.env["ONE_CASE"];

/** The command that runs one case of a test file again. */
export const repeatIn = (file: string, caseId: string): string =>
  `FC_SEED=${seed} ONE_CASE='${caseId}' npm test -- test/conform/${file}`;

/** Runs them and answers what passed; a difference is a failure of the test. */
export const conforming = async (
  file: string,
  made: Effect.Effect<SystemUnderTest, never, Scope.Scope>,
  cases: readonly Case[],
  living: () => (transitions: readonly string[]) => void = () => () => undefined,
): Promise<RunReport> => {
  const chosen = only === undefined ? cases : cases.filter(({ id }) => id === only);
  const ran = Effect.gen(function* () {
    const system = yield* made;
    return { name: system.name, report: yield* runCases(system, chosen, seed, { living }) };
  });
  const { name, report } = await Effect.runPromise(Effect.scoped(ran));
  const { difference } = report;
  if (difference !== undefined)
    throw new Error(
      [name, ...toldDifference(difference, seed, repeatIn(file, difference.caseId))].join("\n"),
    );
  return report;
};

export const isOneCaseOnly = only !== undefined;
