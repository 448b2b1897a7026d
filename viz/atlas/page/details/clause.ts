// What stands behind a clause or a promise: its sentence, grade and source, and backwards everything of the law that it touches.
// details.ts fills the panel with it; the diagrams mark what is touched at the same time.
import type { PromiseData } from "../../data.ts";
import { touchedByClause, touchedByPromise } from "../../touching.ts";
import { addClauses } from "../clauses.ts";
import { add, type Html } from "../../../html.ts";
import type { Reader } from "../views/view.ts";
import { addVerdict } from "../verdict.ts";
import { wordsOf } from "../words.ts";
import { addTouched, isUntouched } from "./touched.ts";

export function addClause(parent: Html, reader: Reader, id: string): void {
  const { data, language } = reader;
  const words = wordsOf[language];
  add(parent, "h3", "", `${words.clause} ${id}`);
  addClauses(parent, data, language, [id]);
  add(parent, "h4", "", words.touches);
  const touched = touchedByClause(id);
  if (isUntouched(touched)) add(parent, "p", "question", `⚠ ${words.uncovered}`);
  addTouched(parent, reader, touched);
}

export function addPromise(parent: Html, reader: Reader, { id, name, says, clauses }: PromiseData): void {
  const { data, language } = reader;
  const words = wordsOf[language];
  add(parent, "h3", "", name[language]);
  add(parent, "code", "", id);
  add(parent, "p", "says", says[language]);
  const proven = data.evidence.proof?.promises.find((one) => one.id === id);
  if (proven !== undefined) addVerdict(add(parent, "p", "", `${words.proved}: `), language, proven.verdict);
  add(parent, "h4", "", words.judgedAfter);
  addTouched(parent, reader, touchedByPromise(id));
  add(parent, "h4", "", words.clauses);
  addClauses(parent, data, language, clauses);
}
