// Figures of the virtual city beside those on record, each with its source, and whether they agree.
// Shown where the scenario says what is known.
import { addMark } from "./mark.ts";
import { addPart, type Part } from "./part.ts";
import { addTable } from "./table.ts";

export const addCalibration: Part = (sheet, { calibration = [] }, voice) => {
  if (calibration.length === 0) return;
  const { words, figure, language } = voice;
  addTable(
    addPart(sheet, voice, "calibration", words.calibration, words.calibrationLead),
    [
      { name: words.figure, says: ({ says }) => says[language] },
      { name: words.here, says: ({ measured }) => figure(measured), isNumber: true },
      { name: words.onRecord, says: ({ from, to }) => words.range(figure(from), figure(to)), isNumber: true },
      {
        name: words.verdict,
        fills: (cell, { measured, from, to }) => {
          const isWithin = measured >= from && measured <= to;
          addMark(cell, isWithin ? "good" : "open", isWithin ? words.within : words.outside);
        },
      },
      { name: words.source, fills: (cell, { source }) => void cell.text(source).attr("lang", "en") },
    ],
    calibration,
  );
};
