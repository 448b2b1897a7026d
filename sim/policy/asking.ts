// The issuer's side of the door: agrees, sends and checks codes, issues passes, lets people withdraw; every answer is the generated rules'.
// It moves the rows of slot 0 and what the phone believes, and puts passes into the hand.
// An account that has ended takes a consent without an end along; whoever comes again under its number begins anew.
import { consentConsentWithdrawn, restConsent, settleConsent } from "../../impl/generated/core/consent.ts";
import type { CrisisColumns } from "../../impl/generated/core/crisis.ts";
import { restPass } from "../../impl/generated/core/pass.ts";
import { restVerification, settleVerification } from "../../impl/generated/core/verification.ts";
import { toldNames, toldOf } from "../../impl/generated/law.ts";
import {
  issuerAgree,
  issuerCheckCode,
  issuerIssue,
  issuerSendCode,
  issuerWithdraw,
} from "../../impl/generated/rules/issuer.ts";
import { never } from "../../impl/lifecycle/core.ts";
import { decisionNumber } from "../decisions.ts";
import { countAt, countTransitions } from "./counts.ts";
import type { Deciding } from "./deciding.ts";
import type { DoorParts } from "./doorparts.ts";
import { freeIn, none, type Hand } from "./hand.ts";
import { makeRecent } from "./recent.ts";
import { erased, withdrawn, type Standing } from "./standings.ts";

export interface Asking {
  /** At the door: asks for a code if the phone is not verified, or if no more than this is left of it. */
  readonly begin: (atMs: number, renewBeforeMs: number) => void;
  /** Types the code that was sent, after so many wrong ones. */
  readonly type: (atMs: number, wrongCodes: number) => void;
  /** Asks for a pass, agreeing before it if the policy asks: at the first of a visit, or when the last consent is over. */
  readonly ask: (atMs: number, isFirst: boolean) => void;
  /** Asks for a pass without agreeing, as a script would. */
  readonly askBare: (atMs: number) => void;
  /** Asks though the phone is not verified. */
  readonly askUnverified: (atMs: number) => void;
  /** Asks for one more after a refusal. */
  readonly askAgain: (atMs: number) => void;
  readonly withdraw: (atMs: number) => void;
  /** Lets everything end that is due by an instant. */
  readonly settle: (atMs: number) => void;
  /** Somebody else is at the door now. */
  readonly comeAnew: () => void;
}

const agree = decisionNumber("agree");
const sendCode = decisionNumber("sendCode");
const checkCode = decisionNumber("checkCode");
const issue = decisionNumber("issue");
const withdrawal = decisionNumber("withdraw");

const told = (name: (typeof toldNames)[number]): number => -toldNames.indexOf(name);
const codeSent = told("code.sent");
const phoneVerified = told("phone.verified");
const accountEnded = -told("account.ended");
const everyPass = 0;
const nowhere = -1;

