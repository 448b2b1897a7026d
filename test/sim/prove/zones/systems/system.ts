// The form of the small timed systems that the searches are compared on: a slice and a law made by hand, and two numbers that are varied.
// What must not happen is a move that breaks a promise whenever it can be made, so that only the times decide whether it can.
// Nothing of the law of the product stands here, so that a mistake in it cannot make the searches agree.
import type { Law } from "../../../../../models/language/compose.ts";
import { literal, now, type Condition, type Term } from "../../../../../models/language/expression.ts";
import type { Fields } from "../../../../../models/language/fields.ts";
import {
  event,
  lifecycle,
  to,
  type Lifecycle,
  type State,
  type Transition,
} from "../../../../../models/language/lifecycle.ts";
import { noted, type Move, type Slice } from "../../../../../models/language/slice.ts";
import type { Policy } from "../../../../../models/policy.ts";
import type { PropertyId } from "../../../../../models/properties.ts";

export interface System {
  readonly slice: Slice;
  readonly law: Law;
  readonly promise: PropertyId;
  /** The policy for the two numbers that are varied, in milliseconds. */
  readonly policyOf: (first: number, second: number) => Policy;
}

/** The promise that the bad thing breaks. */
export const once: PropertyId = "stored-once";

/** Noted where the bad thing happens: something is stored for the second time. */
export const badThing = (when?: Condition) =>
  noted("passStored", { at: now, pass: literal(1), times: literal(2) }, when);

export const badId = "the bad thing";

/** The bad thing, where it can happen. */
export const bad = (when: Condition): Move => ({
  id: badId,
  says: "The bad thing happens.",
  party: "world",
  when,
  notes: [badThing()],
});

/** A transition that says no more than what it sets. */
export const goes = (target: string, set: Readonly<Record<string, Term>> = {}): Transition =>
  to(target, { set, says: "It goes on.", clauses: [] });

type Written = Pick<State, "on" | "after">;

/** A lifecycle of a few states; the first one is the one it begins in. */
export function machine(
  id: string,
  fields: Fields,
  states: Readonly<Record<string, Written>>,
  keptAs: "row" | "token" = "row",
): Lifecycle {
  const events = Object.values(states).flatMap(({ on }) => Object.keys(on ?? {}));
  return lifecycle({
    id,
    description: id,
    initial: Object.keys(states)[0] ?? "",
    meta: {
      keptAs,
      parties: [],
      clauses: [],
      fields,
      events: Object.fromEntries(events.map((name) => [name, event([])])),
    },
    states: Object.fromEntries(
      Object.entries(states).map(([name, written]) => [
        name,
        { description: name, meta: { clauses: [], keeps: Object.keys(fields) }, ...written },
      ]),
    ),
  });
}

/** A slice of these instances and moves; how long a day is does not matter to it. */
export const sliceOf = (
  parts: Pick<Slice, "instances" | "moves"> & Partial<Pick<Slice, "variables" | "watches" | "ticksADay">>,
): Slice => ({
  id: "door",
  description: "A small system.",
  leavesOut: "Everything else.",
  beginsWith: "Nothing has happened yet.",
  ticksADay: 1,
  horizon: 1,
  small: {},
  variables: {},
  watches: [],
  swaps: [],
  atLast: [],
  ...parts,
});

export const policyOf = (constants: Policy["constants"]): Policy => ({
  preset: "2020-07",
  constants,
  sets: {},
});
