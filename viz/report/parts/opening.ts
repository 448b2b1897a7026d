// The opening of the report: the verdict in one sentence, and in a few more what was simulated and how.
// Whoever reads nothing else knows from it what to think of the run.
// Its details follow in the parts below.
import { add } from "../../html.ts";
import { countsOf, verdictOn } from "../verdict.ts";
import { addMark } from "./mark.ts";
import type { Part } from "./part.ts";

export const addOpening: Part = (sheet, run, voice) => {
  const { words, figure } = voice;
  const { manifest } = run;
  const { judgement, sentence } = verdictOn(run, voice);
  const { held, broken, never } = countsOf(run);
  add(sheet, "p", "scenario", manifest.scenario).attr("lang", "en");
  add(sheet, "h1", "", words.title);
  addMark(add(sheet, "p", `verdict ${judgement}`), judgement, sentence);
  add(sheet, "p", "", words.promisesCounted(figure(held), figure(broken), figure(never)));
  const { people, venues, days, startsOn } = manifest;
  const sizes = [run.records.recorded, people, venues, days].map(figure);
  const [recorded = "", ofPeople = "", atVenues = "", inDays = ""] = sizes;
  add(sheet, "p", "", words.simulated(recorded, ofPeople, atVenues, inDays, startsOn));
  if (manifest.standsFor > 1) add(sheet, "p", "", words.standsFor(figure(manifest.standsFor)));
  add(sheet, "p", "quiet", words.levels[manifest.level]);
  add(sheet, "p", "quiet", manifest.about).attr("lang", "en");
};
