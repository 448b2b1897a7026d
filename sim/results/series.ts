// series.csv: the counts of each virtual day, one line a day, for pictures and spreadsheets.
// Days are Seoul days; counts are of the virtual city and depend on scenario, policy and seed alone.
// A column of which the run knows nothing is not there.
import { columnsOf } from "./columns.ts";
import { Day } from "./days.ts";

export const encodeSeries = (days: readonly Day[]): string => {
  const columns = columnsOf(Day, days);
  return [
    columns.map(({ name }) => name).join(","),
    ...days.map((_, row) => columns.map(({ values }) => values[row] ?? "").join(",")),
    "",
  ].join("\n");
};
