// A person at the door: begins, types a code, asks for passes, shows one; each decided by the generated rules over the rows of slot 0.
// The days of a city bring a person forth and let them do this in the order of time; what is decided is counted and judged on the way.
// Phones know here what they know at the service level: what they were told, and nothing of what a party holds.
import { makeCrisisColumns, type CrisisColumns } from "../../impl/generated/core/crisis.ts";
import { consentConsentWithdrawn, restConsent, settleConsent } from "../../impl/generated/core/consent.ts";
import { makePassColumns, restPass, type PassColumns } from "../../impl/generated/core/pass.ts";
import { restVerification, settleVerification } from "../../impl/generated/core/verification.ts";
import { makeVisitColumns, restVisit } from "../../impl/generated/core/visit.ts";
import { refusalCodes, toldNames, toldOf } from "../../impl/generated/law.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import { custodianRecord, custodianRecordLate } from "../../impl/generated/rules/custodian.ts";
import {
  issuerAgree,
  issuerCheckCode,
  issuerIssue,
  issuerSendCode,
  issuerWithdraw,
} from "../../impl/generated/rules/issuer.ts";
import { makeStepLog, never } from "../../impl/lifecycle/core.ts";
import { decisionNumber, type HearsDecision } from "../decisions.ts";
import { countDecision, countTransitions, slotOf, type Counts } from "./counts.ts";
import type { Away } from "../world/awaytimes.ts";
import { erased, makeStanding, withdrawn, type Standing } from "./standings.ts";
import type { Watching } from "./watching.ts";

/** What is wrong with what is shown; `good` for a pass as it was issued. */
export const showings = ["good", "malformed", "forged", "unknown-epoch", "unknown-venue"] as const;
export type Showing = (typeof showings)[number];

export interface Door {
  readonly standing: Standing;
  readonly crisis: CrisisColumns;
  /** A person comes: what is counted from now on is theirs. */
  readonly enter: (person: number) => void;
  readonly begin: (atMs: number, renewBeforeMs: number) => void;
  readonly type: (atMs: number, wrongCodes: number) => void;
  /** Asks for a pass, agreeing before it if the policy asks: at the first of a visit, or when the last consent is over. */
  readonly ask: (atMs: number, isFirst: boolean) => void;
  /** Asks for a pass without agreeing, as a script would. */
  readonly askBare: (atMs: number) => void;
  /** Asks though the phone is not verified. */
  readonly askUnverified: (atMs: number) => void;
  /** Shows the pass asked for last; answers 0 or the refusal. Nothing is shown where no pass was had: -1. */
  readonly show: (atMs: number, venue: number, what: Showing) => number;
  /** Asks for one more after a refusal, and shows it. */
  readonly askAgain: (atMs: number) => void;
  readonly showAgain: (atMs: number, venue: number) => void;
  /** Shows again what `show` showed first. */
  readonly replay: (atMs: number, venue: number) => number;
  /** The visit is over: no pass is in hand any more. */
  readonly leave: () => void;
  readonly withdraw: (atMs: number) => void;
  /** Lets everything end that is due by an instant. */
  readonly settle: (atMs: number) => void;
}

export interface DoorParts {
  readonly away: Away;
  readonly policy: PolicyNumbers;
  readonly counts: Counts;
  readonly watching: Watching;
  /** Told of each visit stored: who, where, when, and until when it is kept. */
  readonly stored: (person: number, venue: number, scannedAtMs: number, eraseAtMs: number) => void;
  readonly hears?: HearsDecision | undefined;
}

const agree = decisionNumber("agree");
const sendCode = decisionNumber("sendCode");
const checkCode = decisionNumber("checkCode");
const issue = decisionNumber("issue");
const record = decisionNumber("record");
const recordLate = decisionNumber("recordLate");
const withdrawal = decisionNumber("withdraw");

const told = (name: (typeof toldNames)[number]): number => -toldNames.indexOf(name);
const codeSent = told("code.sent");
const phoneVerified = told("phone.verified");
const accountEnded = -told("account.ended");
const everyPass = 0;
const minuteMs = 60_000;
const none = -1;
/** More passes than anybody asks for within a day. */
const recentMost = 512;
/** Two passes at the most are in hand: the one shown first, and one asked for since. */
const inHandMost = 2;
const expired = refusalCodes.indexOf("pass-expired");

export const isExpired = (answer: number): boolean => answer === expired;

