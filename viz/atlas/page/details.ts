// What stands behind what was pressed: a state or transition with its sentence, condition, what it sets and its clauses, or a
// party, message or rule, whose details stand in files of their own.
// page.ts shows it beside the diagrams; the refusals of a state are listed here, on demand.
// It knows the data only, and nothing of the drawing.
import type { AtlasData, Language, MachineData, StateData, TransitionData } from "../data.ts";
import { addClauses } from "./clauses.ts";
import { addMessage } from "./details/message.ts";
import { addParty } from "./details/party.ts";
import { addRule } from "./details/rule.ts";
import { add, addFact, type Html } from "./html.ts";
import { wordsOf, type Words } from "./words.ts";

/** The condition of a transition in words; without one it is taken whenever those before it were not. */
export function conditionOf(transition: TransitionData, language: Language, words: Words): string {
  if (transition.condition !== undefined) return transition.condition[language];
  return transition.order > 1 ? words.always : words.unconditional;
}

const stateName = (machine: MachineData, id: string, language: Language): string =>
  machine.states.find((state) => state.id === id)?.name[language] ?? id;

interface Reader {
  readonly data: AtlasData;
  readonly machine: MachineData;
  readonly language: Language;
}

function addState(parent: Html, { data, machine, language }: Reader, state: StateData): void {
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
    add(
      followed,
      "button",
      "link",
      `${mark}${one.label[language]} → ${stateName(machine, one.target, language)}`,
    )
      .attr("type", "button")
      .attr("data-pick", one.id);
  }
  if (followed.selectAll("button").empty()) followed.text(words.noneOf);
  const refused = leaving.filter(({ refusal }) => refusal !== undefined);
  const refusals = addFact(facts, words.refuses);
  if (refused.length === 0) refusals.text(words.noneOf);
  for (const one of refused) {
    add(refusals, "button", "link", one.says[language]).attr("type", "button").attr("data-pick", one.id);
  }
  add(parent, "h4", "", words.clauses);
  addClauses(parent, data, language, state.clauses);
}

function addTransition(parent: Html, { data, machine, language }: Reader, one: TransitionData): void {
  const words = wordsOf[language];
  add(parent, "h3", "", one.triggerName[language]);
  add(parent, "code", "", one.id);
  add(parent, "p", "says", one.says[language]);
  const facts = add(parent, "dl");
  addFact(facts, words.from).text(stateName(machine, one.source, language));
  addFact(facts, words.to).text(stateName(machine, one.target, language));
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
  add(parent, "h4", "", words.clauses);
  addClauses(parent, data, language, one.clauses);
}

/** Fills the panel with what the address points at; says false when there is no such thing. */
export function fillDetails(
  parent: Html,
  data: AtlasData,
  language: Language,
  at: string | undefined,
): boolean {
  parent.selectAll("*").remove();
  const party = data.system.parties.find(({ id }) => `party:${id}` === at);
  const crossing = data.system.crossings.find(({ id }) => id === at);
  const rule = data.system.rules.find(({ id }) => `rule:${id}` === at);
  if (party !== undefined) addParty(parent, data, language, party);
  if (crossing !== undefined) addMessage(parent, data, language, crossing);
  if (rule !== undefined) addRule(parent, data, language, rule);
  if (party !== undefined || crossing !== undefined || rule !== undefined) return true;
  for (const machine of data.machines) {
    const reader = { data, machine, language };
    const state = machine.states.find(({ id }) => `${machine.id}.${id}` === at);
    const transition = machine.transitions.find(({ id }) => id === at);
    if (state !== undefined) addState(parent, reader, state);
    if (transition !== undefined) addTransition(parent, reader, transition);
    if (state !== undefined || transition !== undefined) return true;
  }
  return false;
}
