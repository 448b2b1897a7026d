/**
 * Turns a condition over given fields and the policy into a plain function, once, so that it can be asked millions of times.
 * The promises are held against observations with it; what it answers is what evaluate.ts answers, which a test compares.
 * It knows nothing but what was given: a condition that asks for fields, instances or the present instant is refused when it is made.
 */
import { millisecondsADay, seoulOffset, type Policy } from "../policy.ts";
import { LawMistake } from "./evaluate.ts";
import type { Condition, Term, Value } from "./expression.ts";

export type Given = Readonly<Record<string, Value | undefined>>;

/** Whether something holds of what is given, under a policy. */
export type Predicate = (given: Given, policy: Policy) => boolean;

type Read = (given: Given, policy: Policy) => Value;
type ReadNumber = (given: Given, policy: Policy) => number | null;

const numeric = (kind: Term["kind"], value: Value): number | null => {
  if (typeof value === "number" || value === null) return value;
  throw new LawMistake(`${kind} gave ${String(value)} where a number is needed`);
};

const addition =
  (parts: readonly ReadNumber[]): ReadNumber =>
  (given, policy) => {
    let total = 0;
    for (const part of parts) {
      const value = part(given, policy);
      if (value === null) return null;
      total += value;
    }
    return total;
  };

const least =
  (parts: readonly ReadNumber[]): ReadNumber =>
  (given, policy) => {
    let earliest: number | null = null;
    for (const part of parts) {
      const value = part(given, policy);
      if (value !== null) earliest = earliest === null ? value : Math.min(earliest, value);
    }
    return earliest;
  };

const startOfSeoulDay =
  (instant: ReadNumber): ReadNumber =>
  (given, policy) => {
    const at = instant(given, policy);
    return at === null
      ? null
      : Math.floor((at + seoulOffset) / millisecondsADay) * millisecondsADay - seoulOffset;
  };

const inGiven = (given: Given, field: string): Value => {
  const value = given[field];
  if (value === undefined) throw new LawMistake(`there is no event field called ${field}`);
  return value;
};

const inPolicy = ({ constants }: Policy, name: string): Value => {
  const value = constants[name];
  if (value === undefined) throw new LawMistake(`there is no policy constant called ${name}`);
  return value;
};

const reading = (term: Term): Read => {
  switch (term.kind) {
    case "literal": {
      const { value } = term;
      return () => value;
    }
    case "policy": {
      const { name } = term;
      return (_given, policy) => inPolicy(policy, name);
    }
    case "given": {
      const { field } = term;
      return (given) => inGiven(given, field);
    }
    case "sum":
      return addition(term.of.map(readingNumber));
    case "min":
      return least(term.of.map(readingNumber));
    case "startOfDay":
      return startOfSeoulDay(readingNumber(term.instant));
    default:
      throw new LawMistake(`a predicate sees what is given and the policy, and no ${term.kind}`);
  }
};

/** The terms met most often are read directly, because every call counts when a run asks millions of times. */
const readingNumber = (term: Term): ReadNumber => {
  switch (term.kind) {
    case "policy": {
      const { name } = term;
      return (_given, policy) => numeric("policy", inPolicy(policy, name));
    }
    case "given": {
      const { field } = term;
      return (given) => numeric("given", inGiven(given, field));
    }
    default: {
      const { kind } = term;
      const read = reading(term);
      return (given, policy) => numeric(kind, read(given, policy));
    }
  }
};

/** A condition as a function; asked of something that lacks a field or a constant it throws `LawMistake`. */
export function predicateOf(condition: Condition): Predicate {
  switch (condition.kind) {
    case "reached": {
      const instant = readingNumber(condition.instant);
      const by = readingNumber(condition.by);
      return (given, policy) => {
        const due = instant(given, policy);
        const now = by(given, policy);
        return due !== null && (now === null || now >= due);
      };
    }
    case "present": {
      const field = reading(condition.field);
      return (given, policy) => field(given, policy) !== null;
    }
    case "below": {
      const left = readingNumber(condition.left);
      const right = readingNumber(condition.right);
      return (given, policy) => (left(given, policy) ?? Infinity) < (right(given, policy) ?? Infinity);
    }
    case "equals": {
      const left = reading(condition.left);
      const right = reading(condition.right);
      return (given, policy) => left(given, policy) === right(given, policy);
    }
    case "oneOf": {
      const value = reading(condition.value);
      const { set } = condition;
      return (given, policy) => (policy.sets[set] ?? []).some((member) => member === value(given, policy));
    }
    case "flag": {
      const value = reading(condition.value);
      return (given, policy) => value(given, policy) === true;
    }
    case "and": {
      const parts = condition.of.map(predicateOf);
      return (given, policy) => {
        for (const part of parts) if (!part(given, policy)) return false;
        return true;
      };
    }
    case "or": {
      const parts = condition.of.map(predicateOf);
      return (given, policy) => {
        for (const part of parts) if (part(given, policy)) return true;
        return false;
      };
    }
    case "not": {
      const part = predicateOf(condition.of);
      return (given, policy) => !part(given, policy);
    }
    case "inState":
      throw new LawMistake("a predicate sees what is given and the policy, and no instances");
  }
}
