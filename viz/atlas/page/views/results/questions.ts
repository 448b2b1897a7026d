// What the policy leaves open: each question to its owner, and what the models answer now.
import { addClauseChips } from "../../clauses.ts";
import { add, type Html } from "../../../../html.ts";
import { addTable } from "../../table.ts";
import type { Reader } from "../view.ts";
import { addPart } from "./part.ts";
import { resultWords } from "./words.ts";

export function addQuestions(parent: Html, reader: Reader): void {
  const { data, language } = reader;
  const { questions } = data.evidence;
  if (questions === undefined) return;
  const words = resultWords[language];
  const part = addPart(parent, reader, words.questions, words.questionsLead, {
    command: "npm run -s entrylog -- questions",
    modelHash: questions.modelHash,
  });
  addTable(part, [words.asks, words.answer, words.clause], questions.questions, (one, cell, line) => {
    line.attr("data-question", one.id);
    cell(one.asks[language]);
    const answer = cell(one.answer[language]);
    if (one.see !== undefined) add(answer, "code", "block", one.see);
    addClauseChips(cell("", "chips"), data, language, [one.clause]);
  });
}
