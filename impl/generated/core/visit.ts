// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { startOfDayIfAny, later, never, note, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of visit: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface VisitColumns {
  readonly state: Uint8Array;
  readonly eraseAt: Float64Array;
  readonly late: Int32Array;
}

/** So many instances of visit, each in its initial state with nothing said. */
export const makeVisitColumns = (instances: number): VisitColumns => {
  const rows = {
    state: new Uint8Array(instances),
    eraseAt: new Float64Array(instances),
    late: new Int32Array(instances),
  };
  rows.eraseAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restVisit = (rows: VisitColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.eraseAt[slot] = never;
  rows.late[slot] = 0;
};

/** The same columns, if they are of this machine. */
export const asVisitColumns = (rows: Readonly<Record<string, unknown>>): VisitColumns | undefined => {
  const { state, eraseAt, late } = rows;
  return state instanceof Uint8Array && eraseAt instanceof Float64Array && late instanceof Int32Array
    ? { state, eraseAt, late }
    : undefined;
};

/**
 * Fires every deadline of a visit that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settleVisit(
  rows: VisitColumns,
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
        // recorded
        const due = rows.eraseAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // visit:recorded--eraseAt-->erased
        rows.eraseAt[slot] = never;
        rows.late[slot] = 0;
        rows.state[slot] = 3;
        fired = 3;
        break;
      }
      case 2: {
        // disclosed
        const due = rows.eraseAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // visit:disclosed--eraseAt-->erased
        rows.eraseAt[slot] = never;
        rows.late[slot] = 0;
        rows.state[slot] = 3;
        fired = 5;
        break;
      }
      default:
        return;
    }
    note(log, 4, slot, fired, from);
  }
}

/** `visit.recorded`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function visitVisitRecorded(
  rows: VisitColumns,
  slot: number,
  passIssuedAt: number,
  late: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // absent
      // visit:absent--visit.recorded-->recorded
      rows.eraseAt[slot] = later(startOfDayIfAny(passIssuedAt), policy.retention);
      rows.late[slot] = late;
      rows.state[slot] = 1;
      taken = 1;
      break;
    }
    default:
      return 0;
  }
  note(log, 4, slot, taken, now);
  return taken;
}

/** `visit.released`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function visitVisitReleased(
  rows: VisitColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 1: {
      // recorded
      // visit:recorded--visit.released-->disclosed
      rows.state[slot] = 2;
      taken = 2;
      break;
    }
    case 2: {
      // disclosed
      // visit:disclosed--visit.released-->disclosed
      taken = 4;
      break;
    }
    default:
      return 0;
  }
  note(log, 4, slot, taken, now);
  return taken;
}

/** The events of visit by number, from 1. */
export const visitEvents = ["visit.recorded", "visit.released"] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("011000", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepVisit(
  rows: VisitColumns,
  slot: number,
  event: number,
  passIssuedAt: number,
  late: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleVisit(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = visitVisitRecorded(rows, slot, passIssuedAt, late, now, policy, log);
      break;
    case 2:
      taken = visitVisitReleased(rows, slot, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settleVisit(rows, slot, now, now, policy, log);
  return taken;
}
