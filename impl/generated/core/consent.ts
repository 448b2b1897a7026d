// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never, note, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of consent: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface ConsentColumns {
  readonly state: Uint8Array;
  readonly noticeVersion: Int32Array;
  readonly givenAt: Float64Array;
  readonly endsAt: Float64Array;
}

/** So many instances of consent, each in its initial state with nothing said. */
export const makeConsentColumns = (instances: number): ConsentColumns => {
  const rows = {
    state: new Uint8Array(instances),
    noticeVersion: new Int32Array(instances),
    givenAt: new Float64Array(instances),
    endsAt: new Float64Array(instances),
  };
  rows.givenAt.fill(never);
  rows.endsAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restConsent = (rows: ConsentColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.noticeVersion[slot] = 0;
  rows.givenAt[slot] = never;
  rows.endsAt[slot] = never;
};

/** The same columns, if they are of this machine. */
export const asConsentColumns = (rows: Readonly<Record<string, unknown>>): ConsentColumns | undefined => {
  const { state, noticeVersion, givenAt, endsAt } = rows;
  return state instanceof Uint8Array &&
    noticeVersion instanceof Int32Array &&
    givenAt instanceof Float64Array &&
    endsAt instanceof Float64Array
    ? { state, noticeVersion, givenAt, endsAt }
    : undefined;
};

/**
 * Fires every deadline of a consent that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settleConsent(
  rows: ConsentColumns,
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
        // given
        const due = rows.endsAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // consent:given--endsAt-->absent
        rows.noticeVersion[slot] = 0;
        rows.givenAt[slot] = never;
        rows.endsAt[slot] = never;
        rows.state[slot] = 0;
        fired = 11;
        break;
      }
      case 2: {
        // outdated
        const due = rows.endsAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // consent:outdated--endsAt-->absent
        rows.noticeVersion[slot] = 0;
        rows.givenAt[slot] = never;
        rows.endsAt[slot] = never;
        rows.state[slot] = 0;
        fired = 16;
        break;
      }
      default:
        return;
    }
    note(log, 1, slot, fired, from);
  }
}

/** `consent.given`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function consentConsentGiven(
  rows: ConsentColumns,
  slot: number,
  noticeVersion: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // absent
      if (!(noticeVersion === policy.noticeVersion)) {
        // consent:absent--consent.given#1-->absent
        taken = 1;
        break;
      }
      if (policy.consentAsked === 0 /* everyPass */) {
        // consent:absent--consent.given#2-->given
        rows.noticeVersion[slot] = noticeVersion;
        rows.givenAt[slot] = now;
        rows.endsAt[slot] = now + policy.consentSession;
        rows.state[slot] = 1;
        taken = 2;
        break;
      }
      // consent:absent--consent.given#3-->given
      rows.noticeVersion[slot] = noticeVersion;
      rows.givenAt[slot] = now;
      rows.endsAt[slot] = never;
      rows.state[slot] = 1;
      taken = 3;
      break;
    }
    case 1: {
      // given
      if (!(noticeVersion === policy.noticeVersion)) {
        // consent:given--consent.given#1-->given
        taken = 5;
        break;
      }
      if (policy.consentAsked === 0 /* everyPass */) {
        // consent:given--consent.given#2-->given
        rows.noticeVersion[slot] = noticeVersion;
        rows.givenAt[slot] = now;
        rows.endsAt[slot] = now + policy.consentSession;
        taken = 6;
        break;
      }
      // consent:given--consent.given#3-->given
      rows.noticeVersion[slot] = noticeVersion;
      rows.givenAt[slot] = now;
      rows.endsAt[slot] = never;
      taken = 7;
      break;
    }
    case 2: {
      // outdated
      if (!(noticeVersion === policy.noticeVersion)) {
        // consent:outdated--consent.given#1-->outdated
        taken = 12;
        break;
      }
      if (policy.consentAsked === 0 /* everyPass */) {
        // consent:outdated--consent.given#2-->given
        rows.noticeVersion[slot] = noticeVersion;
        rows.givenAt[slot] = now;
        rows.endsAt[slot] = now + policy.consentSession;
        rows.state[slot] = 1;
        taken = 13;
        break;
      }
      // consent:outdated--consent.given#3-->given
      rows.noticeVersion[slot] = noticeVersion;
      rows.givenAt[slot] = now;
      rows.endsAt[slot] = never;
      rows.state[slot] = 1;
      taken = 14;
      break;
    }
    default:
      return 0;
  }
  note(log, 1, slot, taken, now);
  return taken;
}

/** `consent.withdrawn`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function consentConsentWithdrawn(
  rows: ConsentColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // absent
      // consent:absent--consent.withdrawn-->absent
      taken = 4;
      break;
    }
    case 1: {
      // given
      // consent:given--consent.withdrawn-->withdrawn
      rows.noticeVersion[slot] = 0;
      rows.givenAt[slot] = never;
      rows.endsAt[slot] = never;
      rows.state[slot] = 3;
      taken = 8;
      break;
    }
    case 2: {
      // outdated
      // consent:outdated--consent.withdrawn-->withdrawn
      rows.noticeVersion[slot] = 0;
      rows.givenAt[slot] = never;
      rows.endsAt[slot] = never;
      rows.state[slot] = 3;
      taken = 15;
      break;
    }
    default:
      return 0;
  }
  note(log, 1, slot, taken, now);
  return taken;
}

/** `notice.published`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function consentNoticePublished(
  rows: ConsentColumns,
  slot: number,
  noticeVersion: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 1: {
      // given
      if (!(noticeVersion === (rows.noticeVersion[slot] ?? 0))) {
        // consent:given--notice.published#1-->outdated
        rows.state[slot] = 2;
        taken = 9;
        break;
      }
      // consent:given--notice.published#2-->given
      taken = 10;
      break;
    }
    default:
      return 0;
  }
  note(log, 1, slot, taken, now);
  return taken;
}

/** The events of consent by number, from 1. */
export const consentEvents = ["consent.given", "consent.withdrawn", "notice.published"] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("00110011110001110", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepConsent(
  rows: ConsentColumns,
  slot: number,
  event: number,
  noticeVersion: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = consentConsentGiven(rows, slot, noticeVersion, now, policy, log);
      break;
    case 2:
      taken = consentConsentWithdrawn(rows, slot, now, policy, log);
      break;
    case 3:
      taken = consentNoticePublished(rows, slot, noticeVersion, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settleConsent(rows, slot, now, now, policy, log);
  return taken;
}
