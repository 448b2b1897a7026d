// What people read of coverage: how much of the law tests and simulations met, by whom, and what no test has met.
// Pure: it makes lines and prints none.
import type { Coverage } from "../results/coverage.ts";
import { clausesWithoutTest } from "./withouttest.ts";

const kinds = ["states", "transitions", "pairs", "clauses", "promises"] as const;

const cell = (met: number, all: number): string => `${String(met)} of ${String(all)}`.padStart(14);

const bySource = (coverage: Coverage): readonly string[] => {
  const width = Math.max(...coverage.sources.map(({ id }) => id.length), 0);
  return coverage.sources.map(({ id }) => {
    const met = (items: readonly { readonly by: Readonly<Record<string, number>> }[]): number =>
      items.filter(({ by }) => by[id] !== undefined).length;
    const cells = kinds.map((kind) => cell(met(coverage[kind]), coverage[kind].length));
    return `  ${id.padEnd(width)}${cells.join("")}`;
  });
};

const head = (coverage: Coverage): string => {
  const width = Math.max(...coverage.sources.map(({ id }) => id.length), 0);
  return `  ${"".padEnd(width)}${kinds.map((kind) => kind.padStart(14)).join("")}`;
};

const clauseLine = (id: string): string =>
  clausesWithoutTest[id] === undefined
    ? `  clause ${id}: no test is an example of it`
    : `  clause ${id}: it has a test by now, and may leave the list of those that have none`;

export const coverageText = (coverage: Coverage): readonly string[] => {
  const { missing, shares } = coverage;
  const totals = kinds.map(
    (kind) =>
      `  ${kind.padEnd(12)} ${String(shares[kind].all).padStart(6)}, met by tests ${String(shares[kind].byTests)}, by simulation ${String(shares[kind].bySimulation)}`,
  );
  const gaps = [
    ...missing.transitions.map((id) => `  transition ${id}: no test takes it`),
    ...missing.clauses.map(clauseLine),
  ];
  return [
    "The law, and how much of it was met",
    ...totals,
    "",
    "By suite of tests and by simulation",
    head(coverage),
    ...bySource(coverage),
    "",
    ...(gaps.length === 0
      ? ["Every transition has a test; so has every clause but those that are listed with their reason."]
      : ["Without a test", ...gaps]),
  ];
};
