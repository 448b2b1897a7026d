// The arithmetic of instants with which rows in a store are looked at from outside: reached, and overdue by more than a sweep may be.
// Only the replay of what parties keep uses it; what a promise means stands in models/properties/ as conditions.
import type { Policy, PolicyName } from "../../models/policy.ts";

/** A duration (ms) or count of the policy. */
export const amountOf = (policy: Policy, name: PolicyName): number => {
  const value = policy.constants[name];
  if (typeof value !== "number") throw new TypeError(`the policy gives no number for ${name}`);
  return value;
};

/** The one comparison of times: whether an instant has been reached. */
export const reachedBy = (now: number, instant: number): boolean => now >= instant;

/** Whether something is still there although its end, and the lateness that a sweep is allowed, are over. */
export const isOverdue = (now: number, endsAt: number, policy: Policy): boolean =>
  !reachedBy(endsAt + amountOf(policy, "sweepLateness"), now);
