/**
 * What a slice's expressions are read in: the law, the hour at which slices begin, and what a term sees of a world.
 * compose.ts, calling.ts and normalform.ts share it; it reads nothing of any one slice.
 */
import { millisecondsADay, seoulOffset, type Policy } from "../policy.ts";
import { evaluate, holds, LawMistake, type Surroundings } from "./evaluate.ts";
import type { Term, Value } from "./expression.ts";
import { contextAtRest } from "./fields.ts";
import type { Instance } from "./interpret.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { Rule } from "./rule.ts";
import type { Seen, Slice, World } from "./slice.ts";

/** The law that a slice is read by; a mutant of it is another one. */
export interface Law {
  readonly machines: readonly Lifecycle[];
  readonly rules: readonly Rule[];
}

/** A Seoul midnight at which every slice begins. */
export const beginningMs = 18_444 * millisecondsADay - seoulOffset;
export const tickMs = ({ ticksADay }: Pick<Slice, "ticksADay">): number => millisecondsADay / ticksADay;

/** What the slice speaks of must be there: else the slice is a mistake. */
export const found = <Kind>(what: Kind | undefined, name: string): Kind => {
  if (what === undefined) throw new LawMistake(`the slice speaks of ${name}, and there is none`);
  return what;
};

/** An instance of which nothing has been said. */
export const restOf = (machine: Lifecycle): Instance => ({
  state: machine.initial,
  fields: contextAtRest(machine.meta.fields),
});

/** What terms see of a world; instances as they were before go by the names of `was`. */
export const seenIn = (policy: Policy, world: World, before?: World): Surroundings => ({
  policy,
  now: world.now,
  fields: world.variables,
  given: {},
  instances: {
    ...world.instances,
    ...Object.fromEntries(Object.entries(before?.instances ?? {}).map(([name, one]) => [`was ${name}`, one])),
  },
});

export const valuesOf = (terms: Readonly<Record<string, Term>> | undefined, at: Surroundings) =>
  Object.fromEntries(Object.entries(terms ?? {}).map(([name, term]) => [name, evaluate(term, at)]));

/** The value of one field of an observation. */
export function seenValue(seen: Seen, at: Surroundings): Value {
  switch (seen.kind) {
    case "stateOf":
      return found(at.instances?.[seen.instance], seen.instance).state;
    case "reached":
    case "present":
    case "below":
    case "equals":
    case "oneOf":
    case "flag":
    case "inState":
    case "and":
    case "or":
    case "not":
      return holds(seen, at);
    default:
      return evaluate(seen, at);
  }
}
