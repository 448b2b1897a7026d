// Where every person stands with the issuer between two visits, packed: a byte of states, when their phone was verified, and a day.
// What lasts minutes only (an open code, a lock, a consent for one pass) is seldom still there when a day is over; those few are kept whole beside it.
// Bringing a person forth and putting them back changes nothing of what the law answers.
import { makeConsentColumns, restConsent, type ConsentColumns } from "../../impl/generated/core/consent.ts";
import {
  makeVerificationColumns,
  restVerification,
  type VerificationColumns,
} from "../../impl/generated/core/verification.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import { never } from "../../impl/lifecycle/core.ts";
import { millisecondsADay } from "../../models/policy.ts";
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

/** Marks: the verification's state, the consent's, whether the person ever withdrew, and whether they are kept whole. */
const stateBits = 0x0f;
const consentBits = 0x03;
const withdrewMark = 0x40;
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

export interface StandingsOptions {
  /** People are numbered from this one on. */
  readonly first: number;
  readonly people: number;
  readonly policy: PolicyNumbers;
  readonly startsAtMs: number;
  readonly days: number;
}

/** So many days of milliseconds fit 32 bits. */
const shortDays = 49;
const most32 = 2 ** 32 - 1;
const most16 = 2 ** 15 - 1;

export const makeStandings = ({ first, people, policy, startsAtMs, days }: StandingsOptions): Standings => {
  const { noticeVersion, verificationValidity, accountKept } = policy;
  const isShort = days <= shortDays;
  const marks = new Uint8Array(people);
  /** When the number was verified, in milliseconds of the run: what follows from it is the policy's. */
  const verifiedMs = isShort ? new Uint32Array(people) : new Float64Array(people);
  /** The day of the run from which an account is kept on; accounts end whole days after a day's start. */
  const accountDay = new Int16Array(people);
  const whole = new Map<number, Whole>();
  const withdrewAtMs = new Map<number, number>();

  const verifiedOf = (untilMs: number): number => untilMs - verificationValidity - startsAtMs;
  const accountDayOf = (endsAtMs: number): number =>
    endsAtMs === never ? -1 : (endsAtMs - accountKept - startsAtMs) / millisecondsADay;
  const fits = (verifiedAt: number, day: number): boolean =>
    verifiedAt >= 0 &&
    verifiedAt <= (isShort ? most32 : never) &&
    Number.isInteger(day) &&
    day >= -1 &&
    day <= most16;

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
      const state = mark & stateBits;
      verification.state[0] = state;
      const day = accountDay[person - first] ?? -1;
      verification.accountEndsAt[0] = day < 0 ? never : startsAtMs + day * millisecondsADay + accountKept;
      if (state === verified) {
        const untilMs = startsAtMs + (verifiedMs[person - first] ?? 0) + verificationValidity;
        verification.verifiedUntil[0] = untilMs;
        standing.verifiedUntilMs = untilMs;
      }
      if ((mark & withdrewMark) !== 0) standing.withdrawnAtMs = withdrewAtMs.get(person) ?? never;
      if (((mark >> consentShift) & consentBits) === given) {
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
        (agreed === absent
          ? !(standing.agreedUntilMs > atMs)
          : agreed === given &&
            standing.withdrawnAtMs === never &&
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
      const verifiedAt = state === verified ? verifiedOf(verification.verifiedUntil[0] ?? never) : 0;
      const day = accountDayOf(verification.accountEndsAt[0] ?? never);
      if (isLasting && fits(verifiedAt, day)) {
        const withdrew = standing.withdrawnAtMs === never ? 0 : withdrewMark;
        if (withdrew > 0) withdrewAtMs.set(person, standing.withdrawnAtMs);
        marks[person - first] = state | (agreed << consentShift) | withdrew;
        verifiedMs[person - first] = verifiedAt;
        accountDay[person - first] = day;
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
