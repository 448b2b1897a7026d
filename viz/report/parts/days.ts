// Charts of the run by day, beside each other, with the table that says the same.
// Several parts draw theirs with it, each its own columns.
// A column of which no day knows anything is neither drawn nor told.
import { paintChart } from "../../paint/chart.ts";
import type { Html } from "../../html.ts";
import type { DayReported } from "../form.ts";
import type { Voice } from "../words/words.ts";
import { addChart, addCharts, addTwin, ofDays } from "./part.ts";
import { addTable } from "./table.ts";

export interface DayColumn {
  readonly column: Exclude<keyof DayReported, "day">;
  readonly title: string;
  readonly colour: string;
  /** What is there at the end of a day is an area; what happens on it, a bar. */
  readonly shape?: "area";
}

export const knownIn = (days: readonly DayReported[], column: DayColumn["column"]): boolean =>
  days.some((day) => day[column] !== undefined);

export function addDaysCharts(
  section: Html,
  days: readonly DayReported[],
  voice: Voice,
  columns: readonly DayColumn[],
): void {
  const known = columns.filter(({ column }) => knownIn(days, column));
  if (known.length === 0) return;
  const charts = addCharts(section);
  for (const { column, title, colour, shape = "bars" } of known) {
    const values = days.map((day) => day[column] ?? 0);
    addChart(charts, voice, `days-${column}`, (svg) => {
      paintChart(svg, { title, days: days.map(({ day }) => day), values, shape, colour }, ofDays(voice));
    });
  }
  addTable(
    addTwin(section, voice),
    [
      { name: voice.words.date, says: ({ day }) => day },
      ...known.map(({ column, title }) => ({
        name: title,
        says: ({ [column]: value }: DayReported) => (value === undefined ? "" : voice.figure(value)),
        isNumber: true,
      })),
    ],
    days,
  );
}
