// Fills the panel with what was picked, by its id: a state, a transition, a party, what crosses, a rule, a clause, a promise.
// page.ts calls it whenever the place changes. What has no explanation leaves the panel empty.
import type { Html } from "../../../html.ts";
import type { Reader } from "../views/view.ts";
import { addClause, addPromise } from "./clause.ts";
import { addMessage } from "./message.ts";
import { addParty } from "./party.ts";
import { addRule } from "./rule.ts";
import { addState } from "./state.ts";
import { addTransition } from "./transition.ts";

/** Says false when there is nothing of this id. */
export function fillDetails(parent: Html, reader: Reader, at: string | undefined): boolean {
  const { data, language } = reader;
  parent.selectAll("*").remove();
  const party = data.system.parties.find(({ id }) => `party:${id}` === at);
  const crossing = data.system.crossings.find(({ id }) => id === at);
  const rule = data.system.rules.find(({ id }) => `rule:${id}` === at);
  const clause = Object.keys(data.clauses).find((id) => `clause:${id}` === at);
  const promise = data.promises.find(({ id }) => `promise:${id}` === at);
  if (party !== undefined) addParty(parent, data, language, party);
  if (crossing !== undefined) addMessage(parent, data, language, crossing);
  if (rule !== undefined) addRule(parent, data, language, rule);
  if (clause !== undefined) addClause(parent, reader, clause);
  if (promise !== undefined) addPromise(parent, reader, promise);
  for (const machine of data.machines) {
    const explained = { ...reader, machine };
    const state = machine.states.find(({ id }) => `${machine.id}.${id}` === at);
    const transition = machine.transitions.find(({ id }) => id === at);
    if (state !== undefined) addState(parent, explained, state);
    if (transition !== undefined) addTransition(parent, explained, transition);
  }
  return !parent.selectAll("*").empty();
}
