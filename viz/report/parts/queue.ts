// The queue and the load that was shed: over the busiest day by ten minutes, and over the days of the run.
// Shown where the level has a queue.
import { palette } from "../../paint/palette.ts";
import { addMinutesChart, addMinutesTable, knows } from "./minutes.ts";
import { addCharts, addPart, type Part } from "./part.ts";
import { addDaysCharts, knownIn } from "./days.ts";

export const addQueue: Part = (sheet, { profile, days }, voice) => {
  const { words } = voice;
  const rows = profile?.rows ?? [];
  const hasQueue =
    knows(rows, "queueMost") || knows(rows, "shed") || knownIn(days, "waiting") || knownIn(days, "shed");
  if (!hasQueue) return;
  const section = addPart(sheet, voice, "queue", words.queue, words.queueLead);
  const charts = addCharts(section);
  addMinutesChart(charts, rows, voice, "queueMost", palette.live);
  addMinutesChart(charts, rows, voice, "shed", palette.refused);
  addMinutesTable(section, rows, voice, ["queueMost", "shed"]);
  addDaysCharts(section, days, voice, [
    { column: "waiting", title: words.queueMost, colour: palette.live },
    { column: "shed", title: words.shed, colour: palette.refused },
  ]);
};
