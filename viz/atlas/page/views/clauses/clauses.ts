// The clauses and promises as a view, to read the law backwards: from the sentence to everything that rests on it.
// What is picked is explained beside it and marked in every diagram; a clause on which nothing rests, or that no test holds, stands out.
import { touchedByClause, touchedByPromise } from "../../../touching.ts";
import { addClauseChips, gradeWord } from "../../clauses.ts";
import { isUntouched } from "../../details/touched.ts";
import { addPick } from "../../details/pick.ts";
import { add, type Html } from "../../../../html.ts";
import { addTable, sortsAs } from "../../table.ts";
import { wordsOf } from "../../words.ts";
import type { Reader, View } from "../view.ts";
import { clauseWords } from "./words.ts";

function addPromises(section: Html, { data, language }: Reader): void {
  const words = clauseWords[language];
  add(section, "h3", "", words.promises);
  addTable(
    section,
    [words.promise, words.says, words.judged, words.clauses],
    data.promises,
    (one, cell, line) => {
      line.attr("data-row", one.id);
      addPick(cell(), `promise:${one.id}`, one.name[language]);
      cell(one.says[language]);
      const touched = touchedByPromise(one.id).places.length;
      sortsAs(cell(String(touched), "number"), touched);
      addClauseChips(cell("", "chips"), data, language, one.clauses);
    },
  );
}

function addClauseTable(section: Html, { data, language }: Reader): void {
  const words = clauseWords[language];
  const { coverage } = data.evidence;
  const columns = [words.clause, words.sentence, words.grade, words.rests, words.test, words.source];
  const shown = columns.filter((column) => coverage !== undefined || column !== words.test);
  add(section, "h3", "", words.clauses);
  addTable(section, shown, Object.entries(data.clauses), ([id, clause], cell, line) => {
    const touched = touchedByClause(id);
    line.attr("data-row", id);
    addClauseChips(cell("", "chips"), data, language, [id]);
    const says = cell(clause.says[language]);
    if (clause.question !== undefined) add(says, "div", "question", clause.question[language]);
    cell(gradeWord(wordsOf[language], clause.grade));
    const count = Object.values<readonly string[]>({ ...touched }).reduce((sum, ids) => sum + ids.length, 0);
    const rests = sortsAs(cell(), count);
    if (isUntouched(touched)) add(rests, "span", "question", `⚠ ${words.uncovered}`);
    else rests.text(String(count));
    if (coverage !== undefined) {
      const tests = Object.keys(coverage.clauses[id] ?? {}).filter(
        (source) => coverage.kinds[source] === "test",
      );
      const why = coverage.withoutTest[id];
      const tested = cell(tests.length > 0 ? `✓ ${words.yes}` : "");
      if (tests.length === 0) add(tested, "span", "question", `⚠ ${words.no}`);
      if (why !== undefined) add(tested, "div", "quiet", why).attr("lang", "en");
    }
    cell(clause.source[language], "quiet");
  });
}

export const clauses: View = {
  id: "clauses",
  name: () => ({ en: clauseWords.en.title, ko: clauseWords.ko.title }),
  group: "law",
  prints: true,
  fill: (section, reader) => {
    const words = clauseWords[reader.language];
    add(section, "h2", "", words.title);
    add(section, "p", "lead", words.lead);
    addPromises(section, reader);
    addClauseTable(section, reader);
    return undefined;
  },
};
