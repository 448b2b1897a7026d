// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { startOfDayIfAny, later, never, note, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of disclosure: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface DisclosureColumns {
  readonly state: Uint8Array;
  readonly requestedBy: Int32Array;
  readonly approvedBy: Int32Array;
  readonly ground: Int32Array;
  readonly lapseAt: Float64Array;
  readonly answerEndsAt: Float64Array;
}

/** So many instances of disclosure, each in its initial state with nothing said. */
export const makeDisclosureColumns = (instances: number): DisclosureColumns => {
  const rows = {
    state: new Uint8Array(instances),
    requestedBy: new Int32Array(instances),
    approvedBy: new Int32Array(instances),
    ground: new Int32Array(instances),
    lapseAt: new Float64Array(instances),
    answerEndsAt: new Float64Array(instances),
  };
  rows.lapseAt.fill(never);
  rows.answerEndsAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restDisclosure = (rows: DisclosureColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.requestedBy[slot] = 0;
  rows.approvedBy[slot] = 0;
  rows.ground[slot] = 0;
  rows.lapseAt[slot] = never;
  rows.answerEndsAt[slot] = never;
};

/** The same columns, if they are of this machine. */
export const asDisclosureColumns = (
  rows: Readonly<Record<string, unknown>>,
): DisclosureColumns | undefined => {
  const { state, requestedBy, approvedBy, ground, lapseAt, answerEndsAt } = rows;
  return state instanceof Uint8Array &&
    requestedBy instanceof Int32Array &&
    approvedBy instanceof Int32Array &&
    ground instanceof Int32Array &&
    lapseAt instanceof Float64Array &&
    answerEndsAt instanceof Float64Array
    ? { state, requestedBy, approvedBy, ground, lapseAt, answerEndsAt }
    : undefined;
};

/**
 * Fires every deadline of a disclosure that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settleDisclosure(
  rows: DisclosureColumns,
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
        // requested
        const due = rows.lapseAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // disclosure:requested--lapseAt-->lapsed
        rows.lapseAt[slot] = never;
        rows.state[slot] = 7;
        fired = 12;
        break;
      }
      case 2: {
        // approved
        const due = rows.lapseAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // disclosure:approved--lapseAt-->lapsed
        rows.lapseAt[slot] = never;
        rows.state[slot] = 7;
        fired = 15;
        break;
      }
      case 3: {
        // released
        const due = rows.lapseAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // disclosure:released--lapseAt-->lapsed
        rows.lapseAt[slot] = never;
        rows.state[slot] = 7;
        fired = 17;
        break;
      }
      case 4: {
        // answered
        const due = rows.answerEndsAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // disclosure:answered--answerEndsAt-->closed
        rows.answerEndsAt[slot] = never;
        rows.state[slot] = 5;
        fired = 19;
        break;
      }
      default:
        return;
    }
    note(log, 6, slot, fired, from);
  }
}

/** `case.requested`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseRequested(
  rows: DisclosureColumns,
  slot: number,
  officer: number,
  ground: number,
  venues: number,
  windowStart: number,
  windowEnd: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // absent
      if (!(((policy.caseGrounds >> ground) & 1) === 1)) {
        // disclosure:absent--case.requested#1-->absent
        taken = 1;
        break;
      }
      if (venues < 1) {
        // disclosure:absent--case.requested#2-->absent
        taken = 2;
        break;
      }
      if (policy.caseVenues < venues) {
        // disclosure:absent--case.requested#3-->absent
        taken = 3;
        break;
      }
      if (windowEnd !== never && windowStart >= windowEnd) {
        // disclosure:absent--case.requested#4-->absent
        taken = 4;
        break;
      }
      if (!(windowEnd !== never && later(windowStart, policy.caseWindow) >= windowEnd)) {
        // disclosure:absent--case.requested#5-->absent
        taken = 5;
        break;
      }
      if (!(now >= windowEnd)) {
        // disclosure:absent--case.requested#6-->absent
        taken = 6;
        break;
      }
      if (now >= later(startOfDayIfAny(windowEnd), policy.retention)) {
        // disclosure:absent--case.requested#7-->absent
        taken = 7;
        break;
      }
      // disclosure:absent--case.requested#8-->requested
      rows.requestedBy[slot] = officer;
      rows.ground[slot] = ground;
      rows.lapseAt[slot] = now + policy.caseDecision;
      rows.state[slot] = 1;
      taken = 8;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** `case.approved`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseApproved(
  rows: DisclosureColumns,
  slot: number,
  officer: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 1: {
      // requested
      if (1 < policy.officersRequired && officer === (rows.requestedBy[slot] ?? 0)) {
        // disclosure:requested--case.approved#1-->requested
        taken = 9;
        break;
      }
      // disclosure:requested--case.approved#2-->approved
      rows.approvedBy[slot] = officer;
      rows.lapseAt[slot] = now + policy.caseLifetime;
      rows.state[slot] = 2;
      taken = 10;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** `case.denied`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseDenied(
  rows: DisclosureColumns,
  slot: number,
  officer: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 1: {
      // requested
      // disclosure:requested--case.denied-->denied
      rows.lapseAt[slot] = never;
      rows.state[slot] = 6;
      taken = 11;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** `case.released`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseReleased(
  rows: DisclosureColumns,
  slot: number,
  records: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 2: {
      // approved
      if (policy.caseRecords < records) {
        // disclosure:approved--case.released#1-->approved
        taken = 13;
        break;
      }
      // disclosure:approved--case.released#2-->released
      rows.state[slot] = 3;
      taken = 14;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** `case.answered`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseAnswered(
  rows: DisclosureColumns,
  slot: number,
  recordsEndAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 3: {
      // released
      // disclosure:released--case.answered-->answered
      rows.lapseAt[slot] = never;
      rows.answerEndsAt[slot] = Math.min(now + policy.caseAnswerKept, recordsEndAt);
      rows.state[slot] = 4;
      taken = 16;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** `case.closed`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function disclosureCaseClosed(
  rows: DisclosureColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 4: {
      // answered
      // disclosure:answered--case.closed-->closed
      rows.answerEndsAt[slot] = never;
      rows.state[slot] = 5;
      taken = 18;
      break;
    }
    default:
      return 0;
  }
  note(log, 6, slot, taken, now);
  return taken;
}

/** The events of disclosure by number, from 1. */
export const disclosureEvents = [
  "case.requested",
  "case.approved",
  "case.denied",
  "case.released",
  "case.answered",
  "case.closed",
] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("00000000101100101010", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepDisclosure(
  rows: DisclosureColumns,
  slot: number,
  event: number,
  officer: number,
  ground: number,
  venues: number,
  windowStart: number,
  windowEnd: number,
  records: number,
  recordsEndAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDisclosure(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = disclosureCaseRequested(
        rows,
        slot,
        officer,
        ground,
        venues,
        windowStart,
        windowEnd,
        now,
        policy,
        log,
      );
      break;
    case 2:
      taken = disclosureCaseApproved(rows, slot, officer, now, policy, log);
      break;
    case 3:
      taken = disclosureCaseDenied(rows, slot, officer, now, policy, log);
      break;
    case 4:
      taken = disclosureCaseReleased(rows, slot, records, now, policy, log);
      break;
    case 5:
      taken = disclosureCaseAnswered(rows, slot, recordsEndAt, now, policy, log);
      break;
    case 6:
      taken = disclosureCaseClosed(rows, slot, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settleDisclosure(rows, slot, now, now, policy, log);
  return taken;
}
