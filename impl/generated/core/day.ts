// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never, note, startOfDay, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of day: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface DayColumns {
  readonly state: Uint8Array;
  readonly endsAt: Float64Array;
}

/** So many instances of day, each in its initial state with nothing said. */
export const makeDayColumns = (instances: number): DayColumns => {
  const rows = {
    state: new Uint8Array(instances),
    endsAt: new Float64Array(instances),
  };
  rows.endsAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restDay = (rows: DayColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.endsAt[slot] = never;
};

/** The same columns, if they are of this machine. */
export const asDayColumns = (rows: Readonly<Record<string, unknown>>): DayColumns | undefined => {
  const { state, endsAt } = rows;
  return state instanceof Uint8Array && endsAt instanceof Float64Array ? { state, endsAt } : undefined;
};

/**
 * Fires every deadline of a day that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settleDay(
  rows: DayColumns,
  slot: number,
  from: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): void {
  for (;;) {
    let fired = 0;
    switch (rows.state[slot]) {
      case 1: {
        // kept
        const due = rows.endsAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // day:kept--endsAt-->erased
        rows.endsAt[slot] = never;
        rows.state[slot] = 2;
        fired = 3;
        break;
      }
      default:
        return;
    }
    note(log, 5, slot, fired, from);
  }
}

/** `day.opened`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function dayDayOpened(
  rows: DayColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unopened
      // day:unopened--day.opened-->kept
      rows.endsAt[slot] = startOfDay(now) + policy.retention;
      rows.state[slot] = 1;
      taken = 1;
      break;
    }
    case 1: {
      // kept
      // day:kept--day.opened-->kept
      taken = 2;
      break;
    }
    default:
      return 0;
  }
  note(log, 5, slot, taken, now);
  return taken;
}

/** The events of day by number, from 1. */
export const dayEvents = ["day.opened"] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("0100", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepDay(
  rows: DayColumns,
  slot: number,
  event: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDay(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = dayDayOpened(rows, slot, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settleDay(rows, slot, now, now, policy, log);
  return taken;
}
