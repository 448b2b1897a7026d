/**
 * Deliberate mistakes, as functions from one law to another: a refusal left out, a deadline that never fires, an end that moves.
 * The companions of the promises are made of them; each must find what it changes, so that a mistake cannot quietly be none.
 * Nothing here changes the law itself: what comes back is another one.
 */
import type { Law } from "./compose.ts";
import { LawMistake } from "./evaluate.ts";
import type { Term } from "./expression.ts";
import { setBy, type Lifecycle, type State, type Transition } from "./lifecycle.ts";
import type { Rule } from "./rule.ts";

const changedOne = <Kind extends { readonly id: string }>(
  all: readonly Kind[],
  id: string,
  change: (one: Kind) => Kind,
): readonly Kind[] => {
  if (!all.some((one) => one.id === id)) throw new LawMistake(`there is no ${id} to change`);
  return all.map((one) => (one.id === id ? change(one) : one));
};

const inRule =
  (id: string, change: (rule: Rule) => Rule) =>
  (law: Law): Law => ({ ...law, rules: changedOne(law.rules, id, change) });

const inState =
  (machine: string, state: string, change: (of: State) => State) =>
  (law: Law): Law => ({
    ...law,
    machines: changedOne(law.machines, machine, (one: Lifecycle): Lifecycle => {
      const before = one.states[state];
      if (before === undefined) throw new LawMistake(`${machine} has no state ${state}`);
      return { ...one, states: { ...one.states, [state]: change(before) } };
    }),
  });

const alternatives = (group: State["on"], name: string): readonly Transition[] => {
  const found = group?.[name];
  if (found === undefined) throw new LawMistake(`there is nothing for ${name} to change`);
  return found;
};

/** The rule no longer refuses with these codes. */
export const withoutRefusals = (rule: string, ...codes: readonly string[]) =>
  inRule(rule, (one) => {
    const refusals = one.refusals.filter(({ code }) => !codes.includes(code));
    if (refusals.length === one.refusals.length)
      throw new LawMistake(`${rule} refuses no ${codes.join(", ")}`);
    return { ...one, refusals };
  });

/** The rule leaves out the step that sends this event. */
export const withoutStep = (rule: string, event: string) =>
  inRule(rule, (one) => {
    const steps = one.steps.filter((step) => step.event !== event);
    if (steps.length === one.steps.length) throw new LawMistake(`${rule} sends no ${event}`);
    return { ...one, steps };
  });

/** The state no longer obeys this deadline. */
export const withoutDeadline = (machine: string, state: string, field: string) =>
  inState(machine, state, (one) => {
    alternatives(one.after, field);
    return {
      ...one,
      after: Object.fromEntries(Object.entries(one.after ?? {}).filter(([name]) => name !== field)),
    };
  });

/** The event has other alternatives in this state. */
export const answering = (
  machine: string,
  state: string,
  event: string,
  change: (of: readonly Transition[]) => readonly Transition[],
) =>
  inState(machine, state, (one) => ({
    ...one,
    on: { ...one.on, [event]: change(alternatives(one.on, event)) },
  }));

/** The transition sets one field more, or to something else. */
export const setting = (field: string, to: Term, transition: Transition): Transition => ({
  ...transition,
  actions: [
    { type: "set", params: { ...setBy(transition), [field]: to } },
    ...transition.actions.filter(({ type }) => type !== "set"),
  ],
});
