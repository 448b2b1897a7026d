// The clauses behind something: as chips with their ids, or at length with grade, source and open question.
// A chip is a button that explains its clause. A grade is said in words beside its letter, so that a choice of ours is never read as a fact.
// A clause that the data does not have is shown by its id alone.
import type { AtlasData, Language } from "../data.ts";
import { add, type Html } from "../../html.ts";
import { wordsOf, type Words } from "./words.ts";

export const gradeWord = (words: Words, grade: "S" | "F" | "C"): string =>
  ({ S: words.gradeS, F: words.gradeF, C: words.gradeC })[grade];

function addChip(parent: Html, { clauses }: AtlasData, language: Language, id: string): void {
  const clause = clauses[id];
  add(parent, "button", `chip grade-${clause?.grade ?? "none"}`, id)
    .attr("type", "button")
    .attr("data-pick", `clause:${id}`)
    .attr("title", clause?.says[language] ?? id);
}

export function addClauseChips(parent: Html, data: AtlasData, language: Language, ids: readonly string[]) {
  for (const id of ids) addChip(parent, data, language, id);
}

export function addClauses(parent: Html, data: AtlasData, language: Language, ids: readonly string[]): void {
  const words = wordsOf[language];
  const list = add(parent, "ul", "clauses");
  for (const id of ids) {
    const clause = data.clauses[id];
    const item = add(list, "li");
    addChip(item, data, language, id);
    if (clause === undefined) continue;
    add(item, "span", "grade", gradeWord(words, clause.grade));
    add(item, "p", "", clause.says[language]);
    add(item, "p", "quiet", `${words.source}: ${clause.source[language]}`);
    if (clause.question !== undefined)
      add(item, "p", "question", `${words.question}: ${clause.question[language]}`);
  }
}
