/**
 * English names of the policy's constants, of its sets and of the words of its vocabularies.
 * A name is short enough to stand in brackets behind a number; what a constant means at length is its description in policy.ts.
 * A new constant without a name here does not compile.
 */
import type { constants as lawConstants, sets as lawSets, vocabularies } from "../../policy.ts";

export const constants = {
  consentAsked: "moment at which consent is asked for",
  consentSession: "life of a consent asked for at every pass",
  noticeVersion: "version of the notice in force",
  verificationValidity: "validity of a verification",
  codeDigits: "digits of a code",
  codeLifetime: "life of a code",
  codeTries: "wrong tries before the lock",
  codeSends: "codes before the lock",
  codeSendWindow: "window of sends",
  networkSends: "codes to one network",
  codeLock: "length of a lock",
  accountKept: "time an unused account is kept",
  passLifetime: "life of a pass",
  clockSkew: "allowed difference of clocks",
  lateDelivery: "latest delivery of a scan",
  passUseless: "time after which a pass is useless",
  passesPerMinute: "passes a minute",
  scansPerMinute: "scans a minute",
  epochLength: "length of an epoch",
  epochPasses: "passes in an epoch",
  retention: "retention",
  joinableAtLeast: "least time a visit can be joined",
  sweepLateness: "greatest lateness of the sweep",
  officersRequired: "officers required",
  caseDecision: "time for the second officer",
  caseLifetime: "life of a case",
  caseAnswerKept: "time an answer is kept",
  caseVenues: "most venues of a case",
  caseWindow: "longest window of a case",
  caseRecords: "most records of a case",
  nationRecordsPerDay: "most records of the nation in a day",
  witnessesRequired: "witnesses required",
  rosterDelay: "wait before the roster changes",
  venueReminder: "time before an unused venue is reminded",
} as const satisfies Readonly<Record<keyof typeof lawConstants, string>>;

export const sets = {
  collectionLevels: "levels that allow collection",
  caseGrounds: "legal grounds that a case may name",
} as const satisfies Readonly<Record<keyof typeof lawSets, string>>;

type Word = (typeof vocabularies)[keyof typeof vocabularies][number];

export const vocabulary = {
  everyPass: "at every pass",
  once: "once, at first use",
  attention: "attention",
  caution: "caution",
  alert: "alert",
  serious: "serious",
  none: "none",
  investigation: "epidemiological investigation",
} as const satisfies Readonly<Record<Word, string>>;

export const vocabularyNames = {
  consentAsked: "when consent is asked for",
  crisisLevel: "crisis level",
  ground: "legal ground",
} as const satisfies Readonly<Record<keyof typeof vocabularies, string>>;

export const grades = {
  S: "the founding description",
  F: "fact from the record of the scheme",
  C: "our choice, where nothing was published",
} as const;
