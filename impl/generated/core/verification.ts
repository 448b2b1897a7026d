// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never, note, startOfDay, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

/** Rows of verification: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface VerificationColumns {
  readonly state: Uint8Array;
  readonly tries: Int32Array;
  readonly sends: Int32Array;
  readonly sendsEndAt: Float64Array;
  readonly codeEndsAt: Float64Array;
  readonly verifiedUntil: Float64Array;
  readonly lockedUntil: Float64Array;
  readonly accountEndsAt: Float64Array;
}

/** So many instances of verification, each in its initial state with nothing said. */
export const makeVerificationColumns = (instances: number): VerificationColumns => {
  const rows = {
    state: new Uint8Array(instances),
    tries: new Int32Array(instances),
    sends: new Int32Array(instances),
    sendsEndAt: new Float64Array(instances),
    codeEndsAt: new Float64Array(instances),
    verifiedUntil: new Float64Array(instances),
    lockedUntil: new Float64Array(instances),
    accountEndsAt: new Float64Array(instances),
  };
  rows.sendsEndAt.fill(never);
  rows.codeEndsAt.fill(never);
  rows.verifiedUntil.fill(never);
  rows.lockedUntil.fill(never);
  rows.accountEndsAt.fill(never);
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const restVerification = (rows: VerificationColumns, slot: number): void => {
  rows.state[slot] = 0;
  rows.tries[slot] = 0;
  rows.sends[slot] = 0;
  rows.sendsEndAt[slot] = never;
  rows.codeEndsAt[slot] = never;
  rows.verifiedUntil[slot] = never;
  rows.lockedUntil[slot] = never;
  rows.accountEndsAt[slot] = never;
};

/** The same columns, if they are of this machine. */
export const asVerificationColumns = (
  rows: Readonly<Record<string, unknown>>,
): VerificationColumns | undefined => {
  const { state, tries, sends, sendsEndAt, codeEndsAt, verifiedUntil, lockedUntil, accountEndsAt } = rows;
  return state instanceof Uint8Array &&
    tries instanceof Int32Array &&
    sends instanceof Int32Array &&
    sendsEndAt instanceof Float64Array &&
    codeEndsAt instanceof Float64Array &&
    verifiedUntil instanceof Float64Array &&
    lockedUntil instanceof Float64Array &&
    accountEndsAt instanceof Float64Array
    ? { state, tries, sends, sendsEndAt, codeEndsAt, verifiedUntil, lockedUntil, accountEndsAt }
    : undefined;
};

/**
 * Fires every deadline of a verification that is due at `now`, each at its own instant, the earliest first.
 * `from` is the instant before which nothing can happen any more: 0, or `now` just after an event.
 */
export function settleVerification(
  rows: VerificationColumns,
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
        // challenged
        let due = rows.codeEndsAt[slot] ?? never;
        let which = 0;
        if (!((rows.accountEndsAt[slot] ?? never) >= due)) {
          due = rows.accountEndsAt[slot] ?? never;
          which = 1;
        }
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        if (which === 0) {
          if ((rows.accountEndsAt[slot] ?? never) !== never) {
            // verification:challenged--codeEndsAt#1-->expired
            rows.tries[slot] = 0;
            rows.codeEndsAt[slot] = never;
            rows.state[slot] = 5;
            fired = 13;
            break;
          }
          // verification:challenged--codeEndsAt#2-->unanswered
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 2;
          fired = 14;
          break;
        }
        {
          // verification:challenged--accountEndsAt-->challenged
          rows.accountEndsAt[slot] = never;
          fired = 15;
          break;
        }
      }
      case 2: {
        // unanswered
        const due = rows.sendsEndAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // verification:unanswered--sendsEndAt-->unverified
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.state[slot] = 0;
        fired = 21;
        break;
      }
      case 3: {
        // verified
        const due = rows.verifiedUntil[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        // verification:verified--verifiedUntil-->expired
        rows.verifiedUntil[slot] = never;
        rows.state[slot] = 5;
        fired = 31;
        break;
      }
      case 4: {
        // renewing
        let due = rows.verifiedUntil[slot] ?? never;
        let which = 0;
        if (!((rows.codeEndsAt[slot] ?? never) >= due)) {
          due = rows.codeEndsAt[slot] ?? never;
          which = 1;
        }
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        if (which === 0) {
          // verification:renewing--verifiedUntil-->challenged
          rows.verifiedUntil[slot] = never;
          rows.state[slot] = 1;
          fired = 40;
          break;
        }
        {
          // verification:renewing--codeEndsAt-->verified
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.state[slot] = 3;
          fired = 41;
          break;
        }
      }
      case 5: {
        // expired
        const due = rows.accountEndsAt[slot] ?? never;
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        if ((rows.lockedUntil[slot] ?? never) !== never && !(instant >= (rows.lockedUntil[slot] ?? never))) {
          // verification:expired--accountEndsAt#1-->locked
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.sends[slot] = 0;
          rows.sendsEndAt[slot] = never;
          rows.verifiedUntil[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 6;
          fired = 51;
          break;
        }
        if (
          (rows.sendsEndAt[slot] ?? never) !== never &&
          !(!((rows.sendsEndAt[slot] ?? never) !== never) || instant >= (rows.sendsEndAt[slot] ?? never))
        ) {
          // verification:expired--accountEndsAt#2-->unanswered
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.verifiedUntil[slot] = never;
          rows.lockedUntil[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 2;
          fired = 52;
          break;
        }
        // verification:expired--accountEndsAt#3-->erased
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.verifiedUntil[slot] = never;
        rows.lockedUntil[slot] = never;
        rows.accountEndsAt[slot] = never;
        rows.state[slot] = 7;
        fired = 53;
        break;
      }
      case 6: {
        // locked
        let due = rows.lockedUntil[slot] ?? never;
        let which = 0;
        if (!((rows.accountEndsAt[slot] ?? never) >= due)) {
          due = rows.accountEndsAt[slot] ?? never;
          which = 1;
        }
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
        if (which === 0) {
          if ((rows.accountEndsAt[slot] ?? never) !== never) {
            // verification:locked--lockedUntil#1-->expired
            rows.lockedUntil[slot] = never;
            rows.state[slot] = 5;
            fired = 58;
            break;
          }
          // verification:locked--lockedUntil#2-->unverified
          rows.lockedUntil[slot] = never;
          rows.sends[slot] = 0;
          rows.sendsEndAt[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 0;
          fired = 59;
          break;
        }
        {
          // verification:locked--accountEndsAt-->locked
          rows.accountEndsAt[slot] = never;
          fired = 60;
          break;
        }
      }
      default:
        return;
    }
    note(log, 2, slot, fired, from);
  }
}

/** `code.requested`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationCodeRequested(
  rows: VerificationColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--code.requested-->challenged
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = now + policy.codeLifetime;
      rows.lockedUntil[slot] = never;
      rows.sends[slot] = 1;
      rows.sendsEndAt[slot] = now + policy.codeSendWindow;
      rows.state[slot] = 1;
      taken = 1;
      break;
    }
    case 1: {
      // challenged
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:challenged--code.requested#1-->challenged
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        taken = 5;
        break;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:challenged--code.requested#2-->challenged
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        taken = 6;
        break;
      }
      // verification:challenged--code.requested#3-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      taken = 7;
      break;
    }
    case 2: {
      // unanswered
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:unanswered--code.requested#1-->challenged
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        rows.state[slot] = 1;
        taken = 16;
        break;
      }
      // verification:unanswered--code.requested#2-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      taken = 17;
      break;
    }
    case 3: {
      // verified
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:verified--code.requested#1-->verified
        taken = 22;
        break;
      }
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:verified--code.requested#2-->renewing
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        rows.state[slot] = 4;
        taken = 23;
        break;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:verified--code.requested#3-->renewing
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        rows.state[slot] = 4;
        taken = 24;
        break;
      }
      // verification:verified--code.requested#4-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      taken = 25;
      break;
    }
    case 4: {
      // renewing
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:renewing--code.requested#1-->renewing
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        taken = 32;
        break;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:renewing--code.requested#2-->renewing
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        taken = 33;
        break;
      }
      // verification:renewing--code.requested#3-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 3;
      taken = 34;
      break;
    }
    case 5: {
      // expired
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:expired--code.requested#1-->expired
        taken = 42;
        break;
      }
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:expired--code.requested#2-->challenged
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        rows.state[slot] = 1;
        taken = 43;
        break;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:expired--code.requested#3-->challenged
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        rows.state[slot] = 1;
        taken = 44;
        break;
      }
      // verification:expired--code.requested#4-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      taken = 45;
      break;
    }
    case 6: {
      // locked
      // verification:locked--code.requested-->locked
      taken = 54;
      break;
    }
    default:
      return 0;
  }
  note(log, 2, slot, taken, now);
  return taken;
}

/** `code.submitted`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationCodeSubmitted(
  rows: VerificationColumns,
  slot: number,
  matches: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--code.submitted-->unverified
      taken = 2;
      break;
    }
    case 1: {
      // challenged
      if (matches === 1) {
        // verification:challenged--code.submitted#1-->verified
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.lockedUntil[slot] = never;
        rows.verifiedUntil[slot] = now + policy.verificationValidity;
        rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
        rows.state[slot] = 3;
        taken = 8;
        break;
      }
      if ((rows.tries[slot] ?? 0) + 1 < policy.codeTries) {
        // verification:challenged--code.submitted#2-->challenged
        rows.tries[slot] = (rows.tries[slot] ?? 0) + 1;
        taken = 9;
        break;
      }
      // verification:challenged--code.submitted#3-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      taken = 10;
      break;
    }
    case 2: {
      // unanswered
      // verification:unanswered--code.submitted-->unanswered
      taken = 18;
      break;
    }
    case 3: {
      // verified
      // verification:verified--code.submitted-->verified
      taken = 26;
      break;
    }
    case 4: {
      // renewing
      if (matches === 1) {
        // verification:renewing--code.submitted#1-->verified
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.lockedUntil[slot] = never;
        rows.verifiedUntil[slot] = now + policy.verificationValidity;
        rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
        rows.state[slot] = 3;
        taken = 35;
        break;
      }
      if ((rows.tries[slot] ?? 0) + 1 < policy.codeTries) {
        // verification:renewing--code.submitted#2-->renewing
        rows.tries[slot] = (rows.tries[slot] ?? 0) + 1;
        taken = 36;
        break;
      }
      // verification:renewing--code.submitted#3-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 3;
      taken = 37;
      break;
    }
    case 5: {
      // expired
      // verification:expired--code.submitted-->expired
      taken = 46;
      break;
    }
    case 6: {
      // locked
      // verification:locked--code.submitted-->locked
      taken = 55;
      break;
    }
    default:
      return 0;
  }
  note(log, 2, slot, taken, now);
  return taken;
}

/** `pass.issued`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationPassIssued(
  rows: VerificationColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--pass.issued-->unverified
      taken = 3;
      break;
    }
    case 1: {
      // challenged
      // verification:challenged--pass.issued-->challenged
      taken = 11;
      break;
    }
    case 2: {
      // unanswered
      // verification:unanswered--pass.issued-->unanswered
      taken = 19;
      break;
    }
    case 3: {
      // verified
      // verification:verified--pass.issued-->verified
      rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
      taken = 27;
      break;
    }
    case 4: {
      // renewing
      // verification:renewing--pass.issued-->renewing
      rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
      taken = 38;
      break;
    }
    case 5: {
      // expired
      // verification:expired--pass.issued-->expired
      taken = 47;
      break;
    }
    case 6: {
      // locked
      // verification:locked--pass.issued-->locked
      taken = 56;
      break;
    }
    default:
      return 0;
  }
  note(log, 2, slot, taken, now);
  return taken;
}

/** `account.withdrawn`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationAccountWithdrawn(
  rows: VerificationColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--account.withdrawn-->unverified
      taken = 4;
      break;
    }
    case 1: {
      // challenged
      // verification:challenged--account.withdrawn-->challenged
      rows.accountEndsAt[slot] = never;
      taken = 12;
      break;
    }
    case 2: {
      // unanswered
      // verification:unanswered--account.withdrawn-->unanswered
      taken = 20;
      break;
    }
    case 3: {
      // verified
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:verified--account.withdrawn#1-->locked
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.verifiedUntil[slot] = never;
        rows.accountEndsAt[slot] = never;
        rows.state[slot] = 6;
        taken = 28;
        break;
      }
      if (
        (rows.sendsEndAt[slot] ?? never) !== never &&
        !(!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never))
      ) {
        // verification:verified--account.withdrawn#2-->unanswered
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.verifiedUntil[slot] = never;
        rows.lockedUntil[slot] = never;
        rows.accountEndsAt[slot] = never;
        rows.state[slot] = 2;
        taken = 29;
        break;
      }
      // verification:verified--account.withdrawn#3-->erased
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.verifiedUntil[slot] = never;
      rows.lockedUntil[slot] = never;
      rows.accountEndsAt[slot] = never;
      rows.state[slot] = 7;
      taken = 30;
      break;
    }
    case 4: {
      // renewing
      // verification:renewing--account.withdrawn-->challenged
      rows.verifiedUntil[slot] = never;
      rows.accountEndsAt[slot] = never;
      rows.state[slot] = 1;
      taken = 39;
      break;
    }
    case 5: {
      // expired
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:expired--account.withdrawn#1-->locked
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.sends[slot] = 0;
        rows.sendsEndAt[slot] = never;
        rows.verifiedUntil[slot] = never;
        rows.accountEndsAt[slot] = never;
        rows.state[slot] = 6;
        taken = 48;
        break;
      }
      if (
        (rows.sendsEndAt[slot] ?? never) !== never &&
        !(!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never))
      ) {
        // verification:expired--account.withdrawn#2-->unanswered
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = never;
        rows.verifiedUntil[slot] = never;
        rows.lockedUntil[slot] = never;
        rows.accountEndsAt[slot] = never;
        rows.state[slot] = 2;
        taken = 49;
        break;
      }
      // verification:expired--account.withdrawn#3-->erased
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.verifiedUntil[slot] = never;
      rows.lockedUntil[slot] = never;
      rows.accountEndsAt[slot] = never;
      rows.state[slot] = 7;
      taken = 50;
      break;
    }
    case 6: {
      // locked
      // verification:locked--account.withdrawn-->locked
      rows.accountEndsAt[slot] = never;
      taken = 57;
      break;
    }
    default:
      return 0;
  }
  note(log, 2, slot, taken, now);
  return taken;
}

/** The events of verification by number, from 1. */
export const verificationEvents = [
  "code.requested",
  "code.submitted",
  "pass.issued",
  "account.withdrawn",
] as const;

/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("0100011110101000110000011000111011110101000111001110000001000", Number);

/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function stepVerification(
  rows: VerificationColumns,
  slot: number,
  event: number,
  matches: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleVerification(rows, slot, 0, now, policy, log);
  let taken = 0;
  switch (event) {
    case 1:
      taken = verificationCodeRequested(rows, slot, now, policy, log);
      break;
    case 2:
      taken = verificationCodeSubmitted(rows, slot, matches, now, policy, log);
      break;
    case 3:
      taken = verificationPassIssued(rows, slot, now, policy, log);
      break;
    case 4:
      taken = verificationAccountWithdrawn(rows, slot, now, policy, log);
      break;
    default:
      return 0;
  }
  if (mayBeDue[taken] === 1) settleVerification(rows, slot, now, now, policy, log);
  return taken;
}
