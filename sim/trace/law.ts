// The machines of the law, looked up by state and event instead of searched: the same models, the same interpreter of expressions.
// The checker of traces decides millions of lines with it; a test holds it against models/language/decide.ts.
// It compiles nothing and knows no generated code.
import { evaluate, holds } from "../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  type Lifecycle,
  type Transition,
} from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";

interface IndexedTransition {
  readonly target: string;
  readonly guard: Condition | undefined;
  readonly sets: readonly (readonly [field: string, term: Term])[];
  /** Empty where it tells nothing, or refuses nothing. */
  readonly told: string;
  readonly refused: string;
}

interface IndexedState {
  readonly gone: boolean;
  readonly deadlines: readonly {
    readonly field: string;
    readonly alternatives: readonly IndexedTransition[];
  }[];
  readonly events: ReadonlyMap<string, readonly IndexedTransition[]>;
}

export interface IndexedMachine {
  readonly id: string;
  readonly initial: string;
  readonly atRest: Readonly<Record<string, Value>>;
  /** Whether any of its states obeys a deadline. */
  readonly timed: boolean;
  readonly states: ReadonlyMap<string, IndexedState>;
}

/** An instance as the checker holds it; changed in place. */
export interface Held {
  state: string;
  readonly fields: Record<string, Value>;
  /** The instant of the last line that could have changed it. */
  touchedAt: number;
}

/** What an expression sees; one object serves all decisions, so that none is made for each. */
export interface Around {
  readonly policy: Policy;
  now: number;
  fields: Readonly<Record<string, Value>>;
  given: Readonly<Record<string, Value | undefined>>;
  instances?: Readonly<Record<string, Held>>;
}

const nothingGiven = {};
/** More deadlines than any law chains. */
const firingsMost = 100;

const indexedTransition =
  (source: string) =>
  (transition: Transition): IndexedTransition => ({
    target: transition.target ?? source,
    guard: transition.guard?.params,
    sets: Object.entries(setBy(transition)),
    told: toldBy(transition) ?? "",
    refused: refusalOf(transition) ?? "",
  });

export const indexed = (machine: Lifecycle): IndexedMachine => ({
  id: machine.id,
  initial: machine.initial,
  atRest: machine.context,
  timed: Object.values(machine.states).some(({ after }) => after !== undefined),
  states: new Map(
    Object.entries(machine.states).map(([name, { meta, on, after }]) => [
      name,
      {
        gone: meta.gone ?? false,
        deadlines: Object.entries(after ?? {}).map(([field, alternatives]) => ({
          field,
          alternatives: alternatives.map(indexedTransition(name)),
        })),
        events: new Map(
          Object.entries(on ?? {}).map(([event, alternatives]) => [
            event,
            alternatives.map(indexedTransition(name)),
          ]),
        ),
      },
    ]),
  ),
});

export const atRest = (machine: IndexedMachine): Held => ({
  state: machine.initial,
  fields: { ...machine.atRest },
  touchedAt: -Infinity,
});

/** Puts an instance back to where nothing has been said. */
export const rest = (machine: IndexedMachine, held: Held): void => {
  held.state = machine.initial;
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

const move = (held: Held, { target, sets }: IndexedTransition, around: Around): void => {
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
