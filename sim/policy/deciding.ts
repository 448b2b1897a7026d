// Tells of each decision at the door: counts it, and lets whoever wants hear it.
// Both sides of the door write what they took of the law into one log, which is empty again after each decision.
import { makeStepLog, type StepLog } from "../../impl/lifecycle/core.ts";
import type { HearsDecision } from "../decisions.ts";
import { countDecision, type Counts } from "./counts.ts";
import type { Hand } from "./hand.ts";

export interface Deciding {
  readonly log: StepLog;
  readonly decided: (atMs: number, decision: number, answer: number, venue: number) => void;
}

export const makeDeciding = (counts: Counts, hand: Hand, hears: HearsDecision | undefined): Deciding => {
  const log = makeStepLog();
  return {
    log,
    decided: (atMs, decision, answer, venue) => {
      countDecision(counts, hand.who, atMs, decision, answer, log);
      if (hears !== undefined) hears(hand.who, atMs, decision, answer, venue);
    },
  };
};
