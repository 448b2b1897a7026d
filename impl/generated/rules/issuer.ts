// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { never, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";
import { refusalOf, toldOf } from "../law.ts";
import { crisisLevelAnnounced, type CrisisColumns } from "../core/crisis.ts";
import { dayDayOpened, settleDay, type DayColumns } from "../core/day.ts";
import {
  consentConsentGiven,
  consentConsentWithdrawn,
  consentNoticePublished,
  settleConsent,
  type ConsentColumns,
} from "../core/consent.ts";
import {
  settleVerification,
  verificationAccountWithdrawn,
  verificationCodeRequested,
  verificationCodeSubmitted,
  verificationPassIssued,
  type VerificationColumns,
} from "../core/verification.ts";
import { passPassIssued, settlePass, type PassColumns } from "../core/pass.ts";

/** Takes note of the national crisis level; collection stops at once when it no longer allows it. Clauses F7. */
export function issuerAnnounceLevel(
  crisis: CrisisColumns,
  crisisSlot: number,
  level: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  const taken = crisisLevelAnnounced(crisis, crisisSlot, level, now, policy, log);
  const refused = refusalOf(0, taken);
  if (refused > 0) return refused;
  return -toldOf(0, taken);
}

/** Opens a Seoul day with its keys when its first epoch begins. Clauses C2, C10. */
export function issuerOpenDay(
  day: DayColumns,
  daySlot: number,
  startedAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleDay(day, daySlot, 0, startedAt, policy, log);
  const taken = dayDayOpened(day, daySlot, startedAt, policy, log);
  const refused = refusalOf(5, taken);
  if (refused > 0) return refused;
  settleDay(day, daySlot, startedAt, startedAt, policy, log);
  return -toldOf(5, taken);
}

/** Records that a person agrees to the notice in force. Clauses S4, F1, F11. */
export function issuerAgree(
  crisis: CrisisColumns,
  crisisSlot: number,
  consent: ConsentColumns,
  consentSlot: number,
  noticeVersion: number,
  guardianNeeded: number,
  guardianConfirmed: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (guardianNeeded === 1 && !(guardianConfirmed === 1)) return 3; // guardian-required
  const taken = consentConsentGiven(consent, consentSlot, noticeVersion, now, policy, log);
  const refused = refusalOf(1, taken);
  if (refused > 0) return refused;
  settleConsent(consent, consentSlot, now, now, policy, log);
  return -toldOf(1, taken);
}

