// What parties decide about people, one by one, as every level of the simulator sees it: who, when, which rule, what answer.
// Each level adds its decisions to a sum of mixed words, so that two levels, or one thread and many, are compared by a few numbers.
// Ciphertext, keys and codes have no part in it; nothing but the simulation knows who it was.
import { createHash } from "node:crypto";
import { millisecondsADay } from "../models/policy.ts";

/** The rules that are compared; the place in this list is the number in the hash. */
export const decisions = [
  "agree",
  "sendCode",
  "checkCode",
  "issue",
  "record",
  "recordLate",
  "withdraw",
] as const;
export type Decision = (typeof decisions)[number];

export const decisionNumber = (decision: Decision): number => decisions.indexOf(decision);

/** Hears of each decision: a person, or -1 for nobody; the answer is a refusal's number above 0, else what was told; a venue, or -1. */
export type HearsDecision = (
  who: number,
  atMs: number,
  decision: number,
  answer: number,
  venue: number,
) => void;

/** Two sums modulo 2^32 a day, and how many decisions they are of. */
export interface DecisionSums {
  readonly decided: Float64Array;
  readonly hash: Uint32Array;
}

/** What falls after the last day is summed with it. */
export const makeDecisionSums = (days: number): DecisionSums => ({
  decided: new Float64Array(days + 1),
  hash: new Uint32Array((days + 1) * 2),
});

/** Adds one decision to the sums of its day; `sinceMs` counts from the start of the run. */
export const addDecision = (
  { decided, hash }: DecisionSums,
  who: number,
  sinceMs: number,
  decision: number,
  answer: number,
): void => {
  const day = Math.min(decided.length - 1, Math.floor(sinceMs / millisecondsADay));
  decided[day] = (decided[day] ?? 0) + 1;
  const when = sinceMs | 0;
  let word = Math.imul(who ^ 0x9e3779b1, 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 15) ^ when, 0xc2b2ae35);
  word = Math.imul(word ^ (word >>> 13) ^ (decision << 12) ^ answer, 0x27d4eb2f);
  const other = Math.imul((word ^ (word >>> 16)) + when, 0x165667b1);
  hash[day * 2] = (hash[day * 2] ?? 0) + (word ^ (word >>> 15));
  hash[day * 2 + 1] = (hash[day * 2 + 1] ?? 0) + (other ^ (other >>> 13));
};

/** One hash over the sums of all days. */
export const decisionsHash = ({ decided, hash }: DecisionSums): string =>
  createHash("sha256")
    .update([...decided].join(","))
    .update([...hash].join(","))
    .digest("hex");

/** Sums what it hears of a run that starts at this instant and lasts so many days. */
export const makeDecisionLedger = (
  startsAtMs: number,
  days: number,
): { readonly hears: HearsDecision; readonly hash: () => string } => {
  const sums = makeDecisionSums(days);
  return {
    hears: (who, atMs, decision, answer) => {
      addDecision(sums, who, atMs - startsAtMs, decision, answer);
    },
    hash: () => decisionsHash(sums),
  };
};
