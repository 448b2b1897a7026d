// What the policy level counts while it goes: decisions by ten minutes, refusals by code, transitions of the law, and the sums of all decisions.
// Every thread has its own, and they are added up at the end: sums do not depend on who counted what.
// It judges nothing.
import { machineCores, refusalCodes } from "../../impl/generated/law.ts";
import type { StepLog } from "../../impl/lifecycle/core.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { addDecision, makeDecisionSums, type DecisionSums } from "../decisions.ts";

export const slotMs = 600_000;

/** Room for the transitions of one machine. */
export const transitionsMost = 128;

export interface Counts extends DecisionSums {
  readonly startsAtMs: number;
  readonly days: number;
  /** By ten minutes of the run. */
  readonly issued: Int32Array;
  readonly checkIns: Int32Array;
  readonly refused: Int32Array;
  readonly verified: Int32Array;
  readonly withdrawn: Int32Array;
  /** By number of the code. */
  readonly refusals: Float64Array;
  /** By machine and transition, `transitionsMost` a machine. */
  readonly transitions: Float64Array;
}

/** What falls after the last day is counted with it. */
export const makeCounts = (startsAtMs: number, days: number): Counts => {
  const slots = days * 144 + 1;
  return {
    startsAtMs,
    days,
    issued: new Int32Array(slots),
    checkIns: new Int32Array(slots),
    refused: new Int32Array(slots),
    verified: new Int32Array(slots),
    withdrawn: new Int32Array(slots),
    refusals: new Float64Array(refusalCodes.length),
    transitions: new Float64Array(machineCores.length * transitionsMost),
    ...makeDecisionSums(days),
  };
};

/** The place of an instant among the ten minutes of a run. */
export const slotOf = ({ startsAtMs, issued }: Counts, atMs: number): number =>
  Math.min(issued.length - 1, Math.floor((atMs - startsAtMs) / slotMs));

/** Counts what a step met of the law, and empties its log. */
export const countTransitions = ({ transitions }: Counts, log: StepLog): void => {
  for (let entry = 0; entry < log.length; entry += 1) {
    const place = (log.machine[entry] ?? 0) * transitionsMost + (log.transition[entry] ?? 0);
    transitions[place] = (transitions[place] ?? 0) + 1;
  }
  log.length = 0;
};

/** Counts one decision, and what it met of the law. */
export const countDecision = (
  counts: Counts,
  who: number,
  atMs: number,
  decision: number,
  answer: number,
  log: StepLog,
): void => {
  const sinceMs = atMs - counts.startsAtMs;
  const day = Math.min(counts.days, Math.floor(sinceMs / millisecondsADay));
  addDecision(counts, day, who, sinceMs, decision, answer);
  if (answer > 0) {
    const { refusals, refused } = counts;
    refusals[answer] = (refusals[answer] ?? 0) + 1;
    const slot = slotOf(counts, atMs);
    refused[slot] = (refused[slot] ?? 0) + 1;
  }
  countTransitions(counts, log);
};

const columnsOf = (counts: Counts): readonly (Int32Array | Float64Array | Uint32Array)[] => [
  counts.issued,
  counts.checkIns,
  counts.refused,
  counts.verified,
  counts.withdrawn,
  counts.refusals,
  counts.transitions,
  counts.decided,
  counts.hash,
];

/** Adds what another thread counted. */
export const addCounts = (into: Counts, other: Counts): void => {
  const others = columnsOf(other);
  columnsOf(into).forEach((column, place) => {
    const added = others[place];
    for (let index = 0; index < column.length; index += 1)
      column[index] = (column[index] ?? 0) + (added?.[index] ?? 0);
  });
};
