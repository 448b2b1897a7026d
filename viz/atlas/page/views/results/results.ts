// The results as a view: verdicts with their grades and counts, deliberate mistakes, what was met, the last simulation, open questions.
// Everything is shown with the command that repeats it, and with the law it was shown of.
// It judges nothing itself.
import { add } from "../../html.ts";
import { wordsOf } from "../../words.ts";
import type { View } from "../view.ts";
import { addMutants } from "./mutants.ts";
import { addPromises } from "./promises.ts";
import { addQuestions } from "./questions.ts";
import { addRecords } from "./records.ts";
import { addShares } from "./shares.ts";
import { addSimulation } from "./simulation.ts";
import { addSlices } from "./slices.ts";

export const results: View = {
  id: "results",
  name: () => ({ en: wordsOf.en.results, ko: wordsOf.ko.results }),
  group: "evidence",
  isThere: ({ evidence }) => Object.keys(evidence).length > 0,
  prints: true,
  fill: (section, reader) => {
    add(section, "h2", "", wordsOf[reader.language].results);
    for (const addTo of [
      addPromises,
      addSlices,
      addMutants,
      addShares,
      addSimulation,
      addRecords,
      addQuestions,
    ])
      addTo(section, reader);
    return undefined;
  },
};
