/**
 * How much a field of an instant can matter in one step that begins in a state, read off the machine's own data.
 * Obeyed: the state waits for it. Asked: a state that the same step can reach waits for it, or a guard or update reads it.
 * Silent: it is kept and nothing else, so that two classes are enough for it.
 */
import type { Lifecycle, Transition } from "../../models/language/lifecycle.ts";

export type Relevance = "obeyed" | "asked" | "silent";

type Group = Readonly<Record<string, readonly Transition[]>> | undefined;

const targets = (group: Group): readonly string[] =>
  Object.values(group ?? {}).flatMap((alternatives) => alternatives.flatMap(({ target }) => target ?? []));

const closed = (states: readonly string[], next: (state: string) => readonly string[]): readonly string[] => {
  const seen = new Set(states);
  for (const state of seen) for (const target of next(state)) seen.add(target);
  return [...seen];
};

/** The states in which an event can find the instance once its deadlines have fired. */
export const settledFrom = (machine: Lifecycle, state: string): readonly string[] =>
  closed([state], (from) => targets(machine.states[from]?.after));

/** The states in which one step can leave it: after deadlines, an event, and deadlines again. */
const withinOneStep = (machine: Lifecycle, state: string): readonly string[] => {
  const settled = settledFrom(machine, state);
  const answered = settled.flatMap((from) => targets(machine.states[from]?.on));
  return closed([...settled, ...answered], (from) => targets(machine.states[from]?.after));
};

/** The fields named anywhere in guards and updates; the law is data, so its text says them. */
const fieldsIn = (law: unknown): readonly string[] =>
  [...JSON.stringify([law]).matchAll(/"kind":"field","field":"(\w+)"/g)].map(([, name]) => name ?? "");

export function relevanceOf(machine: Lifecycle, state: string): (field: string) => Relevance {
  const here = Object.keys(machine.states[state]?.after ?? {});
  const within = withinOneStep(machine, state);
  const asked = new Set([
    ...within.flatMap((name) => Object.keys(machine.states[name]?.after ?? {})),
    ...settledFrom(machine, state).flatMap((name) => fieldsIn(machine.states[name]?.on)),
    ...within.flatMap((name) => fieldsIn(machine.states[name]?.after)),
  ]);
  return (field) => (here.includes(field) ? "obeyed" : asked.has(field) ? "asked" : "silent");
}

/** Whether an answer to the event, or the firing of a deadline where there is none, counts from the start of the day. */
export const asksTheDay = (machine: Lifecycle, event: string | undefined): boolean =>
  Object.values(machine.states).some((state) =>
    JSON.stringify((event === undefined ? state.after : state.on?.[event]) ?? []).includes(
      '"startOfDay","instant":{"kind":"now"}',
    ),
  );

/** Whether any state in which the event can find the instance has an answer to it. */
export const heard = (machine: Lifecycle, state: string, event: string): boolean =>
  settledFrom(machine, state).some((name) => machine.states[name]?.on?.[event] !== undefined);
