/**
 * The custodian's rules: venues register, scans become visits once, and visits are released under a case.
 * Online a pass is judged by the custodian's clock; a late delivery is judged at the instant the venue signed.
 * No rule of the custodian reads who a person is, because nothing it receives says so.
 */
import {
  below,
  flag,
  given,
  inState,
  literal,
  not,
  now,
  oneOf,
  policy,
  reached,
  startOfDay,
  sum,
  type Term,
} from "../language/expression.ts";
import { choice, count, instant, yesOrNo, type Fields } from "../language/fields.ts";
import { refusal, type Rule, type RuleRefusal } from "../language/rule.ts";
import { vocabularies } from "../policy.ts";

const suspended = refusal(
  "collection-suspended",
  not(inState("crisis", "active")),
  "The crisis level does not allow collection.",
  ["F7"],
);
const skewed = (instantOf: Term): Term => sum(instantOf, policy("clockSkew"));

const scanFields: Fields = {
  wellFormed: yesOrNo,
  venueKnown: yesOrNo,
  epochKnown: yesOrNo,
  passSigned: yesOrNo,
  scanSigned: yesOrNo,
  challengeAnswered: yesOrNo,
  scansLastMinute: count(1_000_000, [0, 599, 600]),
  scannedAt: instant,
  passIssuedAt: instant,
};

const facts: readonly RuleRefusal[] = [
  suspended,
  refusal("pass-malformed", not(flag(given("wellFormed"))), "This is not a pass.", ["S7"]),
  refusal("venue-unknown", not(flag(given("venueKnown"))), "No such venue is registered.", ["S2", "F10"]),
  refusal(
    "epoch-unknown",
    not(flag(given("epochKnown"))),
    "No issuer has registered the epoch of this pass.",
    ["S7", "C10"],
  ),
  refusal("pass-forged", not(flag(given("passSigned"))), "The pass is not signed by its issuer.", ["S7"]),
  refusal("scan-forged", not(flag(given("scanSigned"))), "The scan is not signed by the venue's device.", [
    "F10",
    "S7",
  ]),
  refusal(
    "challenge-mismatch",
    not(flag(given("challengeAnswered"))),
    "The pass is bound to the challenge of another venue, or to none that the scan shows.",
    ["S7", "F3"],
  ),
  refusal(
    "scans-exceeded",
    not(below(given("scansLastMinute"), policy("scansPerMinute"))),
    "The venue delivers too many scans in a minute.",
    ["C6"],
  ),
  refusal(
    "scan-ahead",
    not(reached(given("scannedAt"), skewed(now))),
    "The scan claims a time that has not come.",
    ["C3"],
  ),
  refusal(
    "scan-before-pass",
    not(reached(given("passIssuedAt"), skewed(given("scannedAt")))),
    "The scan claims a time before its pass was issued.",
    ["C3"],
  ),
];

const recording = (late: boolean): Rule["steps"] => [
  { instance: "pass", event: "pass.scanned" },
  {
    instance: "visit",
    event: "visit.recorded",
    with: { passIssuedAt: given("passIssuedAt"), late: literal(late) },
  },
];

