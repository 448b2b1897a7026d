// What was asked of the run beforehand, what came out, and whether that is enough.
// Shown where the scenario asks for something.
import { addMark } from "./mark.ts";
import { addPart, type Part } from "./part.ts";
import { addTable } from "./table.ts";
import type { Voice } from "../words/words.ts";

const withUnit = (value: number, unit: string, { figure, time }: Voice): string => {
  if (unit === "ms") return time(value);
  return unit === "" || unit === "%" ? `${figure(value)}${unit}` : `${figure(value)} ${unit}`;
};

export const addThresholds: Part = (sheet, { thresholds = [] }, voice) => {
  if (thresholds.length === 0) return;
  const { words, language } = voice;
  addTable(
    addPart(sheet, voice, "thresholds", words.thresholds, words.thresholdsLead),
    [
      { name: words.thresholds, says: ({ says }) => says[language] },
      {
        name: words.asked,
        says: ({ bound, limit, unit }) => words[bound](withUnit(limit, unit, voice)),
        isNumber: true,
      },
      { name: words.measured, says: ({ value, unit }) => withUnit(value, unit, voice), isNumber: true },
      {
        name: words.verdict,
        fills: (cell, { met }) => void addMark(cell, met ? "good" : "bad", met ? words.met : words.notMet),
      },
    ],
    thresholds,
  );
};
