// The verdict on every promise in a run, and at the foot what the run was made from.
// page.ts adds it when the data has a run.
// A verdict is a word with a sign before it, never a colour alone; one that was never exercised is not shown as held.
import type { AtlasData, Language, RunData } from "../../../data.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, addFact, addTable, type Html } from "../../html.ts";
import { wordOr, wordsOf } from "../../words.ts";

const signs: Readonly<Record<string, string>> = { held: "✓", broken: "✗", "never exercised": "–" };

export function addPromises(parent: Html, data: AtlasData, run: RunData, language: Language): void {
  const words = wordsOf[language];
  const section = add(parent, "section", "promises").attr("id", "promises");
  add(section, "h2", "", words.promises);
  addTable(
    section,
    [words.promise, words.verdict, words.checked, words.clauses],
    run.promises,
    (promise, cell, line) => {
      line.attr("data-promise", promise.id);
      const name = cell();
      if (promise.name[language] !== promise.id) add(name, "div", "", promise.name[language]);
      add(name, "code", "", promise.id);
      const verdict = `verdict-${promise.verdict.replaceAll(" ", "-")}`;
      cell(`${signs[promise.verdict] ?? "?"} ${wordOr(words, promise.verdict)}`, `verdict ${verdict}`);
      cell(promise.checked.toLocaleString(language), "number");
      addClauseChips(cell("", "chips"), data, language, promise.clauses);
    },
  );
}

export function addManifest(parent: Html, run: RunData, language: Language): void {
  const foot = add(parent, "footer", "manifest");
  add(foot, "h2", "", wordsOf[language].made);
  const facts = add(foot, "dl");
  for (const [name, value] of run.manifest) add(addFact(facts, name), "code", "", value);
}
