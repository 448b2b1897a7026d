// The last simulation: how quick the work was, what was refused and how often, and what the run was made from.
// Speeds are of the machine that ran it, and say so; all else is counted in the virtual city.
import { words as lawWords } from "../../../../../models/labels/labels.ts";
import { add, addFact, type Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

export function addSimulation(parent: Html, reader: Reader): void {
  const { data, language } = reader;
  const { run } = data.evidence;
  if (run === undefined) return;
  const words = resultWords[language];
  const part = addPart(parent, reader, words.simulation, words.measured, {
    command: run.command,
    modelHash: run.modelHash,
  });
  const figure = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 1 });
  addTable(
    part,
    [words.work, words.count, words.perSecond, words.p50, words.p99],
    ["issuance", "checkIn", "lookup"] as const,
    (kind, cell) => {
      cell(words[kind]);
      const { count, perSecond, p50Ms, p99Ms } = run.work[kind];
      for (const value of [count, perSecond, p50Ms, p99Ms])
        sortsAs(cell(value === undefined ? "" : figure(value), "number"), value ?? 0);
    },
  );
  addTable(part, [words.refusal, words.count], Object.entries(run.refusals), ([code, count], cell) => {
    const reason = cell(lawWords(language).refusal(code).sentence);
    add(reason, "code", "block", code);
    sortsAs(cell(count.toLocaleString(language), "number"), count);
  });
  const made = add(part, "details");
  add(made, "summary", "", words.made);
  const facts = add(made, "dl", "manifest");
  for (const [name, value] of run.manifest) add(addFact(facts, name), "code", "", value);
}
