/**
 * The closed expression language in which the law is written: what a guard asks, what an update sets.
 * Machines (models/*.ts) and rules (models/system.ts) use the builders below, so that a condition reads like a sentence;
 * what they build is plain data, which evaluate.ts interprets, impl/generate compiles and sentence.ts says aloud.
 * The language has no closures, no loops and no clock but `now`, and `reached` is its only comparison of times.
 */

/** What a field of a context or an event can hold: an instant in whole milliseconds, a count, a word, an id, a flag, or nothing. */
export type Value = number | string | boolean | null;

/** An expression with a value: an instant (ms), a duration (ms), a count, a word or an id. */
export type Term =
  | { readonly kind: "literal"; readonly value: Value }
  | { readonly kind: "policy"; readonly name: string }
  | { readonly kind: "field"; readonly field: string; readonly instance?: string }
  | { readonly kind: "given"; readonly field: string }
  | { readonly kind: "now" }
  | { readonly kind: "sum"; readonly of: readonly Term[] }
  | { readonly kind: "min"; readonly of: readonly Term[] }
  | { readonly kind: "startOfDay"; readonly instant: Term };

/** An expression that is true or false. */
export type Condition =
  | { readonly kind: "reached"; readonly instant: Term; readonly by: Term }
  | { readonly kind: "present"; readonly field: Term }
  | { readonly kind: "below"; readonly left: Term; readonly right: Term }
  | { readonly kind: "equals"; readonly left: Term; readonly right: Term }
  | { readonly kind: "oneOf"; readonly value: Term; readonly set: string }
  | { readonly kind: "flag"; readonly value: Term }
  | { readonly kind: "inState"; readonly instance: string; readonly states: readonly string[] }
  | { readonly kind: "and"; readonly of: readonly Condition[] }
  | { readonly kind: "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };

/** A constant word, count or `null` ("never", "nobody"); numbers of the policy never stand here but in policy.ts. */
export const literal = (value: Value): Term => ({ kind: "literal", value });
/** An instant that never comes, or an id of nobody. */
export const never: Term = literal(null);
/** A constant of the policy in force, by its name in policy.ts. */
export const policy = (name: string): Term => ({ kind: "policy", name });
/** A field of the machine's own context; in a rule, of the named instance. */
export const field = (name: string, instance?: string): Term =>
  instance === undefined ? { kind: "field", field: name } : { kind: "field", field: name, instance };
/** A field that the event (or the rule's trigger) brings along. */
export const given = (name: string): Term => ({ kind: "given", field: name });
/** The instant at which the step is decided; for a deadline, the deadline's own instant. */
export const now: Term = { kind: "now" };
/** Instant plus duration, or count plus count; a sum with "never" is never. */
export const sum = (...of: readonly Term[]): Term => ({ kind: "sum", of });
/** The earliest instant, or the least count. */
export const min = (...of: readonly Term[]): Term => ({ kind: "min", of });
/** The start of the day of an instant, as counted in Asia/Seoul (clause C2). */
export const startOfDay = (instant: Term): Term => ({ kind: "startOfDay", instant });

/** True when `by` (the present instant unless said otherwise) is at or after the instant; never true of "never". */
export const reached = (instant: Term, by: Term = now): Condition => ({ kind: "reached", instant, by });
/** True when an instant or id is set. */
export const present = (of: Term): Condition => ({ kind: "present", field: of });
/** True when the left count is less than the right one. */
export const below = (left: Term, right: Term): Condition => ({ kind: "below", left, right });
/** Equality of ids, words or counts; times are never compared by it. */
export const equals = (left: Term, right: Term): Condition => ({ kind: "equals", left, right });
/** True when the word is a member of the named finite set of the policy. */
export const oneOf = (value: Term, set: string): Condition => ({ kind: "oneOf", value, set });
/** True when the flag is up. */
export const flag = (value: Term): Condition => ({ kind: "flag", value });
/** In a rule: the named instance is in one of the states. */
export const inState = (instance: string, ...states: readonly string[]): Condition => ({
  kind: "inState",
  instance,
  states,
});
export const and = (...of: readonly Condition[]): Condition => ({ kind: "and", of });
export const or = (...of: readonly Condition[]): Condition => ({ kind: "or", of });
export const not = (of: Condition): Condition => ({ kind: "not", of });
