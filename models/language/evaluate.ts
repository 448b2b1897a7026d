/**
 * The one interpreter of the expression language, used by XState's executions, by the trace checker and by the diagrams.
 * Generated code is compared with it and never calls it.
 * An expression that does not fit what it is asked about is a mistake in the models: it throws `LawMistake`, which the linter finds first.
 */
import type { Condition, Term, Value } from "./expression.ts";
import type { Policy } from "../policy.ts";
import { millisecondsADay, seoulOffset } from "../policy.ts";

/** What an expression can see while it is evaluated. */
export interface Surroundings {
  readonly policy: Policy;
  /** The instant of the decision, in whole milliseconds. */
  readonly now: number;
  readonly fields: Readonly<Record<string, Value>>;
  readonly given: Readonly<Record<string, Value | undefined>>;
  /** The instances of a rule, by name; a machine's own guards have none. */
  readonly instances?: Readonly<
    Record<string, { readonly state: string; readonly fields: Readonly<Record<string, Value>> }>
  >;
}

export class LawMistake extends Error {
  override readonly name = "LawMistake";
}

const startOfSeoulDay = (instant: number): number =>
  Math.floor((instant + seoulOffset) / millisecondsADay) * millisecondsADay - seoulOffset;

const numeric = (term: Term, at: Surroundings): number | null => {
  const value = evaluate(term, at);
  if (typeof value === "number" || value === null) return value;
  throw new LawMistake(`${term.kind} gave ${String(value)} where a number is needed`);
};

const addition = (terms: readonly Term[], at: Surroundings): number | null => {
  let total = 0;
  for (const term of terms) {
    const value = numeric(term, at);
    if (value === null) return null;
    total += value;
  }
  return total;
};

const least = (terms: readonly Term[], at: Surroundings): number | null => {
  const values = terms.map((term) => numeric(term, at)).filter((value) => value !== null);
  return values.length === 0 ? null : Math.min(...values);
};

const known = (
  values: Readonly<Record<string, Value | undefined>> | undefined,
  name: string,
  what: string,
): Value => {
  const value = values?.[name];
  if (value === undefined) throw new LawMistake(`there is no ${what} called ${name}`);
  return value;
};

/** The value of a term: instants and durations in milliseconds. */
export function evaluate(term: Term, at: Surroundings): Value {
  switch (term.kind) {
    case "literal":
      return term.value;
    case "policy": {
      const value = known(at.policy.constants, term.name, "policy constant");
      return value;
    }
    case "field":
      return term.instance === undefined
        ? known(at.fields, term.field, "field")
        : known(at.instances?.[term.instance]?.fields, term.field, `field of ${term.instance}`);
    case "given":
      return known(at.given, term.field, "event field");
    case "now":
      return at.now;
    case "sum":
      return addition(term.of, at);
    case "min":
      return least(term.of, at);
    case "startOfDay": {
      const instant = numeric(term.instant, at);
      return instant === null ? null : startOfSeoulDay(instant);
    }
  }
}

/** Whether a condition holds. */
export function holds(condition: Condition, at: Surroundings): boolean {
  switch (condition.kind) {
    case "reached": {
      const instant = numeric(condition.instant, at);
      const by = numeric(condition.by, at);
      return instant !== null && (by === null || by >= instant);
    }
    case "present":
      return evaluate(condition.field, at) !== null;
    case "below":
      return (numeric(condition.left, at) ?? Infinity) < (numeric(condition.right, at) ?? Infinity);
    case "equals":
      return evaluate(condition.left, at) === evaluate(condition.right, at);
    case "oneOf":
      return (at.policy.sets[condition.set] ?? []).some((member) => member === evaluate(condition.value, at));
    case "flag":
      return evaluate(condition.value, at) === true;
    case "inState": {
      const state = at.instances?.[condition.instance]?.state;
      return condition.states.some((name) => name === state);
    }
    case "and":
      return condition.of.every((part) => holds(part, at));
    case "or":
      return condition.of.some((part) => holds(part, at));
    case "not":
      return !holds(condition.of, at);
  }
}