export const makeAsking = (
  { policy, counts, watching, away }: DoorParts,
  { log, decided }: Deciding,
  standing: Standing,
  crisis: CrisisColumns,
  hand: Hand,
): Asking => {
  const { consent, verification } = standing;
  const recent = makeRecent();
  let codeSentAtMs = 0;

  const hasEnded = (): boolean => {
    for (let entry = 0; entry < log.length; entry += 1)
      if (toldOf(log.machine[entry] ?? 0, log.transition[entry] ?? 0) === accountEnded) return true;
    return false;
  };

  const settle = (atMs: number): void => {
    settleVerification(verification, 0, 0, atMs, policy, log);
    if (log.length > 0) {
      if (hasEnded() && consent.endsAt[0] === never) consentConsentWithdrawn(consent, 0, atMs, policy, log);
      countTransitions(counts, log);
    }
    if (verification.state[0] === erased) restVerification(verification, 0);
    if (consent.state[0] === withdrawn) restConsent(consent, 0);
  };

  const agreeAt = (atMs: number): void => {
    settle(atMs);
    const answer = issuerAgree(crisis, 0, consent, 0, policy.noticeVersion, 0, 0, atMs, policy, log);
    decided(atMs, agree, answer, nowhere);
    standing.agreedUntilMs =
      policy.consentAsked === everyPass || answer > 0 ? atMs + policy.consentSession : never;
  };
  const agreeIfOver = (atMs: number): void => {
    if (atMs >= standing.agreedUntilMs) agreeAt(atMs);
  };

  const send = (atMs: number): void => {
    settle(atMs);
    const answer = issuerSendCode(crisis, 0, consent, 0, verification, 0, 0, 0, atMs, policy, log);
    decided(atMs, sendCode, answer, nowhere);
    codeSentAtMs = answer === codeSent ? atMs : 0;
  };

  const submit = (atMs: number, matches: number): void => {
    settle(atMs);
    const answer = issuerCheckCode(crisis, 0, consent, 0, verification, 0, matches, atMs, policy, log);
    decided(atMs, checkCode, answer, nowhere);
    if (answer !== phoneVerified) return;
    standing.verifiedUntilMs = atMs + policy.verificationValidity;
    codeSentAtMs = 0;
    countAt(counts, "verified", atMs);
  };

  const submitAll = (atMs: number, wrongCodes: number): void => {
    for (let wrong = 0; wrong < wrongCodes; wrong += 1) submit(atMs, 0);
    if (!(wrongCodes >= policy.codeTries)) submit(atMs, 1);
  };

  const issueAt = (atMs: number): void => {
    settle(atMs);
    const slot = freeIn(hand);
    restPass(hand.passes, slot);
    // Settled first: what the promise is held against is how it stood at the gate.
    settleConsent(consent, 0, 0, atMs, policy, log);
    watching.atTheGate(atMs, crisis, standing);
    const lastMinute = recent.lastMinute(atMs);
    // prettier-ignore
    const answer = issuerIssue(
      crisis, 0, consent, 0, verification, 0, hand.passes, slot, lastMinute, atMs, policy, log,
    );
    decided(atMs, issue, answer, nowhere);
    if (answer > 0) return;
    watching.passIssued(hand.who);
    recent.add(atMs);
    hand.last = slot;
    hand.storedTimes[slot] = 0;
    hand.issuedAtMs[slot] = atMs;
    countAt(counts, "issued", atMs);
  };

  const isVerified = (atMs: number): boolean => !(atMs >= standing.verifiedUntilMs);

  const askAt = (atMs: number, isFirst: boolean): void => {
    if ((policy.consentAsked === everyPass && isFirst) || atMs >= standing.agreedUntilMs) agreeAt(atMs);
    issueAt(atMs);
  };

  return {
    begin: (atMs, renewBeforeMs) => {
      codeSentAtMs = 0;
      if (standing.verifiedUntilMs - atMs > renewBeforeMs) return;
      agreeIfOver(atMs);
      send(atMs);
    },
    type: (atMs, wrongCodes) => {
      if (codeSentAtMs === 0 || away.isSmsAway(codeSentAtMs)) return;
      agreeIfOver(atMs);
      if (!(atMs >= codeSentAtMs + policy.codeLifetime)) {
        submitAll(atMs, wrongCodes);
        return;
      }
      submit(atMs, 1);
      send(atMs);
      if (codeSentAtMs > 0) submitAll(atMs, wrongCodes);
    },
    ask: (atMs, isFirst) => {
      if (isVerified(atMs)) askAt(atMs, isFirst);
    },
    askBare: (atMs) => {
      if (isVerified(atMs)) issueAt(atMs);
    },
    askUnverified: (atMs) => {
      askAt(atMs, true);
    },
    askAgain: (atMs) => {
      hand.last = none;
      if (isVerified(atMs)) askAt(atMs, false);
    },
    withdraw: (atMs) => {
      settle(atMs);
      const answer = issuerWithdraw(consent, 0, verification, 0, atMs, policy, log);
      decided(atMs, withdrawal, answer, nowhere);
      if (answer > 0) return;
      standing.verifiedUntilMs = 0;
      standing.agreedUntilMs = 0;
      standing.withdrawnAtMs = atMs;
      watching.withdrawn(hand.who, atMs, standing);
      countAt(counts, "withdrawn", atMs);
    },
    settle: (atMs) => {
      settle(atMs);
      settleConsent(consent, 0, 0, atMs, policy, log);
      countTransitions(counts, log);
    },
    comeAnew: () => {
      codeSentAtMs = 0;
      recent.clear();
    },
  };
};
