// The refusals by reason, the most frequent first, each with the sentence that people were shown.
// Shown where anything was refused.
import { paintRanks } from "../../paint/ranks.ts";
import { palette } from "../../paint/palette.ts";
import { add } from "../../html.ts";
import { addChart, addPart, addTwin, addWideChart, type Part } from "./part.ts";
import { addTable } from "./table.ts";

export const addRefusals: Part = (sheet, { refusals }, voice) => {
  const { words, law, figure } = voice;
  const ranks = Object.entries(refusals)
    .map(([code, value]) => ({ code, name: law.refusal(code).sentence, value }))
    .toSorted((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1));
  if (ranks.length === 0) return;
  const section = addPart(sheet, voice, "refusals", words.refusals, words.refusalsLead);
  addChart(addWideChart(section), voice, "refusals", (svg) => {
    paintRanks(svg, { title: words.refusals, ranks, colour: palette.refused }, figure);
  });
  addTable(
    addTwin(section, voice),
    [
      {
        name: words.refusal,
        fills: (cell, { name, code }) => {
          cell.text(`${name} `);
          add(cell, "code", "", code);
        },
      },
      { name: words.count, says: ({ value }) => figure(value), isNumber: true },
    ],
    ranks,
  );
};
