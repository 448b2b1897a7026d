/**
 * The issuer's rules: notice, consent, code, pass, withdrawal, and the answer under a case.
 * No rule of the issuer reads a place, because no message to it carries one.
 */
import {
  and,
  below,
  equals,
  field,
  flag,
  given,
  inState,
  literal,
  not,
  or,
  policy,
  present,
  reached,
  sum,
} from "../language/expression.ts";
import { count, instant, yesOrNo } from "../language/fields.ts";
import { refusal, type Rule } from "../language/rule.ts";

const suspended = refusal(
  "collection-suspended",
  not(inState("crisis", "active")),
  "The crisis level does not allow collection.",
  ["F7"],
);
const agreedFirst = refusal(
  "consent-required",
  not(inState("consent", "given")),
  "A phone is verified only after agreeing to the notice.",
  ["S4", "F13"],
);
const versions = count(1_000_000, [0, 1, 2]);

export const issuerRules: readonly Rule[] = [
  {
    id: "issuer.agree",
    party: "issuer",
    description: "Records that a person agrees to the notice in force.",
    clauses: ["S4", "F1", "F11"],
    trigger: {
      name: "consent.given",
      from: "person",
      fields: { noticeVersion: versions, guardianNeeded: yesOrNo, guardianConfirmed: yesOrNo },
    },
    instances: { crisis: { machine: "crisis" }, consent: { machine: "consent" } },
    refusals: [
      suspended,
      refusal(
        "guardian-required",
        and(flag(given("guardianNeeded")), not(flag(given("guardianConfirmed")))),
        "Someone under 14 agrees only with a guardian.",
        ["F11"],
      ),
    ],
    steps: [{ instance: "consent", event: "consent.given", with: { noticeVersion: given("noticeVersion") } }],
    sends: [],
  },
  {
    id: "issuer.sendCode",
    party: "issuer",
    description: "Sends a code to a person who has agreed to the notice.",
    clauses: ["S5", "F2", "C1", "C16"],
    trigger: {
      name: "code.requested",
      from: "person",
      fields: {
        sendsByOthers: count(1_000, [0, 1, 2, 3]),
        sendsFromNetwork: count(1_000_000, [0, 59, 60]),
      },
    },
    instances: {
      crisis: { machine: "crisis" },
      consent: { machine: "consent" },
      verification: { machine: "verification" },
    },
    refusals: [
      suspended,
      agreedFirst,
      refusal(
        "sends-exceeded",
        or(
          not(below(given("sendsByOthers"), policy("codeSends"))),
          // With none by others the machine counts for itself, and locks.
          and(
            not(below(given("sendsByOthers"), literal(1))),
            present(field("sendsEndAt", "verification")),
            not(reached(field("sendsEndAt", "verification"))),
            not(below(sum(field("sends", "verification"), given("sendsByOthers")), policy("codeSends"))),
          ),
          not(below(given("sendsFromNetwork"), policy("networkSends"))),
        ),
        "Too many codes were sent to the number by all its devices, or to the network.",
        ["C1", "C16"],
      ),
    ],
    steps: [{ instance: "verification", event: "code.requested" }],
    sends: ["code"],
    sendsWhenTold: "code.sent",
  },
  {
    id: "issuer.checkCode",
    party: "issuer",
    description: "Takes a code that a person typed.",
    clauses: ["S5", "F2", "C1"],
    trigger: { name: "code.submitted", from: "person", fields: { matches: yesOrNo } },
    instances: {
      crisis: { machine: "crisis" },
      consent: { machine: "consent" },
      verification: { machine: "verification" },
    },
    refusals: [suspended, agreedFirst],
    steps: [{ instance: "verification", event: "code.submitted", with: { matches: given("matches") } }],
    sends: [],
  },
  {
    id: "issuer.issue",
    party: "issuer",
    description: "Issues a pass to a person with current consent and a live verification.",
    clauses: ["S4", "S5", "C6"],
    trigger: {
      name: "pass.requested",
      from: "person",
      fields: { passesLastMinute: count(1_000, [0, 19, 20]) },
    },
    instances: {
      crisis: { machine: "crisis" },
      consent: { machine: "consent" },
      verification: { machine: "verification" },
      pass: { machine: "pass" },
    },
    refusals: [
      suspended,
      refusal(
        "consent-outdated",
        inState("consent", "outdated"),
        "The notice has changed since the person agreed.",
        ["S4", "F13"],
      ),
      refusal("consent-required", not(inState("consent", "given")), "There is no consent in force.", [
        "S4",
        "F1",
      ]),
      refusal(
        "consent-outdated",
        not(equals(field("noticeVersion", "consent"), policy("noticeVersion"))),
        "The consent was given to another notice than the one in force.",
        ["S4", "F13"],
      ),
      refusal(
        "passes-exceeded",
        not(below(given("passesLastMinute"), policy("passesPerMinute"))),
        "Too many passes in a minute.",
        ["C6"],
      ),
    ],
    steps: [
      { instance: "verification", event: "pass.issued" },
      { instance: "pass", event: "pass.issued" },
    ],
    sends: ["issuedPass"],
  },
  {
    id: "issuer.withdraw",
    party: "issuer",
    description: "Ends the consent and the account, and with them what ties earlier passes to the person.",
    clauses: ["C5", "C9"],
    trigger: { name: "consent.withdrawn", from: "person", fields: {} },
    instances: { consent: { machine: "consent" }, verification: { machine: "verification" } },
    refusals: [
      refusal(
        "account-unknown",
        and(
          not(inState("verification", "challenged", "verified", "renewing", "expired", "locked")),
          not(inState("consent", "given", "outdated")),
        ),
        "There is nothing to withdraw.",
        ["C5"],
      ),
    ],
    steps: [
      { instance: "verification", event: "account.withdrawn" },
      { instance: "consent", event: "consent.withdrawn", when: inState("consent", "given", "outdated") },
    ],
    sends: [],
  },
  {
    id: "issuer.publishNotice",
    party: "issuer",
    description: "Publishes a notice: a consent to an older one becomes outdated.",
    clauses: ["S4", "F13"],
    trigger: { name: "notice.published", from: "issuer", fields: { noticeVersion: versions } },
    instances: { consent: { machine: "consent" } },
    refusals: [
      refusal(
        "notice-outdated",
        not(equals(given("noticeVersion"), policy("noticeVersion"))),
        "The notice published is not the one in force.",
        ["S4", "F13"],
      ),
    ],
    steps: [
      { instance: "consent", event: "notice.published", with: { noticeVersion: given("noticeVersion") } },
    ],
    sends: [],
  },
  {
    id: "issuer.answer",
    party: "issuer",
    description: "Answers a release of the custodian: opens only what it lists, once, for two officers.",
    clauses: ["S8", "F6", "C4", "C7", "C8", "C17"],
    trigger: {
      name: "joinRequest",
      from: "authority",
      fields: {
        releaseSigned: yesOrNo,
        officers: count(10, [0, 1, 2]),
        listed: yesOrNo,
        answeredBefore: yesOrNo,
        records: count(1_000_000, [0, 10_000, 10_001]),
        recordsOfDay: count(10_000_000, [0, 100_000, 100_001]),
        cosigners: count(100, [0, 1, 2]),
        caseEndsAt: instant,
      },
    },
    instances: {},
    refusals: [
      refusal(
        "release-forged",
        not(flag(given("releaseSigned"))),
        "The release is not signed by the custodian.",
        ["S8"],
      ),
      refusal(
        "officers-too-few",
        below(given("officers"), policy("officersRequired")),
        "Fewer officers than required stand behind the case.",
        ["C4"],
      ),
      refusal(
        "record-unlisted",
        not(flag(given("listed"))),
        "A record is asked for that the release does not list.",
        ["S8", "C7"],
      ),
      refusal(
        "case-records-exceeded",
        below(policy("caseRecords"), given("records")),
        "The case asks for more records than a case may have.",
        ["C7"],
      ),
      refusal(
        "nation-records-exceeded",
        below(policy("nationRecordsPerDay"), given("recordsOfDay")),
        "With this case, more records than the nation may have answered in a day.",
        ["C7"],
      ),
      refusal(
        "case-unlogged",
        below(given("cosigners"), policy("witnessesRequired")),
        "The release stands in no log that enough others cosigned.",
        ["C17"],
      ),
      refusal("release-answered", flag(given("answeredBefore")), "The release has been answered already.", [
        "S8",
        "C4",
      ]),
      refusal("case-over", reached(given("caseEndsAt")), "The case is over.", ["C4"]),
    ],
    steps: [],
    sends: ["answer"],
  },
];
