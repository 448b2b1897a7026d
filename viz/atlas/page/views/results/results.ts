// The results as a view: the verdict on every promise in the last run, its figures by day, and what it was made from.
// It shows what the files say that the atlas was drawn with.
// It judges nothing itself.
import { wordsOf } from "../../words.ts";
import type { View } from "../view.ts";
import { addManifest, addPromises } from "./promises.ts";
import { addRecords } from "./records.ts";

export const results: View = {
  id: "results",
  name: () => ({ en: wordsOf.en.results, ko: wordsOf.ko.results }),
  group: "evidence",
  isThere: ({ run, series }) => run !== undefined || series !== undefined,
  prints: true,
  fill: (section, { data, language }) => {
    if (data.run !== undefined) addPromises(section, data, data.run, language);
    if (data.series !== undefined) addRecords(section, data.series, language);
    if (data.run !== undefined) addManifest(section, data.run, language);
    return undefined;
  },
};
