/**
 * The issuer's gate, said by hand: which of two reasons is told, and who can withdraw (S4, S5, F7, F13, C5, C6, C9).
 * Agreeing, asking for a code and typing it need collection to be allowed, and the last two a consent in force.
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Standing, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-01T${time}+09:00` });
const collecting: Standing = { state: "active", fields: { level: "serious" } };
const suspended: Standing = { state: "suspended", fields: { level: "caution" } };
const consentKept: SaidFields = {
  noticeVersion: 1,
  givenAt: at("12:00:00.000"),
  endsAt: at("12:10:00.000"),
};
const consentOf = (state: string): Standing =>
  state === "given" || state === "outdated" ? { state, fields: consentKept } : { state };
const month = { verifiedUntil: { at: "2020-07-20T12:00:00.000+09:00" } };
const account = { accountEndsAt: { at: "2020-07-29T00:00:00.000+09:00" } };
const code = { sends: 1, sendsEndAt: at("12:10:00.000"), codeEndsAt: at("12:03:00.000") };
const verificationOf: Readonly<Record<string, Standing>> = {
  unverified: { state: "unverified" },
  challenged: { state: "challenged", fields: { ...code, ...account } },
  unanswered: { state: "unanswered", fields: { sends: 1, sendsEndAt: at("12:10:00.000") } },
  verified: { state: "verified", fields: { ...month, ...account } },
  renewing: { state: "renewing", fields: { ...code, ...month, ...account } },
  expired: { state: "expired", fields: account },
  locked: { state: "locked", fields: { ...account, lockedUntil: at("12:30:00.000") } },
  erased: { state: "erased" },
};
const accounts = ["challenged", "verified", "renewing", "expired", "locked"];

const asked = (given: SaidFields, expect: Step["expect"]): Step => ({
  ...at("12:01:00.000"),
  with: given,
  expect,
});

const firstSend: SaidFields = { sendsByOthers: 0, sendsFromNetwork: 0 };
const grownUp: SaidFields = { guardianNeeded: false, guardianConfirmed: false };
export const gateExamples: readonly Story[] = [
  ...(
    [
      ["issuer.sendCode", firstSend, verificationOf["unverified"]],
      ["issuer.checkCode", { matches: true }, verificationOf["challenged"]],
    ] as const
  ).flatMap(([rule, given, verification = { state: "unverified" }]): readonly Story[] => [
    ...["absent", "given"].map((consent): Story => ({
      clause: "F7",
      says: `While collection is suspended ${rule} answers that, with a consent that is ${consent}.`,
      subject: `rule ${rule}`,
      instances: { crisis: suspended, consent: consentOf(consent), verification },
      steps: [asked(given, { refused: "collection-suspended", sends: [] })],
    })),
    ...["absent", "outdated", "withdrawn"].map((consent): Story => ({
      clause: "S4",
      also: ["F13"],
      says: `With a consent that is ${consent} ${rule} asks for one.`,
      subject: `rule ${rule}`,
      instances: { crisis: collecting, consent: consentOf(consent), verification },
      steps: [asked(given, { refused: "consent-required", sends: [] })],
    })),
  ]),
  {
    clause: "S5",
    also: ["F2"],
    says: "With a consent in force a code is sent and, typed, verifies the phone.",
    subject: "rule issuer.checkCode",
    instances: {
      crisis: collecting,
      consent: consentOf("given"),
      verification: { state: "challenged", fields: code },
    },
    steps: [
      asked({ matches: false }, { told: ["code.mismatched"], states: { verification: "challenged" } }),
      asked({ matches: true }, { told: ["phone.verified"], states: { verification: "verified" } }),
    ],
  },
  {
    clause: "S4",
    says: "Agreeing to the notice in force is recorded, under a level that allows it.",
    subject: "rule issuer.agree",
    instances: { crisis: collecting },
    steps: [
      asked(
        { noticeVersion: 1, ...grownUp },
        { told: ["consent.recorded"], states: { consent: "given" }, fields: { "consent.noticeVersion": 1 } },
      ),
    ],
  },
  {
    clause: "F13",
    also: ["S4"],
    says: "A consent marked outdated is told so, with a level that does not allow collection that.",
    subject: "rule issuer.issue",
    instances: {
      crisis: collecting,
      consent: consentOf("outdated"),
      verification: { state: "verified", fields: { ...month, ...account } },
    },
    steps: [asked({ passesLastMinute: 0 }, { refused: "consent-outdated", sends: [] })],
  },
  {
    clause: "F7",
    says: "While collection is suspended an outdated consent is not what is told.",
    subject: "rule issuer.issue",
    instances: { crisis: suspended, consent: consentOf("outdated") },
    steps: [asked({ passesLastMinute: 0 }, { refused: "collection-suspended" })],
  },
  {
    clause: "C6",
    also: ["F13"],
    says: "Under a limit of three passes a minute the fourth is refused; a consent to an older notice is told first.",
    subject: "rule issuer.issue",
    policy: { passesPerMinute: 3 },
    instances: {
      crisis: collecting,
      consent: consentOf("given"),
      verification: { state: "verified", fields: { ...month, ...account } },
    },
    steps: [
      asked({ passesLastMinute: 2 }, { told: ["pass.shown"] }),
      { ...asked({ passesLastMinute: 3 }, { refused: "passes-exceeded" }), anew: ["pass"] },
    ],
  },
  {
    clause: "F13",
    also: ["C6"],
    says: "A consent to an older notice is told before the limit of passes.",
    subject: "rule issuer.issue",
    policy: { noticeVersion: 2 },
    instances: {
      crisis: collecting,
      consent: consentOf("given"),
      verification: { state: "verified", fields: { ...month, ...account } },
    },
    steps: [asked({ passesLastMinute: 20 }, { refused: "consent-outdated" })],
  },
  {
    clause: "F13",
    also: ["S4"],
    says: "A notice that is not the one in force is not published; the one in force makes older consents outdated.",
    subject: "rule issuer.publishNotice",
    policy: { noticeVersion: 2 },
    instances: { consent: consentOf("given") },
    steps: [
      asked({ noticeVersion: 1 }, { refused: "notice-outdated", states: { consent: "given" } }),
      asked({ noticeVersion: 2 }, { told: [], states: { consent: "outdated" } }),
    ],
  },
  ...accounts.map((state): Story => ({
    clause: "C5",
    also: ["C9"],
    says: `Whoever has an account that is ${state} can withdraw it, without a consent too.`,
    subject: "rule issuer.withdraw",
    instances: { verification: verificationOf[state] ?? { state } },
    steps: [asked({}, { told: ["account.ended"], states: { consent: "absent" } })],
  })),
  ...["given", "outdated"].flatMap((consent) =>
    ["unverified", "unanswered"].map((state): Story => ({
      clause: "C5",
      says: `A consent that is ${consent} can be withdrawn by someone ${state}.`,
      subject: "rule issuer.withdraw",
      instances: { consent: consentOf(consent), verification: verificationOf[state] ?? { state } },
      steps: [asked({}, { told: ["consent.ended"], states: { consent: "withdrawn", verification: state } })],
    })),
  ),
  ...["unverified", "unanswered", "erased"].map((state): Story => ({
    clause: "C5",
    says: `With nothing to withdraw, someone ${state} is told so.`,
    subject: "rule issuer.withdraw",
    instances: { verification: verificationOf[state] ?? { state } },
    steps: [asked({}, { refused: "account-unknown", sends: [] })],
  })),
  {
    clause: "C5",
    says: "With the consent withdrawn already, the account can still be.",
    subject: "rule issuer.withdraw",
    instances: {
      consent: { state: "withdrawn" },
      verification: verificationOf["verified"] ?? { state: "verified" },
    },
    steps: [asked({}, { told: ["account.ended"], states: { consent: "withdrawn", verification: "erased" } })],
  },
];
