// Reads series.csv, the figures of a run by day: a header line, then a line a day.
// The first column called `day` holds the day (YYYY-MM-DD); every other column of whole or broken numbers becomes figures,
// among them passesIssued, checkIns, refusals, lookups, reidentified, recordsErased (each on that day) and recordsLive
// (at its end). Columns that are not numbers are passed over; a file without days is no series.
import { csvParse } from "d3";

/** Figures by day; a column is named as in the file. */
export interface SeriesData {
  readonly days: readonly string[];
  readonly columns: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export function parseSeries(text: string): SeriesData | undefined {
  const rows = csvParse(text.trim());
  const dayColumn = rows.columns.find((name) => name.trim().toLowerCase() === "day");
  if (dayColumn === undefined || rows.length === 0) return undefined;
  const columns = rows.columns
    .filter((name) => name !== dayColumn)
    .map((name) => ({ name: name.trim(), values: rows.map((row) => Number(row[name] ?? NaN)) }))
    .filter(({ values }) => values.every(Number.isFinite));
  return { days: rows.map((row) => row[dayColumn] ?? ""), columns };
}
