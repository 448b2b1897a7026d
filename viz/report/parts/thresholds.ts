// What was asked of the run beforehand, what came out, and whether that is enough.
// Shown where the scenario asks for something.
import { addMark } from "./mark.ts";
import { addPart, type Part } from "./part.ts";
import { addTable } from "./table.ts";

const withUnit = (figure: string, unit: string): string =>
  unit === "" || unit === "%" ? `${figure}${unit}` : `${figure} ${unit}`;

export const addThresholds: Part = (sheet, { thresholds = [] }, voice) => {
  if (thresholds.length === 0) return;
  const { words, figure, language } = voice;
  addTable(
    addPart(sheet, voice, "thresholds", words.thresholds, words.thresholdsLead),
    [
      { name: words.thresholds, says: ({ says }) => says[language] },
      {
        name: words.asked,
        says: ({ bound, limit, unit }) => words[bound](withUnit(figure(limit), unit)),
        isNumber: true,
      },
      { name: words.measured, says: ({ value, unit }) => withUnit(figure(value), unit), isNumber: true },
      {
        name: words.verdict,
        fills: (cell, { met }) => void addMark(cell, met ? "good" : "bad", met ? words.met : words.notMet),
      },
    ],
    thresholds,
  );
};
