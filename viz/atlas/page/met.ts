// How often something of the law was met, by tests or by the last simulation, from the file of coverage.
// Diagrams lay it over, tables have columns of it, and the panel tells it suite by suite.
import type { CoverageData } from "../reading/coverage.ts";

export const metBy = ["tests", "simulation"] as const;
export type MetBy = (typeof metBy)[number];

const kindOf: Readonly<Record<MetBy, "test" | "simulation">> = { tests: "test", simulation: "simulation" };

/** Times in all. */
export const timesMet = (
  coverage: CoverageData,
  by: Readonly<Record<string, number>> | undefined,
  who: MetBy,
): number =>
  Object.entries(by ?? {}).reduce(
    (sum, [source, times]) => (coverage.kinds[source] === kindOf[who] ? sum + times : sum),
    0,
  );
