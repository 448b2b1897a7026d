// When the story happens. Days and hours are the story's own; every end is counted from them by the policy in force.
// So a policy with another number moves the ends, and the tour still stands on both sides of each.
// It reads no clock.
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import { seoulDay, startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { seoul } from "./moment.ts";

export const second = 1_000;
export const minute = 60 * second;

const firstDayMs = seoul("2020-07-01 00:00");
const answeredAtMs = seoul("2020-07-03 11:00");
const secondVerifiedAtMs = seoul("2020-07-10 20:00");

export const instants = {
  level: seoul("2020-07-01 19:00"),
  notice: seoul("2020-07-01 19:30"),
  unverified: seoul("2020-07-01 19:30:20"),
  code: seoul("2020-07-01 19:31"),
  pass: seoul("2020-07-01 19:32"),
  expired: seoul("2020-07-01 19:35"),
  forged: seoul("2020-07-01 19:36"),
  case: seoul("2020-07-03 10:00"),
  join: answeredAtMs,
  anotherVisit: seoul("2020-07-05 18:00"),
  withdrawn: seoul("2020-07-05 21:00"),
  nobody: seoul("2020-07-06 10:00"),
  secondVerified: secondVerifiedAtMs,
} as const;

/** How long after it was made a pass is shown: a third of its life. */
export const shownAfterMs = ({ passLifetime }: PolicyNumbers): number => Math.floor(passLifetime / 3);
/** The first pass is shown; and again while it is still good. */
export const admittedAtMs = (policy: PolicyNumbers): number => instants.pass + shownAfterMs(policy);
export const replayedAtMs = (policy: PolicyNumbers): number =>
  instants.pass + Math.floor((policy.passLifetime * 3) / 5);

/** What the first case asks about, and what the second one does. */
export const windows = {
  first: { fromMs: seoul("2020-07-01 19:00"), untilMs: seoul("2020-07-01 23:00") },
  second: { fromMs: seoul("2020-07-05 17:00"), untilMs: seoul("2020-07-05 20:00") },
} as const;

export const firstDay = seoulDay(firstDayMs);

/** So long after the beginning of the Seoul day of an instant. */
const afterDayOf = (atMs: number, keptMs: number): number => startOfSeoulDayMs(seoulDay(atMs)) + keptMs;

/** The answer of the first case is erased. */
export const answerEndsAtMs = (policy: PolicyNumbers): number =>
  Math.min(answeredAtMs + policy.caseAnswerKept, afterDayOf(firstDayMs, policy.retention));
/** Everything of the first day is erased. */
export const firstDayEndsAtMs = (policy: PolicyNumbers): number => afterDayOf(firstDayMs, policy.retention);
/** The second verification expires. */
export const monthEndsAtMs = (policy: PolicyNumbers): number =>
  secondVerifiedAtMs + policy.verificationValidity;
/** The renewed verification is given, and expires. */
export const renewedAtMs = (policy: PolicyNumbers): number => monthEndsAtMs(policy) + minute;
export const renewalEndsAtMs = (policy: PolicyNumbers): number =>
  renewedAtMs(policy) + policy.verificationValidity;
/** The last pass, on an evening eleven days after the renewal. */
export const lastVisitAtMs = (policy: PolicyNumbers): number =>
  afterDayOf(renewedAtMs(policy), 11 * millisecondsADay + 19 * 60 * minute);
/** The account ends: its verification has expired, and the last pass is long enough ago (clause C9). */
export const accountEndsAtMs = (policy: PolicyNumbers): number =>
  Math.max(renewalEndsAtMs(policy), afterDayOf(lastVisitAtMs(policy), policy.accountKept));
