// One right observation of every kind that a property judges, on Wednesday 1 July 2020 in Seoul, in literal instants.
// Tests of predicates and checkers change single fields of these; nothing here is computed from the policy.
import type { Observation } from "../../models/observations.ts";

export const second = 1_000;
export const hour = 3_600_000;
export const day = 86_400_000;
/** 1 July 2020, 12:00 in Seoul, a day that began twelve hours before. */
export const noon = Date.parse("2020-07-01T12:00:00.000+09:00");
export const midnight = Date.parse("2020-07-01T00:00:00.000+09:00");
/** The start of 29 July. */
export const endOfDay = Date.parse("2020-07-29T00:00:00.000+09:00");

export const passIssued = {
  kind: "passIssued",
  at: noon,
  crisis: "active",
  consent: "given",
  consentVersion: 1,
  consentGivenAt: noon - 60 * second,
  verification: "verified",
  verifiedUntil: noon + 1,
  withdrawnAt: null,
} as const satisfies Observation;

export const visitStored = {
  kind: "visitStored",
  at: noon + 10 * second,
  pass: 3,
  crisis: "active",
  late: false,
  scannedAt: noon + 10 * second,
  passIssuedAt: noon,
  eraseAt: endOfDay,
} as const satisfies Observation;

export const withdrawn = {
  kind: "withdrawn",
  at: noon,
  consent: "absent",
  verification: "erased",
} as const satisfies Observation;

export const caseApproved = {
  kind: "caseApproved",
  at: noon,
  requestedBy: "1",
  approvedBy: "2",
} as const satisfies Observation;

export const released = {
  kind: "released",
  at: noon,
  officers: 2,
  ground: "investigation",
  venues: 20,
  windowStart: noon - 25 * hour,
  windowEnd: noon - hour,
  approvedAt: noon - 72 * hour + 1,
  records: 10_000,
  recordsOfDay: 100_000,
  cosigners: 2,
} as const satisfies Observation;

export const answered = {
  kind: "answered",
  at: noon,
  officers: 2,
  records: 10_000,
  cosigners: 2,
  caseEndsAt: noon + 1,
} as const satisfies Observation;

export const answerKept = {
  kind: "answerKept",
  at: noon,
  recordsEndAt: noon + 27 * day,
  answerEndsAt: noon + 14 * day,
} as const satisfies Observation;

export const visitReleased = {
  kind: "visitReleased",
  at: noon,
  eraseAtBefore: endOfDay,
  eraseAtAfter: endOfDay,
} as const satisfies Observation;

export const reidentified = {
  kind: "reidentified",
  at: noon,
  case: "c0",
  requestedBy: "1",
  approvedBy: "2",
  approvedAt: noon - hour,
  venue: 5,
  windowStart: noon - 3 * hour,
  windowEnd: noon - 2 * hour,
  scannedAt: noon - 3 * hour,
  named: true,
  person: "Kim",
} as const satisfies Observation;

export const disclosureLogged = {
  kind: "disclosureLogged",
  at: noon,
  case: "c0",
  release: true,
  answer: true,
} as const satisfies Observation;

export const dayErased = {
  kind: "dayErased",
  at: endOfDay,
  party: "custodian",
  dayStart: midnight,
  dayEnd: midnight + day,
  records: 12,
} as const satisfies Observation;

export const stillHeld = {
  kind: "stillHeld",
  at: endOfDay + 600 * second,
  party: "custodian",
  what: "visit",
  endsAt: endOfDay,
} as const satisfies Observation;

export const searched = (
  party: "issuer" | "custodian" | "venue" | "authority",
  ...found: readonly string[]
) => ({ kind: "storeSearched", at: noon, party, found }) as const satisfies Observation;
