// series.csv: the counts of each virtual day, one line a day, for pictures and spreadsheets.
// Days are Seoul days; counts are of the virtual city and depend on scenario, policy and seed alone.
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import type { DayCount } from "../service/tally.ts";

const columns = [
  "passesIssued",
  "checkIns",
  "refusals",
  "verifications",
  "withdrawals",
  "lookups",
  "reidentified",
  "recordsErased",
  "recordsLive",
] as const satisfies readonly (keyof DayCount)[];

/** The date of a Seoul day of the run, as 2020-07-01. */
export const dateOf = (startsAtMs: number, day: number): string => {
  const days = Math.floor((startsAtMs + seoulOffset) / millisecondsADay) + day;
  return new Date(days * millisecondsADay).toISOString().slice(0, 10);
};

export const encodeSeries = (startsAtMs: number, days: readonly DayCount[]): string =>
  [
    ["day", ...columns].join(","),
    ...days.map((count) =>
      [dateOf(startsAtMs, count.day), ...columns.map((column) => count[column])].join(","),
    ),
    "",
  ].join("\n");
