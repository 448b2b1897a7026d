/**
 * Guardians of people under 14 (clause F11): one confirms by a code sent to a number of their own, for the session that asked.
 * The code obeys the very lifecycle that a person's own does, with its tries, sends and locks, kept in memory and never in a store.
 * The guardian's number goes to the carrier and is kept nowhere after; a confirmation lasts as long as a consent does.
 */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import {
  makeVerificationColumns,
  settleVerification,
  verificationCodeRequested,
  verificationCodeSubmitted,
  type VerificationColumns,
} from "../generated/core/verification.ts";
import { machineCores, refusalOf, toldNames, toldOf } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { makeStepLog, never } from "../lifecycle/core.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { makeGenerations } from "./generations.ts";

export interface Guardians {
  /** May a code be sent to this session's guardian? Answers as the law would, and changes nothing. */
  readonly weigh: (name: string, atMs: number) => number;
  /** A code was sent, or another lock began; answers as the law does. */
  readonly sent: (name: string, code: string, atMs: number) => number;
  /** The guardian typed a code. */
  readonly submitted: (name: string, code: string, atMs: number) => number;
  readonly hasConfirmed: (name: string, atMs: number) => boolean;
  /** Codes that this session's guardian was sent within the window. */
  readonly sends: (name: string, atMs: number) => number;
  /** Where this session's guardian stands, its instants in ms or never. */
  readonly standing: (name: string, atMs: number) => GuardianStanding;
  /** Sessions of which something is remembered. */
  readonly remembered: () => number;
}

export interface GuardianStanding {
  readonly tries: number;
  readonly sends: number;
  readonly sendsEndAt: number;
  readonly codeEndsAt: number;
  readonly lockedUntil: number;
  readonly confirmedUntilMs: number;
}

interface Asked {
  readonly rows: VerificationColumns;
  mac: Uint8Array | undefined;
  confirmedUntilMs: number;
}

const machine = machineCores.findIndex(({ id }) => id === "verification");
const phoneVerified = toldNames.indexOf("phone.verified");
const codeSent = toldNames.indexOf("code.sent");

const answerOf = (taken: number): number => {
  const refusal = refusalOf(machine, taken);
  return refusal > 0 ? refusal : -toldOf(machine, taken);
};

const copyOf = (rows: VerificationColumns): VerificationColumns => ({
  state: rows.state.slice(),
  tries: rows.tries.slice(),
  sends: rows.sends.slice(),
  sendsEndAt: rows.sendsEndAt.slice(),
  codeEndsAt: rows.codeEndsAt.slice(),
  verifiedUntil: rows.verifiedUntil.slice(),
  lockedUntil: rows.lockedUntil.slice(),
  accountEndsAt: rows.accountEndsAt.slice(),
});

export const makeGuardians = (policy: PolicyNumbers): Guardians => {
  const key = createSecretKey(randomBytes(32));
  const log = makeStepLog();
  const asked = makeGenerations<Asked, string>(policy.codeLock + policy.codeSendWindow);
  const macOf = (name: string, code: string): Uint8Array =>
    createHmac("sha256", key).update(`${name}:${code}`).digest();

  const known = (name: string): Asked | undefined => asked.young().get(name) ?? asked.old().get(name);
  const blank = (): Asked => ({ rows: makeVerificationColumns(1), mac: undefined, confirmedUntilMs: 0 });
  const remembered = (name: string, atMs: number): Asked => {
    asked.turn(atMs);
    const found = known(name) ?? blank();
    asked.young().set(name, found);
    return found;
  };
  const settled = (rows: VerificationColumns, atMs: number): VerificationColumns => {
    log.length = 0;
    settleVerification(rows, 0, 0, atMs, policy, log);
    return rows;
  };

  return {
    weigh: (name, atMs) => {
      const rows = settled(copyOf((known(name) ?? blank()).rows), atMs);
      return answerOf(verificationCodeRequested(rows, 0, atMs, policy, log));
    },
    sent: (name, code, atMs) => {
      const found = remembered(name, atMs);
      const answer = answerOf(verificationCodeRequested(settled(found.rows, atMs), 0, atMs, policy, log));
      found.mac = answer === -codeSent ? macOf(name, code) : undefined;
      return answer;
    },
    submitted: (name, code, atMs) => {
      const found = known(name);
      if (found === undefined) {
        const rows = makeVerificationColumns(1);
        return answerOf(verificationCodeSubmitted(rows, 0, 0, atMs, policy, log));
      }
      const { mac } = found;
      const matches = mac !== undefined && timingSafeEqual(mac, macOf(name, code)) ? 1 : 0;
      const rows = settled(found.rows, atMs);
      const answer = answerOf(verificationCodeSubmitted(rows, 0, matches, atMs, policy, log));
      if (answer === -phoneVerified) {
        found.mac = undefined;
        found.confirmedUntilMs = atMs + policy.consentSession;
      }
      return answer;
    },
    hasConfirmed: (name, atMs) => !(atMs >= (known(name)?.confirmedUntilMs ?? 0)),
    sends: (name, atMs) => {
      const found = known(name);
      return found === undefined ? 0 : (settled(copyOf(found.rows), atMs).sends[0] ?? 0);
    },
    standing: (name, atMs) => {
      const found = known(name) ?? blank();
      const rows = settled(copyOf(found.rows), atMs);
      return {
        tries: rows.tries[0] ?? 0,
        sends: rows.sends[0] ?? 0,
        sendsEndAt: rows.sendsEndAt[0] ?? never,
        codeEndsAt: rows.codeEndsAt[0] ?? never,
        lockedUntil: rows.lockedUntil[0] ?? never,
        confirmedUntilMs: found.confirmedUntilMs,
      };
    },
    remembered: () => asked.young().size + asked.old().size,
  };
};
