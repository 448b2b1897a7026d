/**
 * What a conformance run came to, as JSON for programs and as plain sentences for people.
 * A difference is told with the case, the step, what was foreseen and what was found, and the one command that shows it again.
 */
import { caseKinds, type Case, type CaseKind } from "./case.ts";
import type { Infeasible } from "./cases/lifecyclecases.ts";
import type { Difference, RunReport } from "./run.ts";

export interface ConformReport {
  readonly system: string;
  readonly seed: number;
  readonly cases: Readonly<Record<CaseKind, number>>;
  readonly passed: number;
  /** How many cases of what the system does not offer, by its sentence. */
  readonly notOffered: Readonly<Record<string, number>>;
  readonly infeasible: readonly Infeasible[];
  readonly difference: (Difference & { readonly repeat: string }) | undefined;
  readonly verdict: "conforms" | "differs" | "nothing-run";
}

export const countedByKind = (cases: readonly Case[]): Readonly<Record<CaseKind, number>> => {
  const count = (kind: CaseKind): number => cases.filter((one) => one.kind === kind).length;
  return {
    transition: count("transition"),
    pair: count("pair"),
    deadline: count("deadline"),
    "not-allowed": count("not-allowed"),
    answer: count("answer"),
    "model-run": count("model-run"),
  };
};

/** The command that runs one case again. */
export const repeatOf = (url: string | undefined, caseName: string, seed: number): string =>
  `npm run -s entrylog -- conform ${url === undefined ? "" : `${url} `}--seed ${seed} --case "${caseName}"`;

export const reportOf = (
  system: string,
  seed: number,
  cases: readonly Case[],
  infeasible: readonly Infeasible[],
  { passed, notOffered, difference }: RunReport,
  repeat: (caseId: string) => string,
): ConformReport => {
  const sentences = [...new Set(notOffered.map(({ sentence }) => sentence))];
  return {
    system,
    seed,
    cases: countedByKind(cases),
    passed: passed.length,
    notOffered: Object.fromEntries(
      sentences.map((sentence) => [sentence, notOffered.filter((one) => one.sentence === sentence).length]),
    ),
    infeasible,
    difference: difference === undefined ? undefined : { ...difference, repeat: repeat(difference.caseId) },
    verdict: difference !== undefined ? "differs" : passed.length === 0 ? "nothing-run" : "conforms",
  };
};

/** The difference in sentences. */
export const toldDifference = (difference: Difference, seed: number, repeat: string): readonly string[] => {
  const { caseId, step, now, event, what, foreseen, found } = difference;
  const done = event === undefined ? "somebody looks" : `${event.type} ${JSON.stringify(event.given)}`;
  return [
    `Differs in ${what}, at step ${step} of case ${caseId} (seed ${seed}).`,
    `  at ${now} (${new Date(now).toISOString()}): ${done}`,
    `  the models foresee ${foreseen}`,
    `  the system has     ${found}`,
    `  again: ${repeat}`,
  ];
};

export const told = (report: ConformReport): readonly string[] => {
  const { system, seed, cases, passed, notOffered, infeasible, difference } = report;
  const shown = caseKinds.filter((kind) => cases[kind] > 0).map((kind) => `${cases[kind]} ${kind}`);
  const proven = infeasible.filter((one) => one.shown === "zones").length;
  return [
    `${system}: ${passed} of ${Object.values(cases).reduce((all, one) => all + one, 0)} cases passed (${shown.join(", ")}; seed ${seed}).`,
    ...Object.entries(notOffered).map(([sentence, count]) => `  ${count} not run: ${sentence}.`),
    ...(infeasible.length === 0
      ? []
      : [
          `  ${infeasible.length} have no case, because they cannot happen (${proven} shown for all instants).`,
        ]),
    ...(difference === undefined ? [] : toldDifference(difference, seed, difference.repeat)),
  ];
};

/** The list of what has no case, each with its reason. */
export const toldInfeasible = (infeasible: readonly Infeasible[]): readonly string[] =>
  infeasible.map(({ covers, reason, shown }) => `${covers.join("  then  ")}: ${reason} (by ${shown})`);