export const custodianRules: readonly Rule[] = [
  {
    id: "custodian.record",
    party: "custodian",
    description: "Stores the visit of a scan that arrives as it happens.",
    clauses: ["S7", "F3", "F4", "C3"],
    trigger: { name: "scan", from: "venue", fields: scanFields },
    instances: { crisis: { machine: "crisis" }, pass: { machine: "pass" }, visit: { machine: "visit" } },
    refusals: facts,
    steps: recording(false),
    sends: ["admission"],
  },
  {
    id: "custodian.recordLate",
    party: "custodian",
    description:
      "Stores the visit of a scan that a venue without network delivers late, as of the instant it was signed.",
    clauses: ["S7", "C3"],
    trigger: { name: "lateScan", from: "venue", fields: { ...scanFields, venueSilent: yesOrNo } },
    instances: {
      crisis: { machine: "crisis" },
      pass: { machine: "pass", decidedAt: given("scannedAt") },
      visit: { machine: "visit" },
    },
    refusals: [
      ...facts,
      refusal(
        "delivery-too-late",
        reached(sum(given("scannedAt"), policy("lateDelivery"))),
        "The scan is delivered later than a venue may.",
        ["C3"],
      ),
      refusal(
        "venue-not-silent",
        not(flag(given("venueSilent"))),
        "The device has delivered on time since this scan, so it had a network.",
        ["C3"],
      ),
    ],
    steps: recording(true),
    sends: ["admission"],
  },
  {
    id: "custodian.openDay",
    party: "custodian",
    description:
      "Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over.",
    clauses: ["C2", "C10"],
    trigger: { name: "deposit", from: "issuer", fields: { startedAt: instant } },
    instances: { day: { machine: "day", decidedAt: given("startedAt") } },
    refusals: [
      refusal(
        "epoch-over",
        reached(sum(startOfDay(given("startedAt")), policy("retention"))),
        "The day of the epoch is over, and what was of it is erased.",
        ["S9", "C2", "C10"],
      ),
      refusal(
        "epoch-ahead",
        not(reached(given("startedAt"), skewed(now))),
        "The epoch claims a time that has not come.",
        ["C3"],
      ),
    ],
    steps: [{ instance: "day", event: "day.opened" }],
    sends: [],
  },
  {
    id: "custodian.release",
    party: "custodian",
    description:
      "Releases the sealed records of a case after checking officers, ground, venues, window and limits.",
    clauses: ["S8", "F6", "F13", "C4", "C7", "C17"],
    trigger: {
      name: "releaseRequest",
      from: "authority",
      fields: {
        officers: count(10, [0, 1, 2]),
        ground: choice(...vocabularies.ground),
        venues: count(1_000, [0, 1, 20, 21]),
        windowStart: instant,
        windowEnd: instant,
        approvedAt: instant,
        records: count(1_000_000, [0, 10_000, 10_001]),
        recordsOfDay: count(10_000_000, [0, 100_000, 100_001]),
        cosigners: count(100, [0, 1, 2]),
      },
    },
    instances: {},
    refusals: [
      refusal(
        "case-without-ground",
        not(oneOf(given("ground"), "caseGrounds")),
        "The case names no legal ground.",
        ["S8", "F13"],
      ),
      refusal(
        "officers-too-few",
        below(given("officers"), policy("officersRequired")),
        "Fewer officers than required have signed the case.",
        ["C4"],
      ),
      refusal("case-without-venue", below(given("venues"), literal(1)), "The case names no venue.", [
        "F6",
        "C7",
      ]),
      refusal(
        "case-venues-exceeded",
        below(policy("caseVenues"), given("venues")),
        "The case names more venues than a case may have.",
        ["C7"],
      ),
      refusal(
        "case-window-inverted",
        reached(given("windowEnd"), given("windowStart")),
        "The window ends before it starts.",
        ["F6", "C7"],
      ),
      refusal(
        "case-window-exceeded",
        not(reached(given("windowEnd"), sum(given("windowStart"), policy("caseWindow")))),
        "The window is longer than a case may have.",
        ["C7"],
      ),
      refusal("case-over", reached(sum(given("approvedAt"), policy("caseLifetime"))), "The case is over.", [
        "C4",
      ]),
      refusal(
        "case-records-exceeded",
        below(policy("caseRecords"), given("records")),
        "The case asks for more records than a case may have.",
        ["C7"],
      ),
      refusal(
        "nation-records-exceeded",
        below(policy("nationRecordsPerDay"), given("recordsOfDay")),
        "With this case, more records than the nation may release in a day.",
        ["C7"],
      ),
      refusal(
        "case-unlogged",
        below(given("cosigners"), policy("witnessesRequired")),
        "The case stands in no log that enough others cosigned.",
        ["C17"],
      ),
    ],
    steps: [],
    sends: ["release"],
  },
  {
    id: "custodian.releaseVisit",
    party: "custodian",
    description: "Marks one record as released; it is erased on the same day as before.",
    clauses: ["S8", "S9", "F6"],
    trigger: { name: "releaseRequest", from: "authority", fields: {} },
    instances: { visit: { machine: "visit" } },
    refusals: [],
    steps: [{ instance: "visit", event: "visit.released" }],
    sends: [],
  },
];
