/**
 * Reads one lifecycle plainly: fires the deadlines that are due, takes an event, and says what was taken.
 * The checker of traces and the tests use it as the reference that knows neither XState nor generated code.
 * It is written to be read, not to be fast, and keeps nothing: an instance goes in, another comes out.
 */
import type { Policy } from "../policy.ts";
import { evaluate, holds, type Surroundings } from "./evaluate.ts";
import type { Value } from "./expression.ts";
import {
  refusalOf,
  setBy,
  toldBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "./lifecycle.ts";

/** One instance: where it stands, and what its fields say. */
export interface Instance {
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** What an event brings along, by the names of its fields. */
export type Given = Readonly<Record<string, Value>>;

export interface Happening {
  readonly type: string;
  readonly given: Given;
}

/** A transition that was taken, and the instant at which it was. */
export interface Taken {
  readonly transition: string;
  readonly at: number;
  /** What it told and the code it refused with; empty for neither. */
  readonly told: string;
  readonly refused: string;
}

export interface Settled {
  readonly instance: Instance;
  /** The deadlines that fired, in order. */
  readonly taken: readonly Taken[];
}

export interface Answered extends Settled {
  /** The event's own transition; nothing where it is not allowed or there was no event. */
  readonly own: Taken | undefined;
}

/** More deadlines than any law chains; a law that goes on firing is a mistake in the models. */
const firingsMax = 100;

type ByTrigger = ReadonlyMap<string, readonly PlacedTransition[]>;

const placedBy = new WeakMap<Lifecycle, ByTrigger>();

const nameOf = (state: string, kind: "event" | "deadline", name: string): string =>
  `${state} ${kind} ${name}`;

/** The alternatives of each trigger in each state; looked up millions of times, so put in order once. */
const placed = (machine: Lifecycle): ByTrigger => {
  const known =
    placedBy.get(machine) ??
    Map.groupBy(transitionsOf(machine), ({ source, trigger }) => nameOf(source, trigger.kind, trigger.name));
  placedBy.set(machine, known);
  return known;
};

const chosen = (
  machine: Lifecycle,
  state: string,
  kind: "event" | "deadline",
  name: string,
  around: Surroundings,
): PlacedTransition | undefined =>
  placed(machine)
    .get(nameOf(state, kind, name))
    ?.find(({ transition }) => transition.guard === undefined || holds(transition.guard.params, around));

/** All updates of a transition are read before any of them is written. */
const moved = (
  { target, transition }: PlacedTransition,
  before: Instance,
  around: Surroundings,
): Instance => ({
  state: target,
  fields: {
    ...before.fields,
    ...Object.fromEntries(
      Object.entries(setBy(transition)).map(([name, term]) => [name, evaluate(term, around)]),
    ),
  },
});

const noted = ({ id, transition }: PlacedTransition, at: number): Taken => ({
  transition: id,
  at,
  told: toldBy(transition) ?? "",
  refused: refusalOf(transition) ?? "",
});

/** The earliest deadline that the instance obeys; of two at one instant the one its state names first. */
export function nextDeadline(machine: Lifecycle, { state, fields }: Instance) {
  let next: { readonly name: string; readonly at: number } | undefined;
  for (const name of Object.keys(machine.states[state]?.after ?? {})) {
    const at = fields[name];
    if (typeof at === "number" && (next === undefined || at < next.at)) next = { name, at };
  }
  return next;
}

/** Fires every deadline that is due at `now`, each at its own instant, but never before `from`. */
export function settle(
  machine: Lifecycle,
  policy: Policy,
  before: Instance,
  from: number,
  now: number,
): Settled {
  const taken: Taken[] = [];
  let instance = before;
  let at = from;
  for (let firing = 0; firing < firingsMax; firing += 1) {
    const due = nextDeadline(machine, instance);
    if (due === undefined || due.at > now) break;
    at = Math.max(at, due.at);
    const around = { policy, now: at, fields: instance.fields, given: {} };
    const transition = chosen(machine, instance.state, "deadline", due.name, around);
    if (transition === undefined) break;
    instance = moved(transition, instance, around);
    taken.push(noted(transition, at));
  }
  return { instance, taken };
}

/** Sends one event to a settled instance at `now`; deadlines are left to `settle`. */
export function take(
  machine: Lifecycle,
  policy: Policy,
  before: Instance,
  { type, given }: Happening,
  now: number,
): Answered {
  const around = { policy, now, fields: before.fields, given };
  const transition = chosen(machine, before.state, "event", type, around);
  if (transition === undefined) return { instance: before, taken: [], own: undefined };
  const own = noted(transition, now);
  return { instance: moved(transition, before, around), taken: [own], own };
}

/** One whole step: deadlines that are due, the event if there is one, and deadlines that it found already due. */
export function interpret(
  machine: Lifecycle,
  policy: Policy,
  before: Instance,
  event: Happening | undefined,
  now: number,
): Answered {
  const settled = settle(machine, policy, before, -Infinity, now);
  if (event === undefined) return { ...settled, own: undefined };
  const answered = take(machine, policy, settled.instance, event, now);
  const after = settle(machine, policy, answered.instance, now, now);
  return {
    instance: after.instance,
    taken: [...settled.taken, ...answered.taken, ...after.taken],
    own: answered.own,
  };
}
