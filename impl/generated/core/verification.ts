// Generated from models/ by `entrylog generate`; never edited by hand. Stamp ad6e80bbfa2c3af1.
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
            note(log, 2, slot, 13, instant);
            continue;
          }
          // verification:challenged--codeEndsAt#2-->unanswered
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 2;
          note(log, 2, slot, 14, instant);
          continue;
        }
        {
          // verification:challenged--accountEndsAt-->challenged
          rows.accountEndsAt[slot] = never;
          note(log, 2, slot, 15, instant);
          continue;
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
        note(log, 2, slot, 21, instant);
        continue;
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
        note(log, 2, slot, 31, instant);
        continue;
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
          note(log, 2, slot, 40, instant);
          continue;
        }
        {
          // verification:renewing--codeEndsAt-->verified
          rows.tries[slot] = 0;
          rows.codeEndsAt[slot] = never;
          rows.state[slot] = 3;
          note(log, 2, slot, 41, instant);
          continue;
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
          note(log, 2, slot, 51, instant);
          continue;
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
          note(log, 2, slot, 52, instant);
          continue;
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
        note(log, 2, slot, 53, instant);
        continue;
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
            note(log, 2, slot, 58, instant);
            continue;
          }
          // verification:locked--lockedUntil#2-->unverified
          rows.lockedUntil[slot] = never;
          rows.sends[slot] = 0;
          rows.sendsEndAt[slot] = never;
          rows.accountEndsAt[slot] = never;
          rows.state[slot] = 0;
          note(log, 2, slot, 59, instant);
          continue;
        }
        {
          // verification:locked--accountEndsAt-->locked
          rows.accountEndsAt[slot] = never;
          note(log, 2, slot, 60, instant);
          continue;
        }
      }
      default:
        return;
    }
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
      note(log, 2, slot, 1, now);
      return 1;
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
        note(log, 2, slot, 5, now);
        return 5;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:challenged--code.requested#2-->challenged
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        note(log, 2, slot, 6, now);
        return 6;
      }
      // verification:challenged--code.requested#3-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      note(log, 2, slot, 7, now);
      return 7;
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
        note(log, 2, slot, 16, now);
        return 16;
      }
      // verification:unanswered--code.requested#2-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      note(log, 2, slot, 17, now);
      return 17;
    }
    case 3: {
      // verified
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:verified--code.requested#1-->verified
        note(log, 2, slot, 22, now);
        return 22;
      }
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:verified--code.requested#2-->renewing
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        rows.state[slot] = 4;
        note(log, 2, slot, 23, now);
        return 23;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:verified--code.requested#3-->renewing
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        rows.state[slot] = 4;
        note(log, 2, slot, 24, now);
        return 24;
      }
      // verification:verified--code.requested#4-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      note(log, 2, slot, 25, now);
      return 25;
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
        note(log, 2, slot, 32, now);
        return 32;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:renewing--code.requested#2-->renewing
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        note(log, 2, slot, 33, now);
        return 33;
      }
      // verification:renewing--code.requested#3-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 3;
      note(log, 2, slot, 34, now);
      return 34;
    }
    case 5: {
      // expired
      if ((rows.lockedUntil[slot] ?? never) !== never && !(now >= (rows.lockedUntil[slot] ?? never))) {
        // verification:expired--code.requested#1-->expired
        note(log, 2, slot, 42, now);
        return 42;
      }
      if (!((rows.sendsEndAt[slot] ?? never) !== never) || now >= (rows.sendsEndAt[slot] ?? never)) {
        // verification:expired--code.requested#2-->challenged
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = 1;
        rows.sendsEndAt[slot] = now + policy.codeSendWindow;
        rows.state[slot] = 1;
        note(log, 2, slot, 43, now);
        return 43;
      }
      if ((rows.sends[slot] ?? 0) < policy.codeSends) {
        // verification:expired--code.requested#3-->challenged
        const sendsNext = (rows.sends[slot] ?? 0) + 1;
        rows.tries[slot] = 0;
        rows.codeEndsAt[slot] = now + policy.codeLifetime;
        rows.lockedUntil[slot] = never;
        rows.sends[slot] = sendsNext;
        rows.state[slot] = 1;
        note(log, 2, slot, 44, now);
        return 44;
      }
      // verification:expired--code.requested#4-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      note(log, 2, slot, 45, now);
      return 45;
    }
    case 6: {
      // locked
      // verification:locked--code.requested-->locked
      note(log, 2, slot, 54, now);
      return 54;
    }
    default:
      return 0;
  }
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
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--code.submitted-->unverified
      note(log, 2, slot, 2, now);
      return 2;
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
        note(log, 2, slot, 8, now);
        return 8;
      }
      if ((rows.tries[slot] ?? 0) + 1 < policy.codeTries) {
        // verification:challenged--code.submitted#2-->challenged
        rows.tries[slot] = (rows.tries[slot] ?? 0) + 1;
        note(log, 2, slot, 9, now);
        return 9;
      }
      // verification:challenged--code.submitted#3-->locked
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 6;
      note(log, 2, slot, 10, now);
      return 10;
    }
    case 2: {
      // unanswered
      // verification:unanswered--code.submitted-->unanswered
      note(log, 2, slot, 18, now);
      return 18;
    }
    case 3: {
      // verified
      // verification:verified--code.submitted-->verified
      note(log, 2, slot, 26, now);
      return 26;
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
        note(log, 2, slot, 35, now);
        return 35;
      }
      if ((rows.tries[slot] ?? 0) + 1 < policy.codeTries) {
        // verification:renewing--code.submitted#2-->renewing
        rows.tries[slot] = (rows.tries[slot] ?? 0) + 1;
        note(log, 2, slot, 36, now);
        return 36;
      }
      // verification:renewing--code.submitted#3-->verified
      rows.tries[slot] = 0;
      rows.codeEndsAt[slot] = never;
      rows.sends[slot] = 0;
      rows.sendsEndAt[slot] = never;
      rows.lockedUntil[slot] = now + policy.codeLock;
      rows.state[slot] = 3;
      note(log, 2, slot, 37, now);
      return 37;
    }
    case 5: {
      // expired
      // verification:expired--code.submitted-->expired
      note(log, 2, slot, 46, now);
      return 46;
    }
    case 6: {
      // locked
      // verification:locked--code.submitted-->locked
      note(log, 2, slot, 55, now);
      return 55;
    }
    default:
      return 0;
  }
}

