/**
 * What the generated core stands on: the number for "never", the Seoul day, and the log of what a step did.
 * Generated code writes into a log instead of making objects, so that hundreds of millions of steps cost no memory.
 * Nothing here knows a machine, a rule or a number of the policy.
 */
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";

/** An instant that never comes. It is later than every instant, so no test for it is needed before comparing. */
export const never = Number.MAX_SAFE_INTEGER;

/** The start of the Seoul day of an instant, in whole milliseconds (clause C2). */
export const startOfDay = (instant: number): number =>
  Math.floor((instant + seoulOffset) / millisecondsADay) * millisecondsADay - seoulOffset;

/** The start of the Seoul day of an instant that may never come. */
export const startOfDayIfAny = (instant: number): number => (instant === never ? never : startOfDay(instant));

/** Instant plus duration, where the instant may never come. */
export const later = (instant: number, duration: number): number =>
  instant === never ? never : instant + duration;

const entriesMax = 64;

/** The transitions that one step took, in order: deadlines that fired, and the event itself. */
export interface StepLog {
  length: number;
  /** Number of the machine in generated/law.ts. */
  readonly machine: Uint8Array;
  /** Slot of the instance in its columns. */
  readonly slot: Int32Array;
  /** Number of the transition in its machine, from 1. */
  readonly transition: Int32Array;
  /** The instant at which it was taken. */
  readonly at: Float64Array;
}

export const makeStepLog = (): StepLog => ({
  length: 0,
  machine: new Uint8Array(entriesMax),
  slot: new Int32Array(entriesMax),
  transition: new Int32Array(entriesMax),
  at: new Float64Array(entriesMax),
});

/** Writes one transition down; more than a step can take is a fault of the law, and is dropped. */
export const note = (log: StepLog, machine: number, slot: number, transition: number, at: number): void => {
  const entry = log.length;
  if (entry === entriesMax) return;
  log.machine[entry] = machine;
  log.slot[entry] = slot;
  log.transition[entry] = transition;
  log.at[entry] = at;
  log.length = entry + 1;
};
