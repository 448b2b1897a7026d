/**
 * Tells what became of all mutants: a table of classes and killers, the survivors with their reasons, and the same as JSON.
 * Computing is here and printing is not; `.entrylog/ci/mutants.json` is for programs.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { countsOf, killers, wronglyExcused, type Counts, type Judged, type MutantClass } from "./judged.ts";

export const reportFile = fileURLToPath(new URL("../../.entrylog/ci/mutants.json", import.meta.url));

export interface ClassReport {
  readonly class: MutantClass;
  /** How many there are, of which those judged may be a sample. */
  readonly all: number;
  readonly judged: readonly Judged[];
}

const columns = ["class", "all", "judged", "refused", "same law", ...killers, "killed", "survived", "score"];

const rowOf = ({ class: name, all, judged }: ClassReport): readonly string[] => {
  const counts: Counts = countsOf(judged);
  return [
    name,
    String(all),
    String(counts.mutants),
    String(counts.refused),
    String(counts.equivalent),
    ...killers.map((killer) => String(counts.by[killer])),
    String(counts.killed),
    String(counts.survived),
    counts.killed + counts.survived === 0 ? "-" : `${counts.percent.toFixed(1)} %`,
  ];
};

/** What killed which class, as lines of text. A mutant that two checks notice is counted under both. */
export function tableOf(reports: readonly ClassReport[]): readonly string[] {
  const rows = [columns, ...reports.map(rowOf)];
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => (row[place] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
      )
      .join("  "),
  );
}

export const survivorsOf = (reports: readonly ClassReport[]): readonly string[] =>
  reports.flatMap(({ judged }) =>
    judged.flatMap(({ id, verdict, why }) => (verdict === "survived" ? [`${id}: ${why}`] : [])),
  );

/** The report for programs; `seed` is given where only a sample was judged. */
export const reportForPrograms = (reports: readonly ClassReport[], seed: number | undefined) => ({
  ...(seed === undefined ? {} : { seed }),
  classes: reports.map(({ class: name, all, judged }) => {
    const told = (verdict: Judged["verdict"]) =>
      judged.flatMap(({ id, why, ...one }) => (one.verdict === verdict ? [{ id, why }] : []));
    return {
      class: name,
      all,
      ...countsOf(judged),
      survivors: told("survived"),
      sameLaw: told("equivalent"),
      wronglyExcused: wronglyExcused(judged),
      taken: seed === undefined ? "all" : judged.map(({ id }) => id),
    };
  }),
});

export function writeReport(reports: readonly ClassReport[], seed: number | undefined): void {
  mkdirSync(dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, `${JSON.stringify(reportForPrograms(reports, seed), null, 2)}\n`);
}