/** `pass.issued`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationPassIssued(
  rows: VerificationColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--pass.issued-->unverified
      note(log, 2, slot, 3, now);
      return 3;
    }
    case 1: {
      // challenged
      // verification:challenged--pass.issued-->challenged
      note(log, 2, slot, 11, now);
      return 11;
    }
    case 2: {
      // unanswered
      // verification:unanswered--pass.issued-->unanswered
      note(log, 2, slot, 19, now);
      return 19;
    }
    case 3: {
      // verified
      // verification:verified--pass.issued-->verified
      rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
      note(log, 2, slot, 27, now);
      return 27;
    }
    case 4: {
      // renewing
      // verification:renewing--pass.issued-->renewing
      rows.accountEndsAt[slot] = startOfDay(now) + policy.accountKept;
      note(log, 2, slot, 38, now);
      return 38;
    }
    case 5: {
      // expired
      // verification:expired--pass.issued-->expired
      note(log, 2, slot, 47, now);
      return 47;
    }
    case 6: {
      // locked
      // verification:locked--pass.issued-->locked
      note(log, 2, slot, 56, now);
      return 56;
    }
    default:
      return 0;
  }
}

/** `account.withdrawn`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function verificationAccountWithdrawn(
  rows: VerificationColumns,
  slot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  switch (rows.state[slot]) {
    case 0: {
      // unverified
      // verification:unverified--account.withdrawn-->unverified
      note(log, 2, slot, 4, now);
      return 4;
    }
    case 1: {
      // challenged
      // verification:challenged--account.withdrawn-->challenged
      rows.accountEndsAt[slot] = never;
      note(log, 2, slot, 12, now);
      return 12;
    }
    case 2: {
      // unanswered
      // verification:unanswered--account.withdrawn-->unanswered
      note(log, 2, slot, 20, now);
      return 20;
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
        note(log, 2, slot, 28, now);
        return 28;
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
        note(log, 2, slot, 29, now);
        return 29;
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
      note(log, 2, slot, 30, now);
      return 30;
    }
    case 4: {
      // renewing
      // verification:renewing--account.withdrawn-->challenged
      rows.verifiedUntil[slot] = never;
      rows.accountEndsAt[slot] = never;
      rows.state[slot] = 1;
      note(log, 2, slot, 39, now);
      return 39;
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
        note(log, 2, slot, 48, now);
        return 48;
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
        note(log, 2, slot, 49, now);
        return 49;
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
      note(log, 2, slot, 50, now);
      return 50;
    }
    case 6: {
      // locked
      // verification:locked--account.withdrawn-->locked
      rows.accountEndsAt[slot] = never;
      note(log, 2, slot, 57, now);
      return 57;
    }
    default:
      return 0;
  }
}

/** The events of verification by number, from 1. */
export const verificationEvents = [
  "code.requested",
  "code.submitted",
  "pass.issued",
  "account.withdrawn",
] as const;

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
  settleVerification(rows, slot, now, now, policy, log);
  return taken;
}
