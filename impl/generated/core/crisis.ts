// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { note, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of crisis: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface CrisisColumns {
  readonly state: Uint8Array;
  readonly level: Int32Array;
}

/** So many instances of crisis, each in its initial state with nothing said. */
export const makeCrisisColumns = (instances: number): CrisisColumns => {
  const rows = {
    state: new Uint8Array(instances),
    level: new Int32Array(instances),
  };

  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restCrisis = (rows: CrisisColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.level[slot] = 0;
};

/** The same columns, if they are of this machine. */
export const asCrisisColumns = (rows: Readonly<Record<string, unknown>>): CrisisColumns | undefined => {
  const { state, level } = rows;
  return state instanceof Uint8Array && level instanceof Int32Array ? { state, level } : undefined;
};

/** `level.announced`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function crisisLevelAnnounced(
  rows: CrisisColumns,
  slot: number,
  level: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // suspended
      if (((policy.collectionLevels >> level) & 1) === 1) {
        // crisis:suspended--level.announced#1-->active
        rows.level[slot] = level;
        rows.state[slot] = 1;
        taken = 1;
        break;
      }
      // crisis:suspended--level.announced#2-->suspended
      rows.level[slot] = level;
      taken = 2;
      break;
    }
    case 1: {
      // active
      if (!(((policy.collectionLevels >> level) & 1) === 1)) {
        // crisis:active--level.announced#1-->suspended
        rows.level[slot] = level;
        rows.state[slot] = 0;
        taken = 3;
        break;
      }
      // crisis:active--level.announced#2-->active
      rows.level[slot] = level;
      taken = 4;
      break;
    }
    default:
      return 0;
  }
  note(log, 0, slot, taken, now);
  return taken;
}

/** The events of crisis by number, from 1. */
export const crisisEvents = ["level.announced"] as const;

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepCrisis(
  rows: CrisisColumns,
  slot: number,
  event: number,
  level: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (event) {
    case 1:
      taken = crisisLevelAnnounced(rows, slot, level, now, policy, log);
      break;
    default:
      return 0;
  }

  return taken;
}
