// What the policy level counts while it goes: decisions by ten minutes, refusals by code, transitions of the law, and the sums of all decisions.
// Every thread has its own, and they are added up at the end: sums do not depend on who counted what.
// It judges nothing.
import { machineCores, refusalCodes } from "../../impl/generated/law.ts";
import type { StepLog } from "../../impl/lifecycle/core.ts";
import { addDecision, makeDecisionSums, type DecisionSums } from "../decisions.ts";
import { tenMinutesMs, tensADay } from "../world/tenminutes.ts";

/** Room for the transitions of one machine. */
const transitionsMost = 128;

export interface Counts extends DecisionSums {
  readonly startsAtMs: number;
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
  const slots = days * tensADay + 1;
  return {
    startsAtMs,
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

type CountedAt = "issued" | "checkIns" | "refused" | "verified" | "withdrawn";

/** Counts one of these in the ten minutes of an instant. */
export const countAt = (counts: Counts, what: CountedAt, atMs: number): void => {
  const column = counts[what];
  const slot = Math.min(column.length - 1, Math.floor((atMs - counts.startsAtMs) / tenMinutesMs));
  column[slot] = (column[slot] ?? 0) + 1;
};

/** How often a transition of a machine was taken, both by their numbers. */
export const takenOf = ({ transitions }: Counts, machine: number, transition: number): number =>
  transitions[machine * transitionsMost + transition] ?? 0;

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
  addDecision(counts, who, atMs - counts.startsAtMs, decision, answer);
  if (answer > 0) {
    const { refusals } = counts;
    refusals[answer] = (refusals[answer] ?? 0) + 1;
    countAt(counts, "refused", atMs);
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
