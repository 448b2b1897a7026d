/**
 * The form of a property: a promise with its clauses, its prose, whose clock it means, and a predicate for each kind of observation it judges.
 * A predicate is a plain function without state; it answers undefined where the property's premise does not apply.
 * Checkers, tests and the prover all call `holds`; nothing else decides whether a promise was kept.
 */
import type { ClauseId } from "../clauses.ts";
import type { PartyName } from "../language/rule.ts";
import type { Observation, ObservationKind, ObservationOf } from "../observations.ts";
import { millisecondsADay, seoulOffset, type Policy, type PolicyName } from "../policy.ts";

/** True, false, or undefined where the premise does not apply. */
export type Verdict = boolean | undefined;

export type Predicates = {
  readonly [Kind in ObservationKind]?: (observation: ObservationOf<Kind>, policy: Policy) => Verdict;
};

export interface Property {
  readonly id: string;
  readonly clauses: readonly ClauseId[];
  /** One or two English sentences; the Korean ones stand in labels/ko/sentences/properties.ts. */
  readonly prose: string;
  /** Whose clock the instants in it are read from; "none" where it says nothing about time. */
  readonly clock: PartyName | "none";
  /** The least trace that can check it: what parties keep, or only what a simulation sees. */
  readonly trace: "durable" | "witness";
  /** How it is checked so far: watched in runs, or watched and besides derived from the messages for every run. */
  readonly grade: "watched" | "derived and watched";
  readonly observes: readonly ObservationKind[];
  readonly holds: (observation: Observation, policy: Policy) => Verdict;
}

type Written<Id extends string> = Omit<Property, "id" | "holds"> & {
  readonly id: Id;
  readonly judges: Predicates;
};

function judge<Kind extends ObservationKind>(
  judges: Predicates,
  observation: ObservationOf<Kind>,
  policy: Policy,
): Verdict {
  const predicate: ((of: ObservationOf<Kind>, by: Policy) => Verdict) | undefined = judges[observation.kind];
  return predicate?.(observation, policy);
}

/** Writes a property down. What it observes is named beside the predicates, because keys of an object have no types. */
export const property = <const Id extends string>({ judges, ...said }: Written<Id>) => ({
  ...said,
  holds: (observation: Observation, policy: Policy): Verdict => judge(judges, observation, policy),
});

/** A duration (ms) or count of the policy. */
export const amountOf = (policy: Policy, name: PolicyName): number => {
  const value = policy.constants[name];
  if (typeof value !== "number") throw new TypeError(`the policy gives no number for ${name}`);
  return value;
};

/** The one comparison of times: whether an instant has been reached. */
export const reachedBy = (now: number, instant: number): boolean => now >= instant;

/** The first instant of a Seoul day, by its number since 1970. */
export const startOfDayNumber = (day: number): number => day * millisecondsADay - seoulOffset;

/** Whether something is still there although its end, and the lateness that a sweep is allowed, are over. */
export const isOverdue = (now: number, endsAt: number, policy: Policy): boolean =>
  !reachedBy(endsAt + amountOf(policy, "sweepLateness"), now);

/** The start of the Seoul day of an instant. */
export const startOfSeoulDay = (instant: number): number =>
  Math.floor((instant + seoulOffset) / millisecondsADay) * millisecondsADay - seoulOffset;
