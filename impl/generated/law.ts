// Generated from models/ by `entrylog generate`; never edited by hand. Stamp e7b971a46ee306ed.
import type { MachineCore } from "../lifecycle/machinecore.ts";
import { asCrisisColumns, makeCrisisColumns, stepCrisis } from "./core/crisis.ts";
import { asConsentColumns, makeConsentColumns, settleConsent, stepConsent } from "./core/consent.ts";
import { asVerificationColumns, makeVerificationColumns, settleVerification, stepVerification } from "./core/verification.ts";
import { asPassColumns, makePassColumns, settlePass, stepPass } from "./core/pass.ts";
import { asVisitColumns, makeVisitColumns, settleVisit, stepVisit } from "./core/visit.ts";
import { asDayColumns, makeDayColumns, settleDay, stepDay } from "./core/day.ts";
import { asDisclosureColumns, makeDisclosureColumns, settleDisclosure, stepDisclosure } from "./core/disclosure.ts";
import { crisisTable, consentTable, verificationTable, passTable, visitTable, dayTable, disclosureTable } from "./tables.ts";

/** Codes of refusals by number; 0 is none. */
export const refusalCodes = [
  "",
  "not-allowed",
  "collection-suspended",
  "consent-required",
  "consent-outdated",
  "passes-exceeded",
  "account-unknown",
  "release-forged",
  "officers-too-few",
  "record-unlisted",
  "case-records-exceeded",
  "release-answered",
  "case-over",
  "venue-unregistered",
  "pass-malformed",
  "venue-unknown",
  "epoch-unknown",
  "pass-forged",
  "scan-forged",
  "scans-exceeded",
  "scan-ahead",
  "scan-before-pass",
  "delivery-too-late",
  "case-without-ground",
  "case-without-venue",
  "case-venues-exceeded",
  "case-window-inverted",
  "case-window-exceeded",
  "nation-records-exceeded",
  "notice-outdated",
  "consent-absent",
  "code-not-sent",
  "verification-required",
  "code-locked",
  "verification-expired",
  "pass-unknown",
  "pass-expired",
  "pass-early",
  "pass-replayed",
  "case-window-ahead",
  "case-window-erased",
  "case-same-officer"
] as const;

/** A refusal's stable code. */
export type RefusalCode = Exclude<(typeof refusalCodes)[number], "">;

/** The clauses behind each refusal. */
export const refusalClauses: Readonly<Record<RefusalCode, readonly string[]>> = {
  "not-allowed": [],
  "collection-suspended": ["F7"],
  "consent-required": ["S4","F13","F1"],
  "consent-outdated": ["S4","F13"],
  "passes-exceeded": ["C6"],
  "account-unknown": ["C5"],
  "release-forged": ["S8"],
  "officers-too-few": ["C4"],
  "record-unlisted": ["S8","C7"],
  "case-records-exceeded": ["C7"],
  "release-answered": ["S8","C4"],
  "case-over": ["C4"],
  "venue-unregistered": ["S2","F10"],
  "pass-malformed": ["S7"],
  "venue-unknown": ["S2","F10"],
  "epoch-unknown": ["S7","C10"],
  "pass-forged": ["S7"],
  "scan-forged": ["F10","S7"],
  "scans-exceeded": ["C6"],
  "scan-ahead": ["C3"],
  "scan-before-pass": ["C3"],
  "delivery-too-late": ["C3"],
  "case-without-ground": ["S8","F13"],
  "case-without-venue": ["F6","C7"],
  "case-venues-exceeded": ["C7"],
  "case-window-inverted": ["F6","C7"],
  "case-window-exceeded": ["C7"],
  "nation-records-exceeded": ["C7"],
  "notice-outdated": ["S4","F13"],
  "consent-absent": ["C5"],
  "code-not-sent": ["C1"],
  "verification-required": ["S5"],
  "code-locked": ["C1"],
  "verification-expired": ["S5","F2"],
  "pass-unknown": ["S7"],
  "pass-expired": ["F3"],
  "pass-early": ["C3"],
  "pass-replayed": ["S7","F3"],
  "case-window-ahead": ["F6"],
  "case-window-erased": ["S9","F5"],
  "case-same-officer": ["C4"],
};

