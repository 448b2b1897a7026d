// The busiest day by ten minutes: passes issued, check-ins, refusals and lookups, and how long people waited for them.
// Its highest ten minutes are said in a sentence, as what a service has to be sized for.
// Shown where the level keeps such a profile.
import { palette } from "../../paint/palette.ts";
import { add } from "../../html.ts";
import type { ProfileRow, RunReported } from "../form.ts";
import type { Voice } from "../words/words.ts";
import { addMinutesChart, addMinutesTable, addWaitsChart, knows } from "./minutes.ts";
import { addCharts, addPart, type Part } from "./part.ts";

const secondsAMinute = 60;

function peakOf(rows: readonly ProfileRow[], minutes: number, run: RunReported, voice: Voice): string {
  const { words, figure } = voice;
  const first = rows[0];
  if (first === undefined) return "";
  const { at, issued } = rows.reduce((most, row) => (row.issued > most.issued ? row : most), first);
  const perSecond = issued / (minutes * secondsAMinute);
  const { standsFor } = run.manifest;
  const said = words.peak(figure(issued), at, figure(perSecond));
  return standsFor > 1 ? `${said} ${words.peakOfAll(figure(Math.round(perSecond * standsFor)))}` : said;
}

export const addDay: Part = (sheet, run, voice) => {
  const { profile } = run;
  if (profile === undefined) return;
  const { words, figure } = voice;
  const { day, minutes, rows } = profile;
  const section = addPart(sheet, voice, "day", words.day(day), words.dayLead(figure(minutes)));
  add(section, "p", "", peakOf(rows, minutes, run, voice));
  const charts = addCharts(section);
  addMinutesChart(charts, rows, voice, "issued", palette.made);
  addMinutesChart(charts, rows, voice, "checkIns", palette.taken);
  addMinutesChart(charts, rows, voice, "refused", palette.refused);
  addMinutesChart(charts, rows, voice, "lookups", palette.quiet);
  addWaitsChart(charts, rows, voice, ["waitP50Ms", "waitP99Ms"], words.waits);
  addWaitsChart(charts, rows, voice, ["lookupP50Ms", "lookupP99Ms"], words.lookupWaits);
  if (knows(rows, "waitP50Ms")) add(section, "p", "quiet", words.waitsAre[run.manifest.level]);
  addMinutesTable(section, rows, voice, [
    "issued",
    "servedMost",
    "checkIns",
    "refused",
    "lookups",
    "waitP50Ms",
    "waitP99Ms",
    "lookupP50Ms",
    "lookupP99Ms",
  ]);
};
