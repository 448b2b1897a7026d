// What stands behind a transition: its sentence, its condition in words, what it sets and tells, where it is written and run,
// what passed through it, and its clauses. details.ts fills the panel with it.
import type { Language, TransitionData } from "../../data.ts";
import { promisesThrough } from "../../touching.ts";
import { words as lawWords } from "../../../../models/labels/labels.ts";
import { addClauses } from "../clauses.ts";
import { add, addFact, type Html } from "../../../html.ts";
import { addPick } from "./pick.ts";
import { wordsOf, type Words } from "../words.ts";
import { stateName, type Explained } from "./explained.ts";
import { addShown } from "./shown.ts";
import { addWay } from "./way.ts";

/** The condition of a transition in words; without one it is taken whenever those before it were not. */
export function conditionOf(transition: TransitionData, language: Language, words: Words): string {
  if (transition.condition !== undefined) return transition.condition[language];
  return transition.order > 1 ? words.always : words.unconditional;
}

/** The machine that says it, and the generated code that does it; there the transition's id stands beside it. */
export const codeOf = ({ id }: { readonly id: string }): readonly string[] => [
  `models/${id}.ts`,
  `impl/generated/core/${id}.ts`,
];

export function addTransition(parent: Html, explained: Explained, one: TransitionData): void {
  const { data, machine, language } = explained;
  const words = wordsOf[language];
  add(parent, "h3", "", one.triggerName[language]);
  add(parent, "code", "", one.id);
  add(parent, "p", "says", one.says[language]);
  const facts = add(parent, "dl");
  addFact(facts, words.from).text(stateName(explained, one.source));
  addFact(facts, words.to).text(stateName(explained, one.target));
  if (one.kind === "deadline") addFact(facts, words.deadline).text(one.label[language]);
  addFact(facts, words.condition).text(conditionOf(one, language, words));
  if (one.alternatives > 1)
    addFact(facts, words.alternative).text(`${one.order} ${words.of} ${one.alternatives}`);
  if (one.refusal !== undefined) {
    const refusal = addFact(facts, words.code);
    add(refusal, "code", "", one.refusal.code);
    add(refusal, "div", "", one.refusal.sentence[language]);
    add(refusal, "div", "quiet", one.refusal.advice[language]);
  }
  if (one.sets.length > 0) {
    const sets = addFact(facts, words.sets);
    for (const sentence of one.sets) add(sets, "div", "", sentence[language]);
  }
  if (one.tells !== undefined) addFact(facts, words.tells).text(one.tells[language]);
  const through = promisesThrough(one.id);
  if (through.length > 0) {
    const promises = addFact(facts, words.judgedBy);
    for (const id of through) addPick(promises, `promise:${id}`, lawWords(language).promise(id));
  }
  addWay(parent, explained, one.id);
  addShown(parent, explained, one.id);
  const written = addFact(facts, words.writtenIn);
  for (const file of codeOf(machine)) add(written, "code", "block", file);
  add(parent, "h4", "", words.clauses);
  addClauses(parent, data, language, one.clauses);
}