/** What transitions tell, by number; 0 is nothing. */
export const toldNames = [
  "",
  "collection.resumed",
  "level.noted",
  "collection.stopped",
  "consent.recorded",
  "consent.ended",
  "code.sent",
  "code.locked",
  "phone.verified",
  "code.mismatched",
  "account.ended",
  "verification.ended",
  "pass.shown",
  "pass.presented",
  "pass.accepted",
  "visit.stored",
  "visit.disclosed",
  "visit.erased",
  "day.opened",
  "day.erased",
  "case.opened",
  "case.approved",
  "case.denied",
  "case.lapsed",
  "case.released",
  "case.answered",
  "case.erased"
] as const;
export type ToldName = (typeof toldNames)[number];

/** The machines in the order in which deadlines of one instant fall due. */
export const machineCores: readonly MachineCore[] = [
  {
    id: "crisis",
    number: 0,
    keptAs: "row",
    table: crisisTable,
    events: [
      { name: "level.announced", fields: ["level"], durable: true },
    ],
    givenFields: [{ name: "level", kind: "choice", words: ["attention","caution","alert","serious"] }],
    transitions: [
      { id: "crisis:suspended--level.announced#1-->active", trigger: "level.announced", deadline: false, source: 0, target: 1, refusal: 0, told: 1, durable: true },
      { id: "crisis:suspended--level.announced#2-->suspended", trigger: "level.announced", deadline: false, source: 0, target: 0, refusal: 0, told: 2, durable: true },
      { id: "crisis:active--level.announced#1-->suspended", trigger: "level.announced", deadline: false, source: 1, target: 0, refusal: 0, told: 3, durable: true },
      { id: "crisis:active--level.announced#2-->active", trigger: "level.announced", deadline: false, source: 1, target: 1, refusal: 0, told: 2, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeCrisisColumns(instances) }),
    open: (columns) => {
      const rows = asCrisisColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              void [slot, from, now, policy, log];
            },
            step: (slot, event, given, now, policy, log) =>
              stepCrisis(rows, slot, event, given[0] ?? 0, now, policy, log),
          };
    },
  },
  {
    id: "consent",
    number: 1,
    keptAs: "row",
    table: consentTable,
    events: [
      { name: "consent.given", fields: ["noticeVersion"], durable: true },
      { name: "consent.withdrawn", fields: [], durable: true },
      { name: "notice.published", fields: ["noticeVersion"], durable: true },
    ],
    givenFields: [{ name: "noticeVersion", kind: "count", words: [] }],
    transitions: [
      { id: "consent:absent--consent.given#1-->absent", trigger: "consent.given", deadline: false, source: 0, target: 0, refusal: 29, told: 0, durable: true },
      { id: "consent:absent--consent.given#2-->given", trigger: "consent.given", deadline: false, source: 0, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:absent--consent.given#3-->given", trigger: "consent.given", deadline: false, source: 0, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:absent--consent.withdrawn-->absent", trigger: "consent.withdrawn", deadline: false, source: 0, target: 0, refusal: 30, told: 0, durable: true },
      { id: "consent:given--consent.given#1-->given", trigger: "consent.given", deadline: false, source: 1, target: 1, refusal: 29, told: 0, durable: true },
      { id: "consent:given--consent.given#2-->given", trigger: "consent.given", deadline: false, source: 1, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:given--consent.given#3-->given", trigger: "consent.given", deadline: false, source: 1, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:given--consent.withdrawn-->withdrawn", trigger: "consent.withdrawn", deadline: false, source: 1, target: 3, refusal: 0, told: 5, durable: true },
      { id: "consent:given--notice.published#1-->outdated", trigger: "notice.published", deadline: false, source: 1, target: 2, refusal: 0, told: 0, durable: true },
      { id: "consent:given--notice.published#2-->given", trigger: "notice.published", deadline: false, source: 1, target: 1, refusal: 0, told: 0, durable: true },
      { id: "consent:given--endsAt-->absent", trigger: "endsAt", deadline: true, source: 1, target: 0, refusal: 0, told: 0, durable: true },
      { id: "consent:outdated--consent.given#1-->outdated", trigger: "consent.given", deadline: false, source: 2, target: 2, refusal: 29, told: 0, durable: true },
      { id: "consent:outdated--consent.given#2-->given", trigger: "consent.given", deadline: false, source: 2, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:outdated--consent.given#3-->given", trigger: "consent.given", deadline: false, source: 2, target: 1, refusal: 0, told: 4, durable: true },
      { id: "consent:outdated--consent.withdrawn-->withdrawn", trigger: "consent.withdrawn", deadline: false, source: 2, target: 3, refusal: 0, told: 5, durable: true },
      { id: "consent:outdated--endsAt-->absent", trigger: "endsAt", deadline: true, source: 2, target: 0, refusal: 0, told: 0, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeConsentColumns(instances) }),
    open: (columns) => {
      const rows = asConsentColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settleConsent(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepConsent(rows, slot, event, given[0] ?? 0, now, policy, log),
          };
    },
  },
  {
    id: "verification",
    number: 2,
    keptAs: "row",
    table: verificationTable,
    events: [
      { name: "code.requested", fields: [], durable: true },
      { name: "code.submitted", fields: ["matches"], durable: true },
      { name: "pass.issued", fields: [], durable: false },
      { name: "account.withdrawn", fields: [], durable: true },
    ],
    givenFields: [{ name: "matches", kind: "flag", words: [] }],
    transitions: [
      { id: "verification:unverified--code.requested-->challenged", trigger: "code.requested", deadline: false, source: 0, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:unverified--code.submitted-->unverified", trigger: "code.submitted", deadline: false, source: 0, target: 0, refusal: 31, told: 0, durable: true },
      { id: "verification:unverified--pass.issued-->unverified", trigger: "pass.issued", deadline: false, source: 0, target: 0, refusal: 32, told: 0, durable: false },
      { id: "verification:unverified--account.withdrawn-->unverified", trigger: "account.withdrawn", deadline: false, source: 0, target: 0, refusal: 0, told: 0, durable: true },
      { id: "verification:challenged--code.requested#1-->challenged", trigger: "code.requested", deadline: false, source: 1, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:challenged--code.requested#2-->challenged", trigger: "code.requested", deadline: false, source: 1, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:challenged--code.requested#3-->locked", trigger: "code.requested", deadline: false, source: 1, target: 6, refusal: 0, told: 7, durable: true },
      { id: "verification:challenged--code.submitted#1-->verified", trigger: "code.submitted", deadline: false, source: 1, target: 3, refusal: 0, told: 8, durable: true },
      { id: "verification:challenged--code.submitted#2-->challenged", trigger: "code.submitted", deadline: false, source: 1, target: 1, refusal: 0, told: 9, durable: true },
      { id: "verification:challenged--code.submitted#3-->locked", trigger: "code.submitted", deadline: false, source: 1, target: 6, refusal: 0, told: 7, durable: true },
      { id: "verification:challenged--pass.issued-->challenged", trigger: "pass.issued", deadline: false, source: 1, target: 1, refusal: 32, told: 0, durable: false },
      { id: "verification:challenged--account.withdrawn-->challenged", trigger: "account.withdrawn", deadline: false, source: 1, target: 1, refusal: 0, told: 10, durable: true },
      { id: "verification:challenged--codeEndsAt#1-->expired", trigger: "codeEndsAt", deadline: true, source: 1, target: 5, refusal: 0, told: 0, durable: true },
      { id: "verification:challenged--codeEndsAt#2-->unanswered", trigger: "codeEndsAt", deadline: true, source: 1, target: 2, refusal: 0, told: 0, durable: true },
      { id: "verification:challenged--accountEndsAt-->challenged", trigger: "accountEndsAt", deadline: true, source: 1, target: 1, refusal: 0, told: 10, durable: true },
      { id: "verification:unanswered--code.requested#1-->challenged", trigger: "code.requested", deadline: false, source: 2, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:unanswered--code.requested#2-->locked", trigger: "code.requested", deadline: false, source: 2, target: 6, refusal: 0, told: 7, durable: true },
      { id: "verification:unanswered--code.submitted-->unanswered", trigger: "code.submitted", deadline: false, source: 2, target: 2, refusal: 31, told: 0, durable: true },
      { id: "verification:unanswered--pass.issued-->unanswered", trigger: "pass.issued", deadline: false, source: 2, target: 2, refusal: 32, told: 0, durable: false },
      { id: "verification:unanswered--account.withdrawn-->unanswered", trigger: "account.withdrawn", deadline: false, source: 2, target: 2, refusal: 0, told: 0, durable: true },
      { id: "verification:unanswered--sendsEndAt-->unverified", trigger: "sendsEndAt", deadline: true, source: 2, target: 0, refusal: 0, told: 0, durable: true },
      { id: "verification:verified--code.requested#1-->verified", trigger: "code.requested", deadline: false, source: 3, target: 3, refusal: 33, told: 0, durable: true },
      { id: "verification:verified--code.requested#2-->renewing", trigger: "code.requested", deadline: false, source: 3, target: 4, refusal: 0, told: 6, durable: true },
      { id: "verification:verified--code.requested#3-->renewing", trigger: "code.requested", deadline: false, source: 3, target: 4, refusal: 0, told: 6, durable: true },
      { id: "verification:verified--code.requested#4-->verified", trigger: "code.requested", deadline: false, source: 3, target: 3, refusal: 0, told: 7, durable: true },
      { id: "verification:verified--code.submitted-->verified", trigger: "code.submitted", deadline: false, source: 3, target: 3, refusal: 31, told: 0, durable: true },
      { id: "verification:verified--pass.issued-->verified", trigger: "pass.issued", deadline: false, source: 3, target: 3, refusal: 0, told: 0, durable: false },
      { id: "verification:verified--account.withdrawn-->erased", trigger: "account.withdrawn", deadline: false, source: 3, target: 7, refusal: 0, told: 10, durable: true },
      { id: "verification:verified--verifiedUntil-->expired", trigger: "verifiedUntil", deadline: true, source: 3, target: 5, refusal: 0, told: 11, durable: true },
      { id: "verification:renewing--code.requested#1-->renewing", trigger: "code.requested", deadline: false, source: 4, target: 4, refusal: 0, told: 6, durable: true },
      { id: "verification:renewing--code.requested#2-->renewing", trigger: "code.requested", deadline: false, source: 4, target: 4, refusal: 0, told: 6, durable: true },
      { id: "verification:renewing--code.requested#3-->verified", trigger: "code.requested", deadline: false, source: 4, target: 3, refusal: 0, told: 7, durable: true },
      { id: "verification:renewing--code.submitted#1-->verified", trigger: "code.submitted", deadline: false, source: 4, target: 3, refusal: 0, told: 8, durable: true },
      { id: "verification:renewing--code.submitted#2-->renewing", trigger: "code.submitted", deadline: false, source: 4, target: 4, refusal: 0, told: 9, durable: true },
      { id: "verification:renewing--code.submitted#3-->verified", trigger: "code.submitted", deadline: false, source: 4, target: 3, refusal: 0, told: 7, durable: true },
      { id: "verification:renewing--pass.issued-->renewing", trigger: "pass.issued", deadline: false, source: 4, target: 4, refusal: 0, told: 0, durable: false },
      { id: "verification:renewing--account.withdrawn-->erased", trigger: "account.withdrawn", deadline: false, source: 4, target: 7, refusal: 0, told: 10, durable: true },
      { id: "verification:renewing--verifiedUntil-->challenged", trigger: "verifiedUntil", deadline: true, source: 4, target: 1, refusal: 0, told: 11, durable: true },
      { id: "verification:renewing--codeEndsAt-->verified", trigger: "codeEndsAt", deadline: true, source: 4, target: 3, refusal: 0, told: 0, durable: true },
      { id: "verification:expired--code.requested#1-->expired", trigger: "code.requested", deadline: false, source: 5, target: 5, refusal: 33, told: 0, durable: true },
      { id: "verification:expired--code.requested#2-->challenged", trigger: "code.requested", deadline: false, source: 5, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:expired--code.requested#3-->challenged", trigger: "code.requested", deadline: false, source: 5, target: 1, refusal: 0, told: 6, durable: true },
      { id: "verification:expired--code.requested#4-->locked", trigger: "code.requested", deadline: false, source: 5, target: 6, refusal: 0, told: 7, durable: true },
      { id: "verification:expired--code.submitted-->expired", trigger: "code.submitted", deadline: false, source: 5, target: 5, refusal: 31, told: 0, durable: true },
      { id: "verification:expired--pass.issued-->expired", trigger: "pass.issued", deadline: false, source: 5, target: 5, refusal: 34, told: 0, durable: false },
      { id: "verification:expired--account.withdrawn-->erased", trigger: "account.withdrawn", deadline: false, source: 5, target: 7, refusal: 0, told: 10, durable: true },
      { id: "verification:expired--accountEndsAt-->erased", trigger: "accountEndsAt", deadline: true, source: 5, target: 7, refusal: 0, told: 10, durable: true },
      { id: "verification:locked--code.requested-->locked", trigger: "code.requested", deadline: false, source: 6, target: 6, refusal: 33, told: 0, durable: true },
      { id: "verification:locked--code.submitted-->locked", trigger: "code.submitted", deadline: false, source: 6, target: 6, refusal: 33, told: 0, durable: true },
      { id: "verification:locked--pass.issued-->locked", trigger: "pass.issued", deadline: false, source: 6, target: 6, refusal: 32, told: 0, durable: false },
      { id: "verification:locked--account.withdrawn-->locked", trigger: "account.withdrawn", deadline: false, source: 6, target: 6, refusal: 0, told: 10, durable: true },
      { id: "verification:locked--lockedUntil#1-->expired", trigger: "lockedUntil", deadline: true, source: 6, target: 5, refusal: 0, told: 0, durable: true },
      { id: "verification:locked--lockedUntil#2-->unverified", trigger: "lockedUntil", deadline: true, source: 6, target: 0, refusal: 0, told: 0, durable: true },
      { id: "verification:locked--accountEndsAt-->locked", trigger: "accountEndsAt", deadline: true, source: 6, target: 6, refusal: 0, told: 10, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeVerificationColumns(instances) }),
    open: (columns) => {
      const rows = asVerificationColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settleVerification(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepVerification(rows, slot, event, given[0] ?? 0, now, policy, log),
          };
    },
  },
  {
    id: "pass",
    number: 3,
    keptAs: "token",
    table: passTable,
    events: [
      { name: "pass.issued", fields: [], durable: true },
      { name: "pass.presented", fields: [], durable: true },
      { name: "pass.scanned", fields: [], durable: true },
    ],
    givenFields: [],
    transitions: [
      { id: "pass:unissued--pass.issued-->issued", trigger: "pass.issued", deadline: false, source: 0, target: 1, refusal: 0, told: 12, durable: true },
      { id: "pass:unissued--pass.presented-->unissued", trigger: "pass.presented", deadline: false, source: 0, target: 0, refusal: 35, told: 0, durable: true },
      { id: "pass:unissued--pass.scanned-->unissued", trigger: "pass.scanned", deadline: false, source: 0, target: 0, refusal: 35, told: 0, durable: true },
      { id: "pass:issued--pass.presented#1-->issued", trigger: "pass.presented", deadline: false, source: 1, target: 1, refusal: 36, told: 0, durable: true },
      { id: "pass:issued--pass.presented#2-->issued", trigger: "pass.presented", deadline: false, source: 1, target: 1, refusal: 0, told: 13, durable: true },
      { id: "pass:issued--pass.scanned#1-->issued", trigger: "pass.scanned", deadline: false, source: 1, target: 1, refusal: 37, told: 0, durable: true },
      { id: "pass:issued--pass.scanned#2-->accepted", trigger: "pass.scanned", deadline: false, source: 1, target: 2, refusal: 0, told: 14, durable: true },
      { id: "pass:issued--expiresAt-->expired", trigger: "expiresAt", deadline: true, source: 1, target: 3, refusal: 0, told: 0, durable: true },
      { id: "pass:accepted--pass.presented-->accepted", trigger: "pass.presented", deadline: false, source: 2, target: 2, refusal: 36, told: 0, durable: true },
      { id: "pass:accepted--pass.scanned-->accepted", trigger: "pass.scanned", deadline: false, source: 2, target: 2, refusal: 38, told: 0, durable: true },
      { id: "pass:expired--pass.presented-->expired", trigger: "pass.presented", deadline: false, source: 3, target: 3, refusal: 36, told: 0, durable: true },
      { id: "pass:expired--pass.scanned-->expired", trigger: "pass.scanned", deadline: false, source: 3, target: 3, refusal: 36, told: 0, durable: true },
    ],
    makeColumns: (instances) => ({ ...makePassColumns(instances) }),
    open: (columns) => {
      const rows = asPassColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settlePass(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepPass(rows, slot, event, now, policy, log),
          };
    },
  },
  {
    id: "visit",
    number: 4,
    keptAs: "partition",
    table: visitTable,
    events: [
      { name: "visit.recorded", fields: ["passIssuedAt","late"], durable: true },
      { name: "visit.released", fields: [], durable: true },
    ],
    givenFields: [{ name: "passIssuedAt", kind: "instant", words: [] }, { name: "late", kind: "flag", words: [] }],
    transitions: [
      { id: "visit:absent--visit.recorded-->recorded", trigger: "visit.recorded", deadline: false, source: 0, target: 1, refusal: 0, told: 15, durable: true },
      { id: "visit:recorded--visit.released-->disclosed", trigger: "visit.released", deadline: false, source: 1, target: 2, refusal: 0, told: 16, durable: true },
      { id: "visit:recorded--eraseAt-->erased", trigger: "eraseAt", deadline: true, source: 1, target: 3, refusal: 0, told: 17, durable: true },
      { id: "visit:disclosed--visit.released-->disclosed", trigger: "visit.released", deadline: false, source: 2, target: 2, refusal: 0, told: 16, durable: true },
      { id: "visit:disclosed--eraseAt-->erased", trigger: "eraseAt", deadline: true, source: 2, target: 3, refusal: 0, told: 17, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeVisitColumns(instances) }),
    open: (columns) => {
      const rows = asVisitColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settleVisit(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepVisit(rows, slot, event, given[0] ?? 0, given[1] ?? 0, now, policy, log),
          };
    },
  },
  {
    id: "day",
    number: 5,
    keptAs: "row",
    table: dayTable,
    events: [
      { name: "day.opened", fields: [], durable: true },
    ],
    givenFields: [],
    transitions: [
      { id: "day:unopened--day.opened-->kept", trigger: "day.opened", deadline: false, source: 0, target: 1, refusal: 0, told: 18, durable: true },
      { id: "day:kept--day.opened-->kept", trigger: "day.opened", deadline: false, source: 1, target: 1, refusal: 0, told: 0, durable: true },
      { id: "day:kept--endsAt-->erased", trigger: "endsAt", deadline: true, source: 1, target: 2, refusal: 0, told: 19, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeDayColumns(instances) }),
    open: (columns) => {
      const rows = asDayColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settleDay(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepDay(rows, slot, event, now, policy, log),
          };
    },
  },
  {
    id: "disclosure",
    number: 6,
    keptAs: "row",
    table: disclosureTable,
    events: [
      { name: "case.requested", fields: ["officer","ground","venues","windowStart","windowEnd"], durable: true },
      { name: "case.approved", fields: ["officer"], durable: true },
      { name: "case.denied", fields: ["officer"], durable: true },
      { name: "case.released", fields: ["records"], durable: true },
      { name: "case.answered", fields: ["recordsEndAt"], durable: true },
      { name: "case.closed", fields: [], durable: true },
    ],
    givenFields: [{ name: "officer", kind: "id", words: [] }, { name: "ground", kind: "choice", words: ["none","investigation"] }, { name: "venues", kind: "count", words: [] }, { name: "windowStart", kind: "instant", words: [] }, { name: "windowEnd", kind: "instant", words: [] }, { name: "records", kind: "count", words: [] }, { name: "recordsEndAt", kind: "instant", words: [] }],
    transitions: [
      { id: "disclosure:absent--case.requested#1-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 23, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#2-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 24, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#3-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 25, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#4-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 26, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#5-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 27, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#6-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 39, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#7-->absent", trigger: "case.requested", deadline: false, source: 0, target: 0, refusal: 40, told: 0, durable: true },
      { id: "disclosure:absent--case.requested#8-->requested", trigger: "case.requested", deadline: false, source: 0, target: 1, refusal: 0, told: 20, durable: true },
      { id: "disclosure:requested--case.approved#1-->requested", trigger: "case.approved", deadline: false, source: 1, target: 1, refusal: 41, told: 0, durable: true },
      { id: "disclosure:requested--case.approved#2-->approved", trigger: "case.approved", deadline: false, source: 1, target: 2, refusal: 0, told: 21, durable: true },
      { id: "disclosure:requested--case.denied-->denied", trigger: "case.denied", deadline: false, source: 1, target: 6, refusal: 0, told: 22, durable: true },
      { id: "disclosure:requested--lapseAt-->lapsed", trigger: "lapseAt", deadline: true, source: 1, target: 7, refusal: 0, told: 23, durable: true },
      { id: "disclosure:approved--case.released#1-->approved", trigger: "case.released", deadline: false, source: 2, target: 2, refusal: 10, told: 0, durable: true },
      { id: "disclosure:approved--case.released#2-->released", trigger: "case.released", deadline: false, source: 2, target: 3, refusal: 0, told: 24, durable: true },
      { id: "disclosure:approved--lapseAt-->lapsed", trigger: "lapseAt", deadline: true, source: 2, target: 7, refusal: 0, told: 23, durable: true },
      { id: "disclosure:released--case.answered-->answered", trigger: "case.answered", deadline: false, source: 3, target: 4, refusal: 0, told: 25, durable: true },
      { id: "disclosure:released--lapseAt-->lapsed", trigger: "lapseAt", deadline: true, source: 3, target: 7, refusal: 0, told: 23, durable: true },
      { id: "disclosure:answered--case.closed-->closed", trigger: "case.closed", deadline: false, source: 4, target: 5, refusal: 0, told: 26, durable: true },
      { id: "disclosure:answered--answerEndsAt-->closed", trigger: "answerEndsAt", deadline: true, source: 4, target: 5, refusal: 0, told: 26, durable: true },
    ],
    makeColumns: (instances) => ({ ...makeDisclosureColumns(instances) }),
    open: (columns) => {
      const rows = asDisclosureColumns(columns);
      return rows === undefined
        ? undefined
        : {
            settle: (slot, from, now, policy, log) => {
              settleDisclosure(rows, slot, from, now, policy, log);
            },
            step: (slot, event, given, now, policy, log) =>
              stepDisclosure(rows, slot, event, given[0] ?? 0, given[1] ?? 0, given[2] ?? 0, given[3] ?? 0, given[4] ?? 0, given[5] ?? 0, given[6] ?? 0, now, policy, log),
          };
    },
  },
];

const refusals = machineCores.map(({ transitions }) => Uint8Array.from([1, ...transitions.map(({ refusal }) => refusal)]));
const told = machineCores.map(({ transitions }) => Uint8Array.from([0, ...transitions.map((transition) => transition.told)]));

/** The refusal of a transition by machine and number; transition 0, an event that is not allowed, refuses too. */
export const refusalOf = (machine: number, transition: number): number => refusals[machine]?.[transition] ?? 1;

/** What a transition tells. */
export const toldOf = (machine: number, transition: number): number => told[machine]?.[transition] ?? 0;
