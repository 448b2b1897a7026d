// Where every person stands with the issuer between two visits, packed: a byte of states, and the two instants that last for weeks.
// What lasts minutes only (an open code, a lock, a consent for one pass) is seldom still there when a day is over; those few are kept whole beside it.
// Bringing a person forth and putting them back changes nothing of what the law answers.
import { makeConsentColumns, restConsent, type ConsentColumns } from "../../impl/generated/core/consent.ts";
import {
  makeVerificationColumns,
  restVerification,
  type VerificationColumns,
} from "../../impl/generated/core/verification.ts";
import { never } from "../../impl/lifecycle/core.ts";
import { stateOf } from "./lawtables.ts";

/** The rows of one person while they are at the door, in slot 0, and what their phone believes. */
export interface Standing {
  readonly consent: ConsentColumns;
  readonly verification: VerificationColumns;
  verifiedUntilMs: number;
  agreedUntilMs: number;
  /** When this person withdrew last; never for most. */
  withdrawnAtMs: number;
}

export const makeStanding = (): Standing => ({
  consent: makeConsentColumns(1),
  verification: makeVerificationColumns(1),
  verifiedUntilMs: 0,
  agreedUntilMs: 0,
  withdrawnAtMs: never,
});

/** Bytes that a person takes, apart from the few who are kept whole. */
export const bytesAPerson = 17;

export interface Standings {
  readonly bring: (person: number, standing: Standing) => void;
  /** Nothing of this person happens before `atMs` any more, and what was due by then has ended. */
  readonly keep: (person: number, standing: Standing, atMs: number) => void;
  /** How many people are kept whole. */
  readonly whole: () => number;
}

interface Whole {
  readonly consent: readonly number[];
  readonly verification: readonly number[];
  readonly verifiedUntilMs: number;
  readonly agreedUntilMs: number;
  readonly withdrawnAtMs: number;
}

const given = stateOf("consent", "given");
const absent = stateOf("consent", "absent");
export const withdrawn = stateOf("consent", "withdrawn");
const unverified = stateOf("verification", "unverified");
const verified = stateOf("verification", "verified");
const expired = stateOf("verification", "expired");
export const erased = stateOf("verification", "erased");

const wholeMark = 0x80;
const consentShift = 4;

type Column = Uint8Array | Int32Array | Float64Array;
const columnsOf = (rows: ConsentColumns | VerificationColumns): readonly Column[] => {
  const byField: Readonly<Record<string, Column>> = { ...rows };
  return Object.values(byField);
};
const copyOf = (rows: ConsentColumns | VerificationColumns): readonly number[] =>
  columnsOf(rows).map((column) => column[0] ?? 0);
const restore = (rows: ConsentColumns | VerificationColumns, values: readonly number[]): void => {
  columnsOf(rows).forEach((column, place) => {
    column[0] = values[place] ?? 0;
  });
};

/** For people numbered from `first`, so many of them. */
export const makeStandings = (first: number, people: number, noticeVersion: number): Standings => {
  const marks = new Uint8Array(people);
  const verifiedUntilMs = new Float64Array(people);
  const accountEndsAtMs = new Float64Array(people);
  const whole = new Map<number, Whole>();

  const bringWhole = (person: number, standing: Standing): void => {
    const kept = whole.get(person);
    if (kept === undefined) return;
    whole.delete(person);
    restore(standing.consent, kept.consent);
    restore(standing.verification, kept.verification);
    standing.verifiedUntilMs = kept.verifiedUntilMs;
    standing.agreedUntilMs = kept.agreedUntilMs;
    standing.withdrawnAtMs = kept.withdrawnAtMs;
  };

  return {
    bring: (person, standing) => {
      const mark = marks[person - first] ?? 0;
      const { consent, verification } = standing;
      restConsent(consent, 0);
      restVerification(verification, 0);
      standing.verifiedUntilMs = 0;
      standing.agreedUntilMs = 0;
      standing.withdrawnAtMs = never;
      if (mark === 0) return;
      if (mark === wholeMark) {
        bringWhole(person, standing);
        return;
      }
      const state = mark & 0x0f;
      verification.state[0] = state;
      verification.accountEndsAt[0] = accountEndsAtMs[person - first] ?? never;
      if (state === verified) {
        const untilMs = verifiedUntilMs[person - first] ?? never;
        verification.verifiedUntil[0] = untilMs;
        standing.verifiedUntilMs = untilMs;
      }
      if (mark >> consentShift === given) {
        // Given for good: when it was matters only after a withdrawal, and then the person is kept whole.
        consent.state[0] = given;
        consent.noticeVersion[0] = noticeVersion;
        consent.givenAt[0] = 0;
        standing.agreedUntilMs = never;
      }
    },
    keep: (person, standing, atMs) => {
      const { consent, verification } = standing;
      const state = verification.state[0] ?? 0;
      const agreed = consent.state[0] ?? 0;
      const isLasting =
        standing.withdrawnAtMs === never &&
        (agreed === absent
          ? !(standing.agreedUntilMs > atMs)
          : agreed === given &&
            consent.endsAt[0] === never &&
            consent.noticeVersion[0] === noticeVersion &&
            standing.agreedUntilMs === never) &&
        (state === verified
          ? standing.verifiedUntilMs === verification.verifiedUntil[0]
          : (state === expired || state === unverified || state === erased) &&
            !(standing.verifiedUntilMs > atMs)) &&
        verification.codeEndsAt[0] === never &&
        (verification.lockedUntil[0] === never || atMs >= (verification.lockedUntil[0] ?? never)) &&
        (verification.sendsEndAt[0] === never || atMs >= (verification.sendsEndAt[0] ?? never));
      if (isLasting) {
        marks[person - first] = state | (agreed << consentShift);
        verifiedUntilMs[person - first] = verification.verifiedUntil[0] ?? never;
        accountEndsAtMs[person - first] = verification.accountEndsAt[0] ?? never;
        return;
      }
      marks[person - first] = wholeMark;
      whole.set(person, {
        consent: copyOf(consent),
        verification: copyOf(verification),
        verifiedUntilMs: standing.verifiedUntilMs,
        agreedUntilMs: standing.agreedUntilMs,
        withdrawnAtMs: standing.withdrawnAtMs,
      });
    },
    whole: () => whole.size,
  };
};
