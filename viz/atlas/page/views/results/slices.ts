// What the prover searched: each part of the whole with its counts, whether all ways agree, and what none of them covers.
// A count that was not made is an empty cell, and never a zero.
import { add, type Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

export function addSlices(parent: Html, reader: Reader): void {
  const { data, language } = reader;
  const { proof } = data.evidence;
  if (proof === undefined) return;
  const words = resultWords[language];
  const part = addPart(parent, reader, words.slices, words.slicesLead, {
    command: "npm run -s entrylog -- prove",
    modelHash: proof.modelHash,
  });
  if (!proof.complete) add(part, "p", "question", words.notWhole);
  add(part, "p", "", proof.agree ? `✓ ${words.agree}` : `✗ ${words.disagree}`);
  addTable(
    part,
    [words.slice, words.states, words.transitions, words.zones, words.spin, words.cut, words.leavesOut],
    proof.slices,
    (slice, cell) => {
      const name = cell();
      add(name, "div", "", slice.description[language]);
      add(name, "code", "", slice.id);
      for (const count of [slice.states, slice.transitions, slice.zones, slice.spinStates, slice.cut])
        sortsAs(cell(count?.toLocaleString(language) ?? "", "number"), count ?? -1);
      cell(slice.leavesOut[language]);
    },
  );
  add(part, "h4", "", words.notCovered);
  const list = add(part, "ul").attr("lang", "en");
  for (const sentence of proof.notCovered) add(list, "li", "", sentence);
}
