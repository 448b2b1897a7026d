// The time series of JHU CSSE: a file a kind of figure, a row a place, a column a day ("1/22/20").
// The board reads confirmed and deaths, and recovered where it is given; these files know no tests.
// Columns that are neither place nor day, such as coordinates, are passed over.
import { Effect, Schema } from "effect";
import { FigureDate, type CountedKind } from "../../protocol/figures.ts";
import { CountCell, countOf, decoded, demandColumns, demandOnce } from "./cells.ts";
import type { Gathering } from "./gathering.ts";
import type { ReadPlace } from "./reading.ts";
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

const PlaceOfRow = Schema.Struct({ "Province/State": Schema.String, "Country/Region": Schema.String });
const CountsOfRow = Schema.Record(Schema.String, CountCell);

const readOne = Effect.fnUntraced(function* (
  kind: CountedKind,
  place: string,
  read: ReadPlace,
  { regionsOf, add }: Gathering,
) {
  const bytes = yield* read(place);
  if (bytes === undefined) return yield* trouble("feed-unreachable", `there is nothing at ${place}`);
  let days: readonly (readonly [string, string])[] = [];
  const seen = new Set<string>();
  yield* eachRecord(place, bytes, (row, record) => {
    if (record === 1) {
      demandColumns(place, row, Object.keys(PlaceOfRow.fields));
      days = Object.keys(row).flatMap((column) => {
        const date = dateOf(column);
        return date === undefined ? [] : [[column, date] as const];
      });
      if (days.length === 0) throw trouble("feed-columns-missing", `${place} has no column of a day`);
    }
    const { "Province/State": part, "Country/Region": country } = decoded(PlaceOfRow, row, place, record);
    const regions = regionsOf(country, part);
    if (regions.length === 0) return;
    demandOnce(seen, `${country}, ${part}`, place, record);
    const ofDays = Object.fromEntries(days.map(([column]) => [column, row[column] ?? ""]));
    const counts = decoded(CountsOfRow, ofDays, place, record);
    for (const region of regions)
      for (const [column, date] of days) add(region, date, { [kind]: countOf(counts[column] ?? "") });
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
