// What was made to fail in the run, and when.
// A run in which nothing was made to fail says so.
import { add } from "../../html.ts";
import { addPart, type Part } from "./part.ts";
import { addTable } from "./table.ts";

export const addFaults: Part = (sheet, { manifest: { faults } }, voice) => {
  const { words, language } = voice;
  const section = addPart(sheet, voice, "faults", words.faults);
  if (faults.length === 0) add(section, "p", "lead", words.noFaults);
  else
    addTable(
      section,
      [
        { name: words.fault, says: ({ says }) => says[language] },
        { name: words.from, says: ({ from }) => from },
        { name: words.to, says: ({ to }) => to },
      ],
      faults,
    );
};
