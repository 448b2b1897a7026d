// Settles instances of the law and moves them: the same models, the same interpreter of expressions, over machines made ready to look up.
// The checker of traces decides millions of lines with it; a test holds it against models/language/decide.ts.
// It compiles nothing and knows no generated code.
import { evaluate, holds } from "../../models/language/evaluate.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Policy } from "../../models/policy.ts";
import type { IndexedMachine, IndexedTransition } from "./indexed.ts";

/** An instance as the checker holds it; changed in place. */
export interface Held {
  state: string;
  readonly fields: Record<string, Value>;
  /** The instant of the last line that could have changed it. */
  touchedAt: number;
  /** The id of the transition that it took last; empty before its first. */
  last: string;
}

/** Hears of every transition taken, and of the one that the same instance took before, or of an empty id. */
export type Took = (transition: string, before: string) => void;

/** What an expression sees; one object serves all decisions, so that none is made for each. */
export interface Around {
  readonly policy: Policy;
  now: number;
  fields: Readonly<Record<string, Value>>;
  given: Readonly<Record<string, Value | undefined>>;
  instances?: Readonly<Record<string, Held>>;
  /** Left out where an instance is only brought to where it stood before. */
  readonly took?: Took;
}

const nothingGiven = {};
/** More deadlines than any law chains. */
const firingsMost = 100;

export const atRest = (machine: IndexedMachine): Held => ({
  state: machine.initial,
  fields: { ...machine.atRest },
  touchedAt: -Infinity,
  last: "",
});

/** Puts an instance back to where nothing has been said. */
export const rest = (machine: IndexedMachine, held: Held): void => {
  held.state = machine.initial;
  held.last = "";
  Object.assign(held.fields, machine.atRest);
};

export const isGone = (machine: IndexedMachine, held: Held): boolean =>
  machine.states.get(held.state)?.gone ?? false;

const chosen = (
  alternatives: readonly IndexedTransition[],
  around: Around,
): IndexedTransition | undefined => {
  for (const transition of alternatives)
    if (transition.guard === undefined || holds(transition.guard, around)) return transition;
  return undefined;
};

const move = (held: Held, { id, target, sets }: IndexedTransition, around: Around): void => {
  around.took?.(id, held.last);
  held.last = id;
  held.state = target;
  const count = sets.length;
  if (count === 0) return;
  // All updates are read before any of them is written.
  const values: Value[] = [];
  for (let place = 0; place < count; place += 1) {
    const term = sets[place]?.[1];
    if (term !== undefined) values.push(evaluate(term, around));
  }
  for (let place = 0; place < count; place += 1) {
    const field = sets[place]?.[0];
    if (field !== undefined) held.fields[field] = values[place] ?? null;
  }
};

/** Fires every deadline that is due at `now`, each at its own instant but never before `from`; what they tell is added to `told`. */
export const settle = (
  machine: IndexedMachine,
  held: Held,
  from: number,
  now: number,
  around: Around,
  told: string[],
): void => {
  let at = from;
  for (let firing = 0; firing < firingsMost; firing += 1) {
    const state = machine.states.get(held.state);
    if (state === undefined || state.deadlines.length === 0) return;
    let due: (typeof state.deadlines)[number] | undefined;
    let dueAt = Infinity;
    for (const deadline of state.deadlines) {
      const instant = held.fields[deadline.field];
      if (typeof instant === "number" && instant < dueAt) {
        due = deadline;
        dueAt = instant;
      }
    }
    if (due === undefined || !(now >= dueAt)) return;
    if (dueAt > at) at = dueAt;
    around.now = at;
    around.fields = held.fields;
    around.given = nothingGiven;
    const transition = chosen(due.alternatives, around);
    if (transition === undefined) return;
    move(held, transition, around);
    if (transition.told !== "") told.push(transition.told);
  }
};

/** Sends one event to a settled instance; answers the transition taken, or nothing where the event is not allowed. */
export const take = (
  machine: IndexedMachine,
  held: Held,
  event: string,
  given: Readonly<Record<string, Value | undefined>>,
  now: number,
  around: Around,
): IndexedTransition | undefined => {
  const alternatives = machine.states.get(held.state)?.events.get(event);
  if (alternatives === undefined) return undefined;
  around.now = now;
  around.fields = held.fields;
  around.given = given;
  const transition = chosen(alternatives, around);
  if (transition !== undefined) move(held, transition, around);
  return transition;
};
