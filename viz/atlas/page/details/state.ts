// What stands behind a state: its sentence, what may be kept there and for how long, what can follow, what is refused, its clauses.
// details.ts fills the panel with it; what is refused is listed here, because pictures show refusals on demand only.
import type { StateData } from "../../data.ts";
import { addClauses } from "../clauses.ts";
import { add, addFact, type Html } from "../../../html.ts";
import { addPick } from "./pick.ts";
import { wordsOf } from "../words.ts";
import { stateName, type Explained } from "./explained.ts";
import { addShown } from "./shown.ts";
import { addWay } from "./way.ts";

export function addState(parent: Html, explained: Explained, state: StateData): void {
  const { data, machine, language } = explained;
  const words = wordsOf[language];
  add(parent, "h3", "", state.name[language]);
  add(parent, "code", "", `${machine.id}.${state.id}`);
  add(parent, "p", "says", state.says[language]);
  const facts = add(parent, "dl");
  const keeps = addFact(facts, words.keeps);
  if (state.keeps.length === 0) keeps.text(words.nothing);
  for (const { field, length } of state.keeps) {
    const line = add(keeps, "div", "", field[language]);
    if (length !== undefined) add(line, "b", "length", length[language]);
  }
  const leaving = machine.transitions.filter((one) => one.source === state.id);
  const followed = addFact(facts, words.leaves);
  for (const one of leaving.filter(({ refusal }) => refusal === undefined)) {
    const mark = one.kind === "deadline" ? `${words.deadline} ` : "";
    addPick(followed, one.id, `${mark}${one.label[language]} → ${stateName(explained, one.target)}`);
  }
  if (followed.selectAll("button").empty()) followed.text(words.noneOf);
  const refused = leaving.filter(({ refusal }) => refusal !== undefined);
  const refusals = addFact(facts, words.refuses);
  if (refused.length === 0) refusals.text(words.noneOf);
  for (const one of refused) {
    addPick(refusals, one.id, one.says[language]);
  }
  addWay(parent, explained, `${machine.id}:${state.id}`, state.initial);
  addShown(parent, explained, `${machine.id}:${state.id}`);
  add(parent, "h4", "", words.clauses);
  addClauses(parent, data, language, state.clauses);
}
