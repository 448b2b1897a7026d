// The data set of Our World in Data: one file, a row a country and day, with sums of cases, deaths and tests.
// Its longer form calls the country `location` and its newer one `country`; it knows no recovered.
// Rows of other countries, which are nearly all, are passed over undecoded.
import { Effect, Schema } from "effect";
import { FigureDate } from "../../protocol/figures.ts";
import { CountCell, countOf, decoded, demandColumns, demandOnce } from "./cells.ts";
import type { Gathering } from "./gathering.ts";
import { readThere, type ReadPlace } from "./reading.ts";
import { eachRecord } from "./records.ts";

const CountryDay = Schema.Struct({
  location: Schema.String,
  date: FigureDate,
  total_cases: CountCell,
  total_deaths: CountCell,
  total_tests: Schema.optionalKey(CountCell),
});

const named = (column: string): string => (column === "country" ? "location" : column);

export const readOwid = Effect.fnUntraced(function* (
  file: string,
  read: ReadPlace,
  { regionsOf, add }: Gathering,
) {
  const bytes = yield* readThere(read, file);
  const seen = new Set<string>();
  yield* eachRecord(
    file,
    bytes,
    (columns) => {
      demandColumns(file, columns, ["location", "date", "total_cases", "total_deaths"]);
      return (line) => {
        for (const region of regionsOf(line.at("location"), "")) {
          const { date, total_cases, total_deaths, total_tests } = decoded(CountryDay, line, file);
          demandOnce(seen, `${region}, ${date}`, file, line);
          add(region, date, {
            confirmed: countOf(total_cases),
            deceased: countOf(total_deaths),
            tested: total_tests === undefined ? null : countOf(total_tests),
          });
        }
      };
    },
    named,
  );
});
