// The busiest day by ten minutes: passes issued, check-ins, refusals and lookups, and how long people waited for them.
// Its highest ten minutes are said in a sentence, as what a service has to be sized for.
// Shown where the level keeps such a profile.
import { palette } from "../../paint/palette.ts";
import { add } from "../../html.ts";
import type { ProfileRow, RunReported } from "../form.ts";
import type { Voice } from "../words/words.ts";
import { addMinutesChart, addWaitsChart, knows, type Measure } from "./minutes.ts";
import { addCharts, addPart, addTwin, type Part } from "./part.ts";
import { addTable, type Column } from "./table.ts";

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

const columnsOf = (rows: readonly ProfileRow[], { words, figure }: Voice): readonly Column<ProfileRow>[] => {
  const named: readonly (readonly [Measure, string])[] = [
    ["issued", words.issued],
    ["checkIns", words.checkIns],
    ["refused", words.refused],
    ["lookups", words.lookups],
    ["shed", words.shed],
    ["queueMost", words.queueMost],
    ["waitP50Ms", words.waitP50],
    ["waitP99Ms", words.waitP99],
    ["lookupP50Ms", words.lookupP50],
    ["lookupP99Ms", words.lookupP99],
    ["servedMost", words.servedMost],
  ];
  const figures = named
    .filter(([measure]) => knows(rows, measure))
    .map(([measure, name]): Column<ProfileRow> => ({
      name,
      says: ({ [measure]: value }) => (value === undefined ? "" : figure(value)),
      isNumber: true,
    }));
  return [{ name: words.at, says: ({ at }) => at }, ...figures];
};

export const addDay: Part = (sheet, run, voice) => {
  const { profile } = run;
  if (profile === undefined) return;
  const { words, figure } = voice;
  const { day, minutes, rows } = profile;
  const section = addPart(sheet, voice, "day", words.day(day), words.dayLead(figure(minutes)));
  add(section, "p", "", peakOf(rows, minutes, run, voice));
  const charts = addCharts(section);
  addMinutesChart(charts, rows, voice, ["issued", words.issued, palette.made]);
  addMinutesChart(charts, rows, voice, ["checkIns", words.checkIns, palette.taken]);
  addMinutesChart(charts, rows, voice, ["refused", words.refused, palette.refused]);
  addMinutesChart(charts, rows, voice, ["lookups", words.lookups, palette.quiet]);
  addWaitsChart(charts, rows, voice, ["waitP50Ms", "waitP99Ms", words.waits]);
  addWaitsChart(charts, rows, voice, ["lookupP50Ms", "lookupP99Ms", words.lookupWaits]);
  if (knows(rows, "waitP50Ms")) add(section, "p", "quiet", words.waitsAre[run.manifest.level]);
  addTable(addTwin(section, voice), columnsOf(rows, voice), rows);
};
