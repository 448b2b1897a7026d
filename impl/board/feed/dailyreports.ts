// The daily reports of JHU CSSE: a file a day ("07-01-2020.csv"), a row a place, with confirmed, deaths and recovered.
// The board reads the days that it may lack and the latest ones again, because they are corrected; a day whose file is not there yet is
// passed over. The columns of the first months, which were called otherwise, are read alike.
import { Effect, Schema } from "effect";
import { CountCell, countOf, decoded, demandColumns } from "./cells.ts";
import type { Gathering } from "./gathering.ts";
import type { ReadPlace } from "./reading.ts";
import { eachRecord } from "./records.ts";
import { reportPlace } from "./settings.ts";
import { trouble } from "./trouble.ts";

const Report = Schema.Struct({
  Province_State: Schema.String,
  Country_Region: Schema.String,
  Confirmed: CountCell,
  Deaths: CountCell,
  Recovered: CountCell,
});

/** "Province/State" of January 2020 is "Province_State" from March on. */
const named = (column: string): string => column.replaceAll(/[/ ]/g, "_");

export const readDailyReports = Effect.fnUntraced(function* (
  reports: string,
  dates: readonly string[],
  read: ReadPlace,
  { regionsOf, add }: Gathering,
) {
  let found = 0;
  for (const date of dates) {
    const place = reportPlace(reports, date);
    const bytes = yield* read(place);
    if (bytes === undefined) continue;
    found += 1;
    yield* eachRecord(
      place,
      bytes,
      (columns) => {
        demandColumns(place, columns, Object.keys(Report.fields));
        return (line) => {
          for (const region of regionsOf(line.at("Country_Region"), line.at("Province_State"))) {
            const { Confirmed, Deaths, Recovered } = decoded(Report, line, place);
            add(region, date, {
              confirmed: countOf(Confirmed),
              deceased: countOf(Deaths),
              released: countOf(Recovered),
            });
          }
        };
      },
      named,
    );
  }
  if (found === 0)
    return yield* trouble("feed-unreachable", `there is no report of ${dates.at(0) ?? ""} or later`);
});
