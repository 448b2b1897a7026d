// The results as a view: verdicts with their grades and counts, deliberate mistakes, what was met, the last simulation, open questions.
// Everything is shown with the command that repeats it, and with the law it was shown of.
// It judges nothing itself.
import { Option, Schema } from "effect";
import type { AtlasData } from "../../../data.ts";
import { runData, RunFile } from "../../../reading/run.ts";
import { add } from "../../../../html.ts";
import { addOpenFile } from "../../openfile.ts";
import { wordsOf } from "../../words.ts";
import type { Reader, View } from "../view.ts";
import { addMutants } from "./mutants.ts";
import { addPromises } from "./promises.ts";
import { addQuestions } from "./questions.ts";
import { addRecords } from "./records.ts";
import { addShares } from "./shares.ts";
import { addSimulation } from "./simulation.ts";
import { addSlices } from "./slices.ts";
import { resultWords } from "./words.ts";

const readRun = Schema.decodeUnknownOption(Schema.fromJsonString(RunFile));

const parts = [
  addPromises,
  addSlices,
  addMutants,
  addShares,
  addSimulation,
  addRecords,
  addQuestions,
] as const;

/** Shows the run of a file in the place of the one that came with the page; its figures by day stay in its own folder. */
function runIn(text: string, { data, language }: Reader): AtlasData | string {
  const words = resultWords[language];
  const file = Option.getOrUndefined(readRun(text));
  if (file === undefined) return words.notRun;
  const run = runData(file);
  if (run.modelHash !== data.lawHash) return words.otherLaw;
  const { series: _, ...evidence } = data.evidence;
  return { ...data, evidence: { ...evidence, run } };
}

export const results: View = {
  id: "results",
  name: () => ({ en: wordsOf.en.results, ko: wordsOf.ko.results }),
  group: "evidence",
  prints: true,
  fill: (section, reader) => {
    add(section, "h2", "", wordsOf[reader.language].results);
    const tools = add(section, "div", "choices");
    const body = add(section, "div");
    const show = (data: AtlasData): void => {
      body.selectAll("*").remove();
      for (const addTo of parts) addTo(body, { ...reader, data });
    };
    addOpenFile(tools, resultWords[reader.language].openRun, (text) => {
      const found = runIn(text, reader);
      if (typeof found === "string") return found;
      show(found);
      return undefined;
    });
    show(reader.data);
    return undefined;
  },
};
