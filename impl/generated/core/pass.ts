// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never, note, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of pass: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface PassColumns {
  readonly state: Uint8Array;
  readonly issuedAt: Float64Array;
  readonly shownUntil: Float64Array;
  readonly expiresAt: Float64Array;
}

/** So many instances of pass, each in its initial state with nothing said. */
export const makePassColumns = (instances: number): PassColumns => {
  const rows = {
    state: new Uint8Array(instances),
    issuedAt: new Float64Array(instances),
    shownUntil: new Float64Array(instances),
    expiresAt: new Float64Array(instances),
  };
  rows.issuedAt.fill(never);
  rows.shownUntil.fill(never);
  rows.expiresAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restPass = (rows: PassColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.issuedAt[slot] = never;
  rows.shownUntil[slot] = never;
  rows.expiresAt[slot] = never;
};

/** The same columns, if they are of this machine. */
export const asPassColumns = (rows: Readonly<Record<string, unknown>>): PassColumns | undefined => {
  const { state, issuedAt, shownUntil, expiresAt } = rows;
  return state instanceof Uint8Array &&
    issuedAt instanceof Float64Array &&
    shownUntil instanceof Float64Array &&
    expiresAt instanceof Float64Array
    ? { state, issuedAt, shownUntil, expiresAt }
    : undefined;
};

/**
 * Fires every deadline of a pass that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settlePass(
  rows: PassColumns,
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
        // issued
        const due = rows.expiresAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // pass:issued--expiresAt-->expired
        rows.issuedAt[slot] = never;
        rows.shownUntil[slot] = never;
        rows.expiresAt[slot] = never;
        rows.state[slot] = 3;
        fired = 8;
        break;
      }
      default:
        return;
    }
    note(log, 3, slot, fired, from);
  }
}

/** `pass.issued`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function passPassIssued(
  rows: PassColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unissued
      // pass:unissued--pass.issued-->issued
      rows.issuedAt[slot] = now;
      rows.shownUntil[slot] = now + policy.passLifetime;
      rows.expiresAt[slot] = now + policy.passLifetime + policy.clockSkew;
      rows.state[slot] = 1;
      taken = 1;
      break;
    }
    default:
      return 0;
  }
  note(log, 3, slot, taken, now);
  return taken;
}

/** `pass.presented`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function passPassPresented(
  rows: PassColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unissued
      // pass:unissued--pass.presented-->unissued
      taken = 2;
      break;
    }
    case 1: {
      // issued
      if (now >= (rows.shownUntil[slot] ?? never)) {
        // pass:issued--pass.presented#1-->issued
        taken = 4;
        break;
      }
      // pass:issued--pass.presented#2-->issued
      taken = 5;
      break;
    }
    case 2: {
      // accepted
      // pass:accepted--pass.presented-->accepted
      taken = 9;
      break;
    }
    case 3: {
      // expired
      // pass:expired--pass.presented-->expired
      taken = 11;
      break;
    }
    default:
      return 0;
  }
  note(log, 3, slot, taken, now);
  return taken;
}

/** `pass.scanned`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function passPassScanned(
  rows: PassColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unissued
      // pass:unissued--pass.scanned-->unissued
      taken = 3;
      break;
    }
    case 1: {
      // issued
      if (!(now + policy.clockSkew >= (rows.issuedAt[slot] ?? never))) {
        // pass:issued--pass.scanned#1-->issued
        taken = 6;
        break;
      }
      // pass:issued--pass.scanned#2-->accepted
      rows.issuedAt[slot] = never;
      rows.shownUntil[slot] = never;
      rows.expiresAt[slot] = never;
      rows.state[slot] = 2;
      taken = 7;
      break;
    }
    case 2: {
      // accepted
      // pass:accepted--pass.scanned-->accepted
      taken = 10;
      break;
    }
    case 3: {
      // expired
      // pass:expired--pass.scanned-->expired
      taken = 12;
      break;
    }
    default:
      return 0;
  }
  note(log, 3, slot, taken, now);
  return taken;
}

/** The events of pass by number, from 1. */
export const passEvents = ["pass.issued", "pass.presented", "pass.scanned"] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("0100000100000", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepPass(
  rows: PassColumns,
  slot: number,
  event: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settlePass(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = passPassIssued(rows, slot, now, policy, log);
      break;
    case 2:
      taken = passPassPresented(rows, slot, now, policy, log);
      break;
    case 3:
      taken = passPassScanned(rows, slot, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settlePass(rows, slot, now, now, policy, log);
  return taken;
}
