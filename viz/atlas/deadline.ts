// How long a deadline is, read from the law: the expressions that can have set its field by the time a state obeys it.
// Labels of deadlines and the notes on what a state keeps use it.
// It follows the transitions backwards from the state until one sets the field, and knows no number of its own.
import type { Term } from "../../models/language/expression.ts";
import { refusalOf, setBy, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Policy } from "../../models/policy.ts";

export interface Length {
  readonly ms: number;
  /** True when something else may end it sooner. */
  readonly atMost: boolean;
}

const isNever = (term: Term): boolean => term.kind === "literal" && term.value === null;

/** Every expression that can have given the field its value in the state; "never" is none. */
export function settersOf(machine: Lifecycle, state: string, field: string): readonly Term[] {
  const transitions = transitionsOf(machine).filter((one) => refusalOf(one.transition) === undefined);
  const found: Term[] = [];
  const seen = new Set([state]);
  for (const reached of seen) {
    for (const { source, target, transition } of transitions) {
      if (target !== reached) continue;
      const term = setBy(transition)[field];
      if (term === undefined) seen.add(source);
      else if (!isNever(term)) found.push(term);
    }
  }
  return found;
}

/** The policy's part of an instant: what is added to the moment it counts from. */
export function lengthOf(term: Term, policy: Policy): Length | undefined {
  switch (term.kind) {
    case "policy": {
      const value = policy.constants[term.name];
      return typeof value === "number" ? { ms: value, atMost: false } : undefined;
    }
    case "sum": {
      const parts = term.of.map((part) => lengthOf(part, policy)).filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      return {
        ms: parts.reduce((total, part) => total + part.ms, 0),
        atMost: parts.some((part) => part.atMost),
      };
    }
    case "min": {
      const parts = term.of.map((part) => lengthOf(part, policy)).filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      return { ms: Math.min(...parts.map((part) => part.ms)), atMost: term.of.length > 1 };
    }
    case "literal":
    case "field":
    case "given":
    case "now":
    case "startOfDay":
      return undefined;
  }
}

/** The lengths a deadline can have in a state, each once, shortest first. */
export function lengthsOf(
  machine: Lifecycle,
  state: string,
  field: string,
  policy: Policy,
): readonly Length[] {
  const lengths = settersOf(machine, state, field)
    .map((term) => lengthOf(term, policy))
    .filter((length) => length !== undefined);
  const unique = new Map(lengths.map((length) => [`${length.ms} ${length.atMost}`, length]));
  return [...unique.values()].sort((a, b) => a.ms - b.ms);
}
