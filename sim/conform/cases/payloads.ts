/**
 * Everything that an event can bring, as far as the law can tell it apart: each declared value of what is no instant, and instants
 * on both sides of every boundary that a guard asks about, of every deadline that would be set, and around the present.
 * Instants of one event are chosen in both orders, because one may be bounded by another (a window by its start).
 */
import type { Surroundings } from "../../../models/language/evaluate.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Given, Happening, Instance } from "../../../models/language/interpret.ts";
import { setBy, type Lifecycle, type Transition } from "../../../models/language/lifecycle.ts";
import type { Policy } from "../../../models/policy.ts";
import { boundariesOf, comparisonsIn } from "./boundaries.ts";

const finite = (field: Exclude<Field, { kind: "instant" }>): readonly Value[] => {
  switch (field.kind) {
    case "count":
    case "id":
      return field.domain;
    case "choice":
      return field.words;
    case "flag":
      return [true, false];
  }
};

const bothSides = (instant: number): readonly number[] => [instant - 1, instant, instant + 1];

/** What the transitions ask about time, and whether a deadline that they set would be over at once. */
export const comparisonsOf = (transitions: readonly Transition[]) =>
  transitions.flatMap((transition) => [
    ...(transition.guard === undefined ? [] : comparisonsIn(transition.guard.params)),
    ...Object.values(setBy(transition)).map(
      (instant) => ({ kind: "reached", instant, by: { kind: "now" } }) as const,
    ),
  ]);

type Comparisons = ReturnType<typeof comparisonsOf>;

const instantsOf = (
  names: readonly string[],
  comparisons: Comparisons,
  around: Surroundings,
  sofar: Given = {},
): readonly Given[] => {
  const [name, ...left] = names;
  if (name === undefined) return [sofar];
  const known = { ...around, given: sofar };
  const boundaries = boundariesOf(comparisons, { kind: "given", field: name }, known);
  const chosen = new Set([...bothSides(around.now), ...boundaries.flatMap(bothSides)]);
  return [...chosen, null].flatMap((instant) =>
    instantsOf(left, comparisons, around, { ...sofar, [name]: instant }),
  );
};

const product = (domains: readonly (readonly [string, readonly Value[]])[]): readonly Given[] =>
  domains.reduce<readonly Given[]>(
    (sofar, [name, values]) => sofar.flatMap((given) => values.map((value) => ({ ...given, [name]: value }))),
    [{}],
  );

/** What the event can bring to an instance that stands there, now. Where it is not heard one payload is enough. */
export function payloadsOf(
  machine: Lifecycle,
  type: string,
  { state, fields: standing }: Instance,
  now: number,
  policy: Policy,
): readonly Happening[] {
  const fields = Object.entries(machine.meta.events[type]?.fields ?? {});
  const heard = machine.states[state]?.on?.[type] ?? [];
  const names = fields.flatMap(([name, { kind }]) => (kind === "instant" ? [name] : []));
  const around = { policy, now, fields: standing, given: {} };
  const comparisons = comparisonsOf(heard);
  const orders = names.length > 1 ? [names, names.toReversed()] : [names];
  const moments = orders.flatMap((order) => instantsOf(order, comparisons, around));
  const others = product(
    fields.flatMap(([name, field]) => (field.kind === "instant" ? [] : [[name, finite(field)] as const])),
  );
  const all = others.flatMap((other) => moments.map((moment) => ({ type, given: { ...other, ...moment } })));
  return heard.length > 0 ? all : all.slice(0, 1);
}
