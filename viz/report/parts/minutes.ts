// Charts of the busiest day by ten minutes: how often something happened, and how long it took.
// The parts about the day and about the queue draw with it.
// A figure of which no row knows anything is not drawn.
import { paintChart } from "../../paint/chart.ts";
import { paintLines } from "../../paint/lines.ts";
import { palette } from "../../paint/palette.ts";
import type { Html } from "../../html.ts";
import type { ProfileRow } from "../form.ts";
import type { Voice } from "../words/words.ts";
import { addChart } from "./part.ts";

export type Measure = Exclude<keyof ProfileRow, "at">;

export const knows = (rows: readonly ProfileRow[], measure: Measure): boolean =>
  rows.some((row) => row[measure] !== undefined);

/** Four times of the day are named. */
const everyOf = (rows: readonly ProfileRow[]): number => Math.max(1, Math.ceil(rows.length / 4));

export function addMinutesChart(
  charts: Html,
  rows: readonly ProfileRow[],
  voice: Voice,
  [measure, title, colour]: readonly [measure: Measure, title: string, colour: string],
): void {
  if (!knows(rows, measure)) return;
  const figures = {
    title,
    days: rows.map(({ at }) => at),
    values: rows.map((row) => row[measure] ?? 0),
    shape: "bars",
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
  [half, most, title]: readonly [half: Measure, most: Measure, title: string],
): void {
  if (!knows(rows, half) || !knows(rows, most)) return;
  const { words, figure } = voice;
  const lines = [
    { name: words.most99, values: rows.map((row) => row[most]), colour: palette.deadline, dash: "5 4" },
    { name: words.half, values: rows.map((row) => row[half]), colour: palette.event },
  ];
  addChart(charts, voice, `minutes-${half}`, (svg) => {
    paintLines(svg, { title, steps: rows.map(({ at }) => at), every: everyOf(rows), lines }, figure);
  });
}
