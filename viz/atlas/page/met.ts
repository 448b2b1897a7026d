// How often a state or transition was met: by the suites of tests, from the file of coverage, and by the last simulation, from its own.
// Diagrams lay it over, tables have columns of it, and the panel tells it suite by suite.
import type { Evidence } from "../reading/evidence.ts";

export const metBy = ["tests", "simulation"] as const;
export type MetBy = (typeof metBy)[number];

/** Whether anything is known of it. */
export const isKnown = ({ coverage, simulation }: Evidence, who: MetBy): boolean =>
  (who === "tests" ? coverage : simulation) !== undefined;

/** Of a transition by its id, or of a state as `visit:recorded`: each suite of tests that met it, and how often. */
export const suitesThatMet = ({ coverage }: Evidence, id: string): readonly (readonly [string, number])[] =>
  Object.entries(coverage?.transitions[id] ?? coverage?.states[id] ?? {}).filter(
    ([source, times]) => coverage?.kinds[source] === "test" && times > 0,
  );

/** Times in all. */
export const timesMet = (evidence: Evidence, id: string, who: MetBy): number =>
  who === "tests"
    ? suitesThatMet(evidence, id).reduce((sum, [, times]) => sum + times, 0)
    : (evidence.simulation?.[id] ?? 0);
