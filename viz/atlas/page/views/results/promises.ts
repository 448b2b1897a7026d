// The verdict on every promise: what the prover says, with its grade, and what the last simulation saw.
// A verdict is a word with a sign before it, never a colour alone; one that was never exercised is not shown as held.
import { add, type Html } from "../../../../html.ts";
import { addClauseChips } from "../../clauses.ts";
import { addTable, sortsAs } from "../../table.ts";
import { addVerdict } from "../../verdict.ts";
import { wordOr, wordsOf } from "../../words.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

const yes = (is: boolean): string => (is ? "✓" : "✗");

export function addPromises(parent: Html, reader: Reader): void {
  const { data, language, addressOf } = reader;
  const { proof, run } = data.evidence;
  if (proof === undefined && run === undefined) return;
  const words = resultWords[language];
  const ids = [...new Set([...(proof?.promises ?? []), ...(run?.promises ?? [])].map(({ id }) => id))];
  const part = addPart(parent, reader, words.promises, words.promisesLead, {
    command: ["npm run -s entrylog -- prove", ...(run === undefined ? [] : [run.command])].join(" ; "),
    ...(proof === undefined ? {} : { modelHash: proof.modelHash }),
  });
  addTable(
    part,
    [words.promise, words.proved, words.mistake, words.witness, words.watched, words.clauses],
    ids,
    (id, cell, line) => {
      const proven = proof?.promises.find((one) => one.id === id);
      const watched = run?.promises.find((one) => one.id === id);
      line.attr("data-promise", id);
      const name = cell();
      add(name, "a", "", data.promises.find((one) => one.id === id)?.name[language] ?? id).attr(
        "href",
        addressOf("clauses", { of: id }),
      );
      add(name, "code", "block", id);
      const verdict = cell();
      if (proven !== undefined) {
        addVerdict(verdict, language, proven.verdict);
        add(verdict, "div", "quiet", wordOr(wordsOf[language], proven.grade));
        if (proven.because !== undefined) add(verdict, "div", "quiet", proven.because).attr("lang", "en");
      }
      const mistake = cell();
      if (proven !== undefined) {
        add(
          mistake,
          "b",
          "",
          `${yes(proven.mutantCaught)} ${proven.mutantCaught ? words.told : words.notTold}`,
        );
        add(mistake, "div", "quiet", proven.mutant[language]);
      }
      cell(proven === undefined ? "" : yes(proven.witnessed));
      const seen = sortsAs(cell(), watched?.checked ?? -1);
      if (watched !== undefined) {
        addVerdict(seen, language, watched.verdict);
        add(seen, "div", "quiet", `${watched.checked.toLocaleString(language)} ${words.times}`);
        if (watched.breach !== undefined) add(seen, "div", "", watched.breach).attr("lang", "en");
      }
      addClauseChips(cell("", "chips"), data, language, (proven ?? watched)?.clauses ?? []);
    },
  );
}
