// How much of the law tests and the simulation have met, kind by kind.
// Where each was met stands at the states and transitions themselves.
import type { Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

export function addShares(parent: Html, reader: Reader): void {
  const { data, language } = reader;
  const { coverage } = data.evidence;
  if (coverage === undefined) return;
  const words = resultWords[language];
  const part = addPart(parent, reader, words.coverage, words.coverageLead, {
    command: "npm test",
    modelHash: coverage.modelHash,
  });
  const kinds = ["states", "transitions", "pairs", "clauses", "promises"] as const;
  addTable(part, [words.part, words.all, words.byTests, words.bySimulation], kinds, (kind, cell) => {
    const share = coverage.shares[kind];
    cell(words[kind]);
    for (const count of [share.all, share.byTests, share.bySimulation])
      sortsAs(cell(count.toLocaleString(language), "number"), count);
  });
}
