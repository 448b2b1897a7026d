// What can be asked of a custodian's visits from its file alone: no event is kept of them, and who and when is sealed.
// Each stands in the table of its day, in a state that keeps something, with the end of that day; the day itself is still kept,
// and as many visits are there as the custodian's own counts say.
import type { DatabaseSync } from "node:sqlite";
import { startOfDayNumber } from "../../models/observations.ts";
import { millisecondsADay, type Policy } from "../../models/policy.ts";
import { visit } from "../../models/visit.ts";
import { amountOf } from "./overdue.ts";

export interface VisitsWrong {
  readonly place: string;
  readonly line: number;
  readonly sentence: string;
}

const keptStates = Object.entries(visit.states).flatMap(([name, { meta }]) =>
  meta.gone === true ? [] : [name],
);

/** The day of a table called visit_20200701. */
const dayOf = (table: string): number => {
  const [, year = "", month = "", date = ""] = /^visit_(\d{4})(\d{2})(\d{2})$/.exec(table) ?? [];
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(date)) / millisecondsADay);
};

/** How many visits there are, or what is wrong with them first. */
export const visitsWrong = (database: DatabaseSync, policy: Policy): number | VisitsWrong => {
  const states = keptStates.map((state) => `'${state}'`).join(", ");
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'visit_[0-9]*' ORDER BY name")
    .all();
  let visits = 0;
  for (const { name } of tables) {
    const table = String(name);
    const day = dayOf(table);
    const eraseAt = startOfDayNumber(day) + amountOf(policy, "retention");
    const wrong = database
      .prepare(`SELECT position FROM ${table} WHERE "eraseAt" IS NOT ? OR state NOT IN (${states}) LIMIT 1`)
      .get(eraseAt);
    if (wrong !== undefined)
      return {
        place: `${table} ${String(wrong["position"])}`,
        line: 0,
        sentence: "This visit is in no state that keeps it, or does not end with its day.",
      };
    if (database.prepare("SELECT 1 FROM day WHERE key = ?").get(String(day)) === undefined)
      return { place: table, line: 0, sentence: "Visits are kept of a day that is not." };
    const live = Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]);
    const counted = Number(
      database.prepare("SELECT recorded - erased AS n FROM day_count WHERE day = ?").get(day)?.["n"],
    );
    if (live !== counted)
      return {
        place: table,
        line: 0,
        sentence: `${String(live)} visits stand here, and ${String(counted)} are counted.`,
      };
    visits += live;
  }
  return visits;
};
