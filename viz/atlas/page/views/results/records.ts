// The figures of a run by day as small multiples, each with its number labels, and all of them again as a table.
// results.ts adds it when the evidence has a series.
// Columns that the page knows come first and under their names; others follow under the names of the file.
import { paintChart } from "../../../../paint/chart.ts";
import { palette } from "../../../../paint/palette.ts";
import { addFolded } from "../../folded.ts";
import { add, type Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addSaved } from "../../save.ts";
import { wordOr, wordsOf, type Words } from "../../words.ts";

/** Known columns in the order of the story they tell. */
const known: Readonly<Record<string, { readonly word: keyof Words; readonly colour: string }>> = {
  passesIssued: { word: "passesIssued", colour: palette.made },
  checkIns: { word: "checkIns", colour: palette.taken },
  recordsLive: { word: "recordsLive", colour: palette.live },
  recordsErased: { word: "recordsErased", colour: palette.removed },
  refusals: { word: "refusalsByDay", colour: palette.refused },
  lookups: { word: "lookups", colour: palette.quiet },
  reidentified: { word: "reidentified", colour: palette.quiet },
};
const order = Object.keys(known);
const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

export function addRecords(parent: Html, { data, language }: Reader): void {
  const { series } = data.evidence;
  if (series === undefined) return;
  const words = wordsOf[language];
  const section = add(parent, "div", "part").attr("id", "records");
  add(section, "h3", "", words.records);
  const columns = series.columns.toSorted((a, b) => place(a.name) - place(b.name));
  const titleOf = (name: string) => wordOr(words, known[name]?.word ?? name);
  const count = (value: number) => value.toLocaleString(language);
  const charts = add(section, "div", "charts");
  for (const { name, values } of columns) {
    const card = add(charts, "figure");
    const svg = card.append("svg").attr("data-chart", name).node();
    if (svg === null) continue;
    paintChart(
      svg,
      {
        title: titleOf(name),
        days: series.days,
        values,
        shape: name === "recordsLive" ? "area" : "bars",
        colour: known[name]?.colour ?? palette.quiet,
      },
      { count, day: (day) => day.slice(5) },
    );
    addSaved(card, svg, `entrylog-${name}-${language}`, words);
  }
  addTable(
    addFolded(section, "twin", words.table, series.days.length),
    [words.day, ...columns.map(({ name }) => titleOf(name))],
    series.days.map((day, index) => ({ day, index })),
    ({ day, index }, cell) => {
      cell(day);
      for (const { values } of columns)
        sortsAs(cell(count(values[index] ?? 0), "number"), values[index] ?? 0);
    },
  );
}
