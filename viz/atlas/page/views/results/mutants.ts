// Deliberate mistakes by where they were planted: how many were tried and noticed, and each that nothing noticed, with the reason.
import { add, type Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

export function addMutants(parent: Html, reader: Reader): void {
  const { data, language } = reader;
  const { mutants } = data.evidence;
  if (mutants === undefined) return;
  const words = resultWords[language];
  const part = addPart(parent, reader, words.mutants, words.mutantsLead, { command: "npm test" });
  if (mutants.seed !== undefined) add(part, "p", "quiet", words.sample);
  addTable(
    part,
    [
      words.class,
      words.all,
      words.tried,
      words.invalid,
      words.same,
      words.killed,
      words.survived,
      words.share,
    ],
    mutants.classes,
    (one, cell) => {
      cell(one.class).attr("lang", "en");
      for (const count of [one.all, one.mutants, one.refused, one.equivalent, one.killed, one.survived])
        sortsAs(cell(count.toLocaleString(language), "number"), count);
      sortsAs(cell(`${one.percent.toFixed(1)} %`, "number"), one.percent);
    },
  );
  const survivors = mutants.classes.flatMap((one) => one.survivors);
  if (survivors.length === 0) return;
  add(part, "h4", "", words.survivors);
  const list = add(part, "ul").attr("lang", "en");
  for (const { id, why } of survivors) add(list, "li", "", `${id}: ${why}`);
}
