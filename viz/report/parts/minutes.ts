// The busiest day by ten minutes, as charts and as the table that says the same: how often something happened, and how long it took.
// The parts about the day and about the queue are made with it, each of its own figures.
// A figure of which no row knows anything is neither drawn nor told.
import { paintChart } from "../../paint/chart.ts";
import { paintLines } from "../../paint/lines.ts";
import { palette } from "../../paint/palette.ts";
import type { Html } from "../../html.ts";
import type { ProfileRow } from "../form.ts";
import type { Voice } from "../words/words.ts";
import { addChart, addTwin } from "./part.ts";
import { addTable } from "./table.ts";

export type Measure = Exclude<keyof ProfileRow, "at">;

/** What a figure is called, in the table and over its chart. */
const nameOf = (measure: Measure, { words }: Voice): string =>
  ({
    issued: words.issued,
    checkIns: words.checkIns,
    refused: words.refused,
    lookups: words.lookups,
    shed: words.shed,
    queueMost: words.queueMost,
    waitP50Ms: words.waitP50,
    waitP99Ms: words.waitP99,
    lookupP50Ms: words.lookupP50,
    lookupP99Ms: words.lookupP99,
    servedMost: words.servedMost,
  })[measure];

export const knows = (rows: readonly ProfileRow[], measure: Measure): boolean =>
  rows.some((row) => row[measure] !== undefined);

/** Four times of the day are named. */
const everyOf = (rows: readonly ProfileRow[]): number => Math.max(1, Math.ceil(rows.length / 4));

export function addMinutesChart(
  charts: Html,
  rows: readonly ProfileRow[],
  voice: Voice,
  measure: Measure,
  colour: string,
): void {
  if (!knows(rows, measure)) return;
  const figures = {
    title: nameOf(measure, voice),
    days: rows.map(({ at }) => at),
    values: rows.map((row) => row[measure] ?? 0),
    shape: "steps",
    colour,
    every: everyOf(rows),
  } as const;
  addChart(charts, voice, `minutes-${measure}`, (svg) => {
    paintChart(svg, figures, { count: voice.figure, day: (at) => at });
  });
}

export function addWaitsChart(
  charts: Html,
  rows: readonly ProfileRow[],
  voice: Voice,
  [half, most]: readonly [half: Measure, most: Measure],
  title: string,
): void {
  if (!knows(rows, half) || !knows(rows, most)) return;
  const { words, time } = voice;
  const lines = [
    { name: words.most99, values: rows.map((row) => row[most]), colour: palette.deadline, dash: "5 4" },
    { name: words.half, values: rows.map((row) => row[half]), colour: palette.event },
  ];
  addChart(charts, voice, `minutes-${half}`, (svg) => {
    paintLines(svg, { title, steps: rows.map(({ at }) => at), every: everyOf(rows), lines }, time);
  });
}

export function addMinutesTable(
  section: Html,
  rows: readonly ProfileRow[],
  voice: Voice,
  measures: readonly Measure[],
): void {
  const known = measures.filter((measure) => knows(rows, measure));
  const figures = known.map((measure) => ({
    name: nameOf(measure, voice),
    says: ({ [measure]: value }: ProfileRow) => (value === undefined ? "" : voice.figure(value)),
    isNumber: true,
  }));
  const at = { name: voice.words.at, says: (row: ProfileRow) => row.at };
  if (known.length > 0) addTable(addTwin(section, voice), [at, ...figures], rows);
}
