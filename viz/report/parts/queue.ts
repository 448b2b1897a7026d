// The queue and the load that was shed: over the busiest day by ten minutes, and over the days of the run.
// Shown where the level has a queue; its figures by ten minutes stand in the table of the day.
import { palette } from "../../paint/palette.ts";
import { addMinutesChart } from "./minutes.ts";
import { addCharts, addPart, type Part } from "./part.ts";
import { addDaysCharts, knownIn } from "./days.ts";

export const addQueue: Part = (sheet, { profile, days }, voice) => {
  const { words } = voice;
  const rows = profile?.rows ?? [];
  const hasQueue = rows.some(({ shed, queueMost }) => shed !== undefined || queueMost !== undefined);
  if (!hasQueue && !knownIn(days, "shed") && !knownIn(days, "waiting")) return;
  const section = addPart(sheet, voice, "queue", words.queue, words.queueLead);
  const charts = addCharts(section);
  addMinutesChart(charts, rows, voice, ["queueMost", words.queueMost, palette.live]);
  addMinutesChart(charts, rows, voice, ["shed", words.shed, palette.refused]);
  addDaysCharts(section, days, voice, [
    { column: "waiting", title: words.queueMost, colour: palette.live },
    { column: "shed", title: words.shed, colour: palette.refused },
  ]);
};
