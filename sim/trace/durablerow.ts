// Replays what a party kept of one instance: its event rows against the machine, and the row against where they lead.
// An event row says transition, instant and state, not what the event brought along, so a field set from that is taken from the row, and a
// guard that asks for it is not asked. A field that events without a row may set (the end of an account, moved by each pass) is likewise
// taken from the row. Everything else is decided anew: order, source, target, guards, fields, and each deadline at its own instant.
import { evaluate, holds, LawMistake, type Surroundings } from "../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import {
  refusalOf,
  setBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";
import { reachedBy } from "./overdue.ts";

export interface EventRow {
  readonly sequence: number;
  readonly at: number;
  readonly event: string;
  readonly transition: string;
  readonly state: string;
}

export interface StoredRow {
  readonly state: string;
  readonly fields: Readonly<Record<string, Value>>;
}

export interface RowFault {
  /** The sequence of the event row; 0 for the row itself. */
  readonly sequence: number;
  readonly sentence: string;
}

/** Fields of which something is known; what is not in it is not known. */
type Known = Readonly<Record<string, Value>>;

/** What an expression gives, or undefined where it asks for something that was not kept. */
const asked = <Answer>(ask: () => Answer): Answer | undefined => {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof LawMistake) return undefined;
    throw cause;
  }
};

const valueIn = (term: Term, around: Surroundings): Value | undefined => asked(() => evaluate(term, around));
const holdsIn = (condition: Condition | undefined, around: Surroundings): boolean | undefined =>
  condition === undefined ? true : asked(() => holds(condition, around));

/** Fields that an event without a row may set. */
const unwritten = (machine: Lifecycle): ReadonlySet<string> =>
  new Set(
    transitionsOf(machine).flatMap(({ trigger, transition }) =>
      trigger.kind === "event" && machine.meta.events[trigger.name]?.durable === false
        ? Object.keys(setBy(transition))
        : [],
    ),
  );

const earliestKnown = (machine: Lifecycle, state: string, known: Known) => {
  let next: { readonly field: string; readonly at: number } | undefined;
  for (const field of Object.keys(machine.states[state]?.after ?? {})) {
    const at = known[field];
    if (typeof at === "number" && (next === undefined || !reachedBy(at, next.at))) next = { field, at };
  }
  return next;
};

/** Replays instances of one machine; answers the first fault of one, or nothing. */
export const makeRowReplay = (machine: Lifecycle, policy: Policy) => {
  const placed = transitionsOf(machine);
  const hidden = unwritten(machine);
  const without = (fields: Known): Known =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !hidden.has(field)));

  /** Why this event row cannot follow, or nothing. */
  const wrongWith = (row: EventRow, state: string, known: Known, before: number): string | undefined => {
    const taken = placed.find(({ id }) => id === row.transition);
    if (taken === undefined) return `there is no transition ${row.transition}`;
    if (taken.source !== state) return `${row.transition} does not leave ${state}`;
    if (taken.target !== row.state) return `${row.transition} does not lead to ${row.state}`;
    if (taken.trigger.name !== row.event) return `${row.transition} is not taken on ${row.event}`;
    if (refusalOf(taken.transition) !== undefined) return "a refusal is no event";
    if (!reachedBy(row.at, before)) return `it is of ${String(row.at)}, before the event it follows`;
    const due = earliestKnown(machine, state, known);
    const fires = taken.trigger.kind === "deadline";
    if (due !== undefined && reachedBy(row.at, due.at) && !(fires && row.event === due.field))
      return `${due.field} was due at ${String(due.at)} and did not come first`;
    const deadline = known[row.event];
    if (fires && typeof deadline === "number" && row.at !== Math.max(deadline, before))
      return `${row.event} was due at ${String(deadline)} and fired at ${String(row.at)}`;
    if (fires && deadline === null) return `${row.event} was not set`;
    return chosenWrongly(taken, { policy, now: row.at, fields: known, given: {} });
  };

  /** The guard of the taken transition must hold, and none before it, as far as that can be asked. */
  const chosenWrongly = (taken: PlacedTransition, around: Surroundings): string | undefined => {
    const rivals = placed.filter(
      ({ source, trigger, alternative }) =>
        source === taken.source &&
        trigger.kind === taken.trigger.kind &&
        trigger.name === taken.trigger.name &&
        alternative < taken.alternative,
    );
    if (holdsIn(taken.transition.guard?.params, around) === false) return `${taken.id} is not allowed here`;
    const rival = rivals.find(({ transition }) => holdsIn(transition.guard?.params, around) === true);
    return rival === undefined ? undefined : `${rival.id} should have been taken`;
  };

  const after = ({ at, transition }: EventRow, known: Known): Known => {
    const found = placed.find(({ id }) => id === transition);
    const next: Record<string, Value> = { ...known };
    const around = { policy, now: at, fields: known, given: {} };
    for (const [field, term] of Object.entries(found === undefined ? {} : setBy(found.transition))) {
      const value = valueIn(term, around);
      if (value === undefined) Reflect.deleteProperty(next, field);
      else next[field] = value;
    }
    return without(next);
  };

  const rowWrong = (stored: StoredRow, state: string, known: Known): string | undefined => {
    if (stored.state !== state) return `the row says ${stored.state}, and its events lead to ${state}`;
    if (machine.states[state]?.meta.gone === true) return `nothing is kept of an instance that is ${state}`;
    for (const [field, value] of Object.entries(known))
      if (stored.fields[field] !== value)
        return `its ${field} is ${String(stored.fields[field])}, and its events make it ${String(value)}`;
    const keeps = machine.states[state]?.meta.keeps ?? [];
    const stray = Object.entries(stored.fields).find(
      ([field, value]) => !keeps.includes(field) && value !== machine.context[field],
    );
    return stray === undefined ? undefined : `its ${stray[0]} says something in ${state}`;
  };

  return (stored: StoredRow, events: readonly EventRow[]): RowFault | undefined => {
    let state = machine.initial;
    let known = without(machine.context);
    let before = -Infinity;
    for (const [place, row] of events.entries()) {
      const wrong =
        row.sequence === place + 1 ? wrongWith(row, state, known, before) : "an event before it is missing";
      if (wrong !== undefined)
        return { sequence: row.sequence, sentence: `Event ${String(row.sequence)}: ${wrong}.` };
      known = after(row, known);
      state = row.state;
      before = row.at;
    }
    const wrong = rowWrong(stored, state, known);
    return wrong === undefined ? undefined : { sequence: 0, sentence: `The row: ${wrong}.` };
  };
};
