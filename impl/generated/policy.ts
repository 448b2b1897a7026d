// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { vocabularies, type Policy } from "../../models/policy.ts";
import { amount, bits, place, word } from "../lifecycle/policynumbers.ts";

/** A policy in force as the core reads it. */
export interface PolicyNumbers {
  /** whether consent is asked for at every pass or once, at first use: everyPass, once (F1, S4). */
  readonly consentAsked: number;
  /** how long one consent covers a pass and its renewals when it is asked for at every pass, in ms (C12, F3). */
  readonly consentSession: number;
  /** the version of the notice that is in force (S4, F13). */
  readonly noticeVersion: number;
  /** how long a verified phone stays verified, in ms (S5, F2, C2). */
  readonly verificationValidity: number;
  /** digits of the code sent by SMS (F2). */
  readonly codeDigits: number;
  /** how long a code can be entered, in ms (C1). */
  readonly codeLifetime: number;
  /** wrong tries before the lock (C1). */
  readonly codeTries: number;
  /** codes sent within the send window before the lock (C1). */
  readonly codeSends: number;
  /** the window in which codes sent are counted, in ms (C1). */
  readonly codeSendWindow: number;
  /** codes sent to one network within the send window (C16). */
  readonly networkSends: number;
  /** how long a lock lasts, in ms (C1). */
  readonly codeLock: number;
  /** how long an account stays after the day of its last pass, once its verification has expired, in ms (C9, C2). */
  readonly accountKept: number;
  /** how long a pass is shown, in ms (F3). */
  readonly passLifetime: number;
  /** how far the clocks of two parties may differ, in ms (C3). */
  readonly clockSkew: number;
  /** how late a venue without network may deliver a scan, in ms (C3). */
  readonly lateDelivery: number;
  /** after this time online nothing is stored under a pass, in ms (C11). */
  readonly passUseless: number;
  /** passes a person may ask for in a minute (C6). */
  readonly passesPerMinute: number;
  /** scans a venue may deliver in a minute (C6, C13). */
  readonly scansPerMinute: number;
  /** how long one epoch secret seals passes, in ms (S7, C10). */
  readonly epochLength: number;
  /** passes under one epoch secret (C10, C13). */
  readonly epochPasses: number;
  /** how long a visit is kept, counted from the start of the Seoul day of its pass, in ms (S9, F5, C2). */
  readonly retention: number;
  /** how long a stored visit can be joined at the least, in ms (C11, F5). */
  readonly joinableAtLeast: number;
  /** how late the sweep that erases may be; a read never waits for it, in ms (C13). */
  readonly sweepLateness: number;
  /** different officers who must stand behind a case (C4). */
  readonly officersRequired: number;
  /** how long a requested case waits for its second officer, in ms (C13). */
  readonly caseDecision: number;
  /** how long a case lives from its approval, in ms (C4). */
  readonly caseLifetime: number;
  /** how long what a case learned is kept, in ms (C4). */
  readonly caseAnswerKept: number;
  /** venues of a case (C7). */
  readonly caseVenues: number;
  /** the longest window of a case at a venue, in ms (C7). */
  readonly caseWindow: number;
  /** records of a case (C7). */
  readonly caseRecords: number;
  /** records released in the nation in a day (C7). */
  readonly nationRecordsPerDay: number;
  /** other parties who must have cosigned the log in which a case or its release stands (C17). */
  readonly witnessesRequired: number;
  /** how long a change of the officers' roster waits, in ms (C7). */
  readonly rosterDelay: number;
  /** unused for so long, a venue is reminded, in ms (F10). */
  readonly venueReminder: number;
  /** Members among attention, caution, alert, serious as bits (F7). */
  readonly collectionLevels: number;
  /** Members among none, investigation as bits (F13, S8). */
  readonly caseGrounds: number;
}

/** The numbers of a policy; a policy that lacks one is a mistake of its author and throws. */
export const policyNumbers = (policy: Policy): PolicyNumbers => ({
  consentAsked: place(vocabularies.consentAsked, word(policy, "consentAsked")),
  consentSession: amount(policy, "consentSession"),
  noticeVersion: amount(policy, "noticeVersion"),
  verificationValidity: amount(policy, "verificationValidity"),
  codeDigits: amount(policy, "codeDigits"),
  codeLifetime: amount(policy, "codeLifetime"),
  codeTries: amount(policy, "codeTries"),
  codeSends: amount(policy, "codeSends"),
  codeSendWindow: amount(policy, "codeSendWindow"),
  networkSends: amount(policy, "networkSends"),
  codeLock: amount(policy, "codeLock"),
  accountKept: amount(policy, "accountKept"),
  passLifetime: amount(policy, "passLifetime"),
  clockSkew: amount(policy, "clockSkew"),
  lateDelivery: amount(policy, "lateDelivery"),
  passUseless: amount(policy, "passUseless"),
  passesPerMinute: amount(policy, "passesPerMinute"),
  scansPerMinute: amount(policy, "scansPerMinute"),
  epochLength: amount(policy, "epochLength"),
  epochPasses: amount(policy, "epochPasses"),
  retention: amount(policy, "retention"),
  joinableAtLeast: amount(policy, "joinableAtLeast"),
  sweepLateness: amount(policy, "sweepLateness"),
  officersRequired: amount(policy, "officersRequired"),
  caseDecision: amount(policy, "caseDecision"),
  caseLifetime: amount(policy, "caseLifetime"),
  caseAnswerKept: amount(policy, "caseAnswerKept"),
  caseVenues: amount(policy, "caseVenues"),
  caseWindow: amount(policy, "caseWindow"),
  caseRecords: amount(policy, "caseRecords"),
  nationRecordsPerDay: amount(policy, "nationRecordsPerDay"),
  witnessesRequired: amount(policy, "witnessesRequired"),
  rosterDelay: amount(policy, "rosterDelay"),
  venueReminder: amount(policy, "venueReminder"),
  collectionLevels: bits(vocabularies.crisisLevel, policy, "collectionLevels"),
  caseGrounds: bits(vocabularies.ground, policy, "caseGrounds"),
});
