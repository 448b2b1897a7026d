// The time series of JHU CSSE: a file a kind of figure, a row a place, a column a day ("1/22/20").
// The board reads confirmed and deaths, and recovered where it is given; these files know no tests.
// Columns that are neither place nor day, such as coordinates, are passed over.
import { Effect, Schema } from "effect";
import { FigureDate, type CountedKind } from "../../protocol/figures.ts";
import { CountCell, countOf, decoded, demandColumns, demandOnce } from "./cells.ts";
import type { Gathering } from "./gathering.ts";
import { readThere, type ReadPlace } from "./reading.ts";
import { eachRecord } from "./records.ts";
import { trouble } from "./trouble.ts";

const day = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/;

const isDate = Schema.is(FigureDate);

/** "2020-01-22" of "1/22/20". */
const dateOf = (column: string): string | undefined => {
  const [, month = "", dayOfMonth = "", year = ""] = day.exec(column) ?? [];
  const date = `20${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
};

const partColumn = "Province/State";
const countryColumn = "Country/Region";

const CountsOfDays = Schema.Record(Schema.String, CountCell);

/** The columns that are days, with their dates. */
const daysAmong = (file: string, columns: readonly string[]): ReadonlyMap<string, string> => {
  demandColumns(file, columns, [partColumn, countryColumn]);
  const days = new Map<string, string>();
  for (const column of columns) {
    const date = dateOf(column);
    if (date !== undefined) days.set(column, date);
  }
  if (days.size === 0) throw trouble("feed-columns-missing", `${file} has no column of a day`);
  return days;
};

const readOne = Effect.fnUntraced(function* (
  kind: CountedKind,
  file: string,
  read: ReadPlace,
  { regionsOf, add }: Gathering,
) {
  const bytes = yield* readThere(read, file);
  const seen = new Set<string>();
  yield* eachRecord(file, bytes, (columns) => {
    const days = daysAmong(file, columns);
    return (line) => {
      const [country, part] = [line.at(countryColumn), line.at(partColumn)];
      const regions = regionsOf(country, part);
      if (regions.length === 0) return;
      demandOnce(seen, `${country}, ${part}`, file, line);
      const ofDays = () => Object.fromEntries([...days.keys()].map((column) => [column, line.at(column)]));
      const counts = decoded(CountsOfDays, { ...line, row: ofDays }, file);
      for (const region of regions)
        for (const [column, date] of days) add(region, date, { [kind]: countOf(counts[column] ?? "") });
    };
  });
});

export interface TimeSeries {
  readonly confirmed: string;
  readonly deaths: string;
  readonly recovered?: string;
}

export const readTimeSeries = Effect.fnUntraced(function* (
  { confirmed, deaths, recovered }: TimeSeries,
  read: ReadPlace,
  gathering: Gathering,
) {
  yield* readOne("confirmed", confirmed, read, gathering);
  yield* readOne("deceased", deaths, read, gathering);
  if (recovered !== undefined) yield* readOne("released", recovered, read, gathering);
});
