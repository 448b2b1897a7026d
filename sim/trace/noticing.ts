// What a replayed decision lets a watcher see: for each rule the observation it makes, if it was not refused.
// `before` looks when nothing was refused and nothing is changed yet, `after` when all of it is done.
// It judges nothing; the properties do.
import type { Value } from "../../models/language/expression.ts";
import { startOfDayNumber, type Observation } from "../../models/observations.ts";
import type { RulePlan } from "./ruleplan.ts";

export interface Moment {
  readonly plan: RulePlan;
  readonly keys: readonly string[];
  readonly at: number;
  readonly told: string;
  readonly withdrawnAt: number | null;
}

type Notice = (moment: Moment) => Observation | undefined;

const numberIn = (value: Value | undefined): number => (typeof value === "number" ? value : 0);
const instantIn = (value: Value | undefined): number | null => (typeof value === "number" ? value : null);
const textIn = (value: Value | undefined): string => (typeof value === "string" ? value : "");

const fieldOf = ({ bound }: RulePlan, instance: string, field: string): Value | undefined =>
  bound[instance]?.fields[field];
const stateOf = ({ bound }: RulePlan, instance: string): string => bound[instance]?.state ?? "";

const passIssued: Notice = ({ plan, at, withdrawnAt }) => ({
  kind: "passIssued",
  at,
  crisis: stateOf(plan, "crisis"),
  consent: stateOf(plan, "consent"),
  consentVersion: numberIn(fieldOf(plan, "consent", "noticeVersion")),
  consentGivenAt: instantIn(fieldOf(plan, "consent", "givenAt")),
  verification: stateOf(plan, "verification"),
  verifiedUntil: instantIn(fieldOf(plan, "verification", "verifiedUntil")),
  withdrawnAt,
});

const visitStored =
  (late: boolean): Notice =>
  ({ plan, keys, at }) => ({
    kind: "visitStored",
    at,
    pass: Number(keys[1]),
    crisis: stateOf(plan, "crisis"),
    late,
    scannedAt: numberIn(plan.given["scannedAt"]),
    passIssuedAt: numberIn(plan.given["passIssuedAt"]),
    eraseAt: instantIn(fieldOf(plan, "visit", "eraseAt")),
  });

const withdrawn: Notice = ({ plan, at }) => ({
  kind: "withdrawn",
  at,
  consent: stateOf(plan, "consent"),
  verification: stateOf(plan, "verification"),
});

const released: Notice = ({ plan: { given }, at }) => ({
  kind: "released",
  at,
  officers: numberIn(given["officers"]),
  ground: textIn(given["ground"]),
  venues: numberIn(given["venues"]),
  windowStart: numberIn(given["windowStart"]),
  windowEnd: numberIn(given["windowEnd"]),
  approvedAt: numberIn(given["approvedAt"]),
  records: numberIn(given["records"]),
  recordsOfDay: numberIn(given["recordsOfDay"]),
  cosigners: numberIn(given["cosigners"]),
});

const answered: Notice = ({ plan: { given }, at }) => ({
  kind: "answered",
  at,
  officers: numberIn(given["officers"]),
  records: numberIn(given["records"]),
  cosigners: numberIn(given["cosigners"]),
  caseEndsAt: numberIn(given["caseEndsAt"]),
});

const caseApproved: Notice = ({ plan, at }) => ({
  kind: "caseApproved",
  at,
  requestedBy: textIn(fieldOf(plan, "disclosure", "requestedBy")),
  approvedBy: textIn(fieldOf(plan, "disclosure", "approvedBy")),
});

const answerKept: Notice = ({ plan, at }) => ({
  kind: "answerKept",
  at,
  recordsEndAt: numberIn(plan.given["recordsEndAt"]),
  answerEndsAt: instantIn(fieldOf(plan, "disclosure", "answerEndsAt")),
});

const dayOpened: Notice = ({ plan, keys, at, told }) =>
  told === "day.opened" && (plan.rule.party === "issuer" || plan.rule.party === "custodian")
    ? {
        kind: "dayOpened",
        at,
        party: plan.rule.party,
        dayStart: startOfDayNumber(Number(keys[0])),
        endsAt: instantIn(fieldOf(plan, "day", "endsAt")),
      }
    : undefined;

export const noticesBefore: ReadonlyMap<string, Notice> = new Map([["issuer.issue", passIssued]]);

export const noticesAfter: ReadonlyMap<string, Notice> = new Map<string, Notice>([
  ["issuer.withdraw", withdrawn],
  ["issuer.answer", answered],
  ["issuer.openDay", dayOpened],
  ["custodian.record", visitStored(false)],
  ["custodian.recordLate", visitStored(true)],
  ["custodian.openDay", dayOpened],
  ["custodian.release", released],
  ["authority.approve", caseApproved],
  ["authority.receiveAnswer", answerKept],
]);

/** A release of one visit is seen as where its end stood before and stands after. */
export const visitReleased = (
  at: number,
  before: Value | undefined,
  after: Value | undefined,
): Observation => ({
  kind: "visitReleased",
  at,
  eraseAtBefore: instantIn(before),
  eraseAtAfter: instantIn(after),
});