export const makeDoor = ({ policy, counts, watching, stored, hears, away }: DoorParts): Door => {
  const log = makeStepLog();
  const standing = makeStanding();
  const { consent, verification } = standing;
  const crisis = makeCrisisColumns(1);
  const passes: PassColumns = makePassColumns(inHandMost);
  const visits = makeVisitColumns(1);
  /** How often each pass in hand was stored. */
  const storedTimes = new Int32Array(inHandMost);
  const passIssuedAt = new Float64Array(inHandMost);
  const recent = new Float64Array(recentMost);
  let recently = 0;
  let who = 0;
  let codeSentAtMs = 0;
  let inHand = none;
  let shown = none;

  const decided = (atMs: number, decision: number, answer: number, venue: number): void => {
    countDecision(counts, who, atMs, decision, answer, log);
    if (hears !== undefined) hears(who, atMs, decision, answer, venue);
  };

  /** An account that has ended takes a consent without an end along; whoever comes again under its number begins anew. */
  const settle = (atMs: number): void => {
    settleVerification(verification, 0, 0, atMs, policy, log);
    if (log.length > 0) {
      if (hasEnded() && consent.endsAt[0] === never) consentConsentWithdrawn(consent, 0, atMs, policy, log);
      countTransitions(counts, log);
    }
    if (verification.state[0] === erased) restVerification(verification, 0);
    if (consent.state[0] === withdrawn) restConsent(consent, 0);
  };
  const hasEnded = (): boolean => {
    for (let entry = 0; entry < log.length; entry += 1)
      if (toldOf(log.machine[entry] ?? 0, log.transition[entry] ?? 0) === accountEnded) return true;
    return false;
  };

  const agreeAt = (atMs: number): void => {
    settle(atMs);
    const answer = issuerAgree(crisis, 0, consent, 0, policy.noticeVersion, 0, 0, atMs, policy, log);
    decided(atMs, agree, answer, none);
    standing.agreedUntilMs =
      policy.consentAsked === everyPass || answer > 0 ? atMs + policy.consentSession : never;
  };
  const agreeIfOver = (atMs: number): void => {
    if (atMs >= standing.agreedUntilMs) agreeAt(atMs);
  };

  const send = (atMs: number): void => {
    settle(atMs);
    const answer = issuerSendCode(crisis, 0, consent, 0, verification, 0, 0, 0, atMs, policy, log);
    decided(atMs, sendCode, answer, none);
    codeSentAtMs = answer === codeSent ? atMs : 0;
  };

  const submit = (atMs: number, matches: number): void => {
    settle(atMs);
    const answer = issuerCheckCode(crisis, 0, consent, 0, verification, 0, matches, atMs, policy, log);
    decided(atMs, checkCode, answer, none);
    if (answer !== phoneVerified) return;
    standing.verifiedUntilMs = atMs + policy.verificationValidity;
    codeSentAtMs = 0;
    const slot = slotOf(counts, atMs);
    counts.verified[slot] = (counts.verified[slot] ?? 0) + 1;
  };

  const submitAll = (atMs: number, wrongCodes: number): void => {
    for (let wrong = 0; wrong < wrongCodes; wrong += 1) submit(atMs, 0);
    if (!(wrongCodes >= policy.codeTries)) submit(atMs, 1);
  };

  const passesLastMinute = (atMs: number): number => {
    let found = 0;
    for (let place = recently - 1; place >= 0 && !(atMs >= (recent[place] ?? 0) + minuteMs); place -= 1)
      found += 1;
    return found;
  };

  const issueAt = (atMs: number): void => {
    settle(atMs);
    const slot = shown === 0 ? 1 : 0;
    restPass(passes, slot);
    // Settled first: what the promise is held against is how it stood at the gate.
    settleConsent(consent, 0, 0, atMs, policy, log);
    watching.atTheGate(atMs, crisis, standing);
    const answer = issuerIssue(
      crisis,
      0,
      consent,
      0,
      verification,
      0,
      passes,
      slot,
      passesLastMinute(atMs),
      atMs,
      policy,
      log,
    );
    decided(atMs, issue, answer, none);
    if (answer > 0) return;
    watching.passIssued(who);
    if (recently < recentMost) {
      recent[recently] = atMs;
      recently += 1;
    }
    inHand = slot;
    storedTimes[slot] = 0;
    passIssuedAt[slot] = atMs;
    const ten = slotOf(counts, atMs);
    counts.issued[ten] = (counts.issued[ten] ?? 0) + 1;
  };

  const isVerified = (atMs: number): boolean => !(atMs >= standing.verifiedUntilMs);

  /**
   * The custodian judges one scan. While it cannot be reached the venue lets people in unchecked, and delivers when it is back:
   * 0 is what the person is told then.
   */
  const scan = (pass: number, scannedAtMs: number, venue: number, what: Showing): number => {
    const awayUntilMs = away.custodianUntilMs(scannedAtMs);
    if (awayUntilMs === 0) return judge(pass, scannedAtMs, scannedAtMs, false, venue, what);
    judge(pass, scannedAtMs, awayUntilMs, true, venue, what);
    return 0;
  };

  /** A scan is judged on time or late; the custodian's own settling ends a pass whose time is over. */
  const judge = (
    pass: number,
    scannedAtMs: number,
    atMs: number,
    isLate: boolean,
    venue: number,
    what: Showing,
  ): number => {
    restVisit(visits, 0);
    const wellFormed = what === "malformed" ? 0 : 1;
    const venueKnown = what === "unknown-venue" ? 0 : 1;
    const epochKnown = what === "unknown-epoch" ? 0 : 1;
    const signed = what === "forged" ? 0 : 1;
    const issuedAtMs = pass === none ? never : (passIssuedAt[pass] ?? never);
    const slot = pass === none ? 0 : pass;
    const answer = isLate
      ? custodianRecordLate(
          crisis,
          0,
          passes,
          slot,
          visits,
          0,
          wellFormed,
          venueKnown,
          epochKnown,
          signed,
          1,
          1,
          0,
          scannedAtMs,
          issuedAtMs,
          1,
          atMs,
          policy,
          log,
        )
      : custodianRecord(
          crisis,
          0,
          passes,
          slot,
          visits,
          0,
          wellFormed,
          venueKnown,
          epochKnown,
          signed,
          1,
          1,
          0,
          scannedAtMs,
          issuedAtMs,
          atMs,
          policy,
          log,
        );
    const isRefused = answer > 0;
    decided(atMs, isLate ? recordLate : record, isRefused ? answer : 0, venue);
    if (isRefused) return answer;
    const times = (storedTimes[slot] ?? 0) + 1;
    storedTimes[slot] = times;
    const eraseAtMs = visits.eraseAt[0] ?? never;
    watching.visitStored(who, atMs, crisis, isLate, scannedAtMs, issuedAtMs, eraseAtMs, times);
    stored(who, venue, scannedAtMs, eraseAtMs);
    const ten = slotOf(counts, atMs);
    counts.checkIns[ten] = (counts.checkIns[ten] ?? 0) + 1;
    return 0;
  };

  return {
    standing,
    crisis,
    enter: (person) => {
      who = person;
      recently = 0;
      codeSentAtMs = 0;
      inHand = none;
      shown = none;
    },
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
      if (!isVerified(atMs)) return;
      if ((policy.consentAsked === everyPass && isFirst) || atMs >= standing.agreedUntilMs) agreeAt(atMs);
      issueAt(atMs);
    },
    askBare: (atMs) => {
      if (isVerified(atMs)) issueAt(atMs);
    },
    askUnverified: (atMs) => {
      if (policy.consentAsked === everyPass || atMs >= standing.agreedUntilMs) agreeAt(atMs);
      issueAt(atMs);
    },
    show: (atMs, venue, what) => {
      const needsNone = what === "malformed" || what === "unknown-epoch";
      if (inHand === none && !needsNone) return none;
      if (what === "good") shown = inHand;
      return scan(needsNone ? none : inHand, atMs, venue, what);
    },
    askAgain: (atMs) => {
      inHand = none;
      if (!isVerified(atMs)) return;
      agreeIfOver(atMs);
      issueAt(atMs);
    },
    showAgain: (atMs, venue) => {
      if (inHand !== none) scan(inHand, atMs, venue, "good");
    },
    replay: (atMs, venue) => (shown === none ? none : scan(shown, atMs, venue, "good")),
    leave: () => {
      inHand = none;
      shown = none;
      codeSentAtMs = 0;
    },
    withdraw: (atMs) => {
      settle(atMs);
      const answer = issuerWithdraw(consent, 0, verification, 0, atMs, policy, log);
      decided(atMs, withdrawal, answer, none);
      if (answer > 0) return;
      standing.verifiedUntilMs = 0;
      standing.agreedUntilMs = 0;
      standing.withdrawnAtMs = atMs;
      watching.withdrawn(who, atMs, standing);
      const ten = slotOf(counts, atMs);
      counts.withdrawn[ten] = (counts.withdrawn[ten] ?? 0) + 1;
    },
    settle: (atMs) => {
      settle(atMs);
      settleConsent(consent, 0, 0, atMs, policy, log);
      countTransitions(counts, log);
    },
  };
};
