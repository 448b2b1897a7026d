// The report of a benchmark as a table for people, with what each row compares below it.
// Scripts read the JSON instead. It computes nothing that does not stand in the report.
import type { BenchReport, BenchRow } from "./row.ts";

const figures = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);

const heads = ["row", "ours", "theirs", "", "ratio", "least", "aim", "same work"] as const;

const cellsOf = (row: BenchRow): readonly string[] => {
  const against =
    "ratio" in row
      ? { theirs: figures(row.theirs), ratio: figures(row.ratio), mark: "" }
      : { theirs: "", ratio: "", mark: "at most " };
  return [
    row.id,
    figures(row.ours),
    against.theirs,
    row.unit,
    against.ratio,
    against.mark + String(row.goal),
    against.mark + String(row.aim),
    row.equal ? "yes" : "NO",
  ];
};

/** Columns of words stand left, columns of numbers right. */
const wordColumns = new Set([0, 3, 7]);

const besidesOf = ({ id, besides, seconds = {}, growth = {}, unit }: BenchRow): readonly string[] => [
  ...Object.entries(besides).map(([what, rate]) => `${id}: beside it, ${what}: ${figures(rate)} ${unit}`),
  ...Object.entries(seconds).map(([what, took]) => `${id}: beside it, ${what}: ${figures(took)} seconds`),
  ...Object.entries(growth).map(
    ([what, points]) =>
      `${id}: by ${what}, ${unit}: ${points.map(({ size, rate }) => `${size.toLocaleString("en")}: ${figures(rate)}`).join("; ")}`,
  ),
];

export const renderBench = ({ manifest, rows, missing }: BenchReport): readonly string[] => {
  const cells = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...cells.map((line) => (line[column] ?? "").length)));
  const lines = cells.map((line) =>
    line
      .map((cell, column) =>
        wordColumns.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return [
    ...lines,
    "",
    ...rows.map(({ id, compared }) => `${id}: ${compared}`),
    ...rows.flatMap(besidesOf),
    ...missing.map(({ id, needs }) => `${id}: not measured: ${needs}`),
    "",
    `law ${manifest.modelHash.slice(0, 12)}, Node ${manifest.node}, ${String(manifest.cpus)} cores` +
      (manifest.quick ? "; a quick run: its ratios mean nothing" : ""),
  ];
};
