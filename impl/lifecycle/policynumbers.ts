/**
 * Reads single values out of a policy for the generated `policyNumbers`.
 * A policy is built by code or decoded at the boundary before it comes here; what is missing is a fault and throws.
 */
import type { Policy } from "../../models/policy.ts";

/** A duration in milliseconds or a count. */
export const amount = (policy: Policy, name: string): number => {
  const value = policy.constants[name];
  if (typeof value !== "number") throw new TypeError(`the policy gives no number for ${name}`);
  return value;
};

export const word = (policy: Policy, name: string): string => {
  const value = policy.constants[name];
  if (typeof value !== "string") throw new TypeError(`the policy gives no word for ${name}`);
  return value;
};

/** The place of a word in its vocabulary. */
export const place = (vocabulary: readonly string[], value: string): number => {
  const found = vocabulary.indexOf(value);
  if (found < 0) throw new TypeError(`${value} is none of ${vocabulary.join(", ")}`);
  return found;
};

/** A set of words as bits by their place. */
export const bits = (vocabulary: readonly string[], policy: Policy, name: string): number =>
  (policy.sets[name] ?? []).reduce((mask, member) => mask | (1 << place(vocabulary, member)), 0);