/** Sends a code to a person who has agreed to the notice. Clauses S5, F2, C1, C16. */
export function issuerSendCode(
  crisis: CrisisColumns,
  crisisSlot: number,
  consent: ConsentColumns,
  consentSlot: number,
  verification: VerificationColumns,
  verificationSlot: number,
  sendsByOthers: number,
  sendsFromNetwork: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  settleVerification(verification, verificationSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (!(consent.state[consentSlot] === 1 /* given */)) return 4; // consent-required
  if (
    !(sendsByOthers < policy.codeSends) ||
    (!(sendsByOthers < 1) &&
      (verification.sendsEndAt[verificationSlot] ?? never) !== never &&
      !(now >= (verification.sendsEndAt[verificationSlot] ?? never)) &&
      !((verification.sends[verificationSlot] ?? 0) + sendsByOthers < policy.codeSends)) ||
    !(sendsFromNetwork < policy.networkSends)
  )
    return 5; // sends-exceeded
  const taken = verificationCodeRequested(verification, verificationSlot, now, policy, log);
  const refused = refusalOf(2, taken);
  if (refused > 0) return refused;
  settleVerification(verification, verificationSlot, now, now, policy, log);
  return -toldOf(2, taken);
}

/** Takes a code that a person typed. Clauses S5, F2, C1. */
export function issuerCheckCode(
  crisis: CrisisColumns,
  crisisSlot: number,
  consent: ConsentColumns,
  consentSlot: number,
  verification: VerificationColumns,
  verificationSlot: number,
  matches: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  settleVerification(verification, verificationSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (!(consent.state[consentSlot] === 1 /* given */)) return 4; // consent-required
  const taken = verificationCodeSubmitted(verification, verificationSlot, matches, now, policy, log);
  const refused = refusalOf(2, taken);
  if (refused > 0) return refused;
  settleVerification(verification, verificationSlot, now, now, policy, log);
  return -toldOf(2, taken);
}

/** Issues a pass to a person with current consent and a live verification. Clauses S4, S5, C6. */
export function issuerIssue(
  crisis: CrisisColumns,
  crisisSlot: number,
  consent: ConsentColumns,
  consentSlot: number,
  verification: VerificationColumns,
  verificationSlot: number,
  pass: PassColumns,
  passSlot: number,
  passesLastMinute: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  settleVerification(verification, verificationSlot, 0, now, policy, log);
  settlePass(pass, passSlot, 0, now, policy, log);
  if (!(crisis.state[crisisSlot] === 1 /* active */)) return 2; // collection-suspended
  if (consent.state[consentSlot] === 2 /* outdated */) return 6; // consent-outdated
  if (!(consent.state[consentSlot] === 1 /* given */)) return 4; // consent-required
  if (!((consent.noticeVersion[consentSlot] ?? 0) === policy.noticeVersion)) return 6; // consent-outdated
  if (!(passesLastMinute < policy.passesPerMinute)) return 7; // passes-exceeded
  const taken = verificationPassIssued(verification, verificationSlot, now, policy, log);
  const refused = refusalOf(2, taken);
  if (refused > 0) return refused;
  settleVerification(verification, verificationSlot, now, now, policy, log);
  passPassIssued(pass, passSlot, now, policy, log);
  settlePass(pass, passSlot, now, now, policy, log);
  return -toldOf(2, taken);
}

/** Ends the consent and the account, and with them what ties earlier passes to the person. Clauses C5, C9. */
export function issuerWithdraw(
  consent: ConsentColumns,
  consentSlot: number,
  verification: VerificationColumns,
  verificationSlot: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  settleVerification(verification, verificationSlot, 0, now, policy, log);
  if (
    !(
      verification.state[verificationSlot] === 1 /* challenged */ ||
      verification.state[verificationSlot] === 3 /* verified */ ||
      verification.state[verificationSlot] === 4 /* renewing */ ||
      verification.state[verificationSlot] === 5 /* expired */ ||
      verification.state[verificationSlot] === 6 /* locked */
    ) &&
    !(consent.state[consentSlot] === 1 /* given */ || consent.state[consentSlot] === 2 /* outdated */)
  )
    return 8; // account-unknown
  const takes2 =
    consent.state[consentSlot] === 1 /* given */ || consent.state[consentSlot] === 2 /* outdated */;
  const taken = verificationAccountWithdrawn(verification, verificationSlot, now, policy, log);
  const refused = refusalOf(2, taken);
  if (refused > 0) return refused;
  settleVerification(verification, verificationSlot, now, now, policy, log);
  if (takes2) {
    consentConsentWithdrawn(consent, consentSlot, now, policy, log);
    settleConsent(consent, consentSlot, now, now, policy, log);
  }
  return -toldOf(2, taken);
}

/** Publishes a notice: a consent to an older one becomes outdated. Clauses S4, F13. */
export function issuerPublishNotice(
  consent: ConsentColumns,
  consentSlot: number,
  noticeVersion: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  settleConsent(consent, consentSlot, 0, now, policy, log);
  if (!(noticeVersion === policy.noticeVersion)) return 9; // notice-outdated
  const taken = consentNoticePublished(consent, consentSlot, noticeVersion, now, policy, log);
  const refused = refusalOf(1, taken);
  if (refused > 0) return refused;
  settleConsent(consent, consentSlot, now, now, policy, log);
  return -toldOf(1, taken);
}

/** Answers a release of the custodian: opens only what it lists, once, for two officers. Clauses S8, F6, C4, C7, C8, C17. */
export function issuerAnswer(
  releaseSigned: number,
  officers: number,
  listed: number,
  answeredBefore: number,
  records: number,
  recordsOfDay: number,
  cosigners: number,
  caseEndsAt: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  if (!(releaseSigned === 1)) return 10; // release-forged
  if (officers < policy.officersRequired) return 11; // officers-too-few
  if (!(listed === 1)) return 12; // record-unlisted
  if (policy.caseRecords < records) return 13; // case-records-exceeded
  if (policy.nationRecordsPerDay < recordsOfDay) return 14; // nation-records-exceeded
  if (cosigners < policy.witnessesRequired) return 15; // case-unlogged
  if (answeredBefore === 1) return 16; // release-answered
  if (now >= caseEndsAt) return 17; // case-over
  return 0;
}
