/**
 * What the issuer answers, said by hand: agreeing, sending a code, issuing a pass, withdrawing, answering a release.
 * A pass needs a level that allows collection, a consent in force to the notice in force and a live verification, all at once.
 * Pure data: it imports no model and no generated code.
 */
import type { Standing, Story } from "./story.ts";

const collecting: Standing = { state: "active", fields: { level: "serious" } };
const agreed: Standing = {
  state: "given",
  fields: {
    noticeVersion: 1,
    givenAt: { at: "2020-07-01T12:00:00.000+09:00" },
    endsAt: { at: "2020-07-01T12:10:00.000+09:00" },
  },
};
const firstSend = { sendsByOthers: 0, sendsFromNetwork: 0 };
const agreedOnce: Standing = {
  state: "given",
  fields: { noticeVersion: 1, givenAt: { at: "2020-07-01T12:00:00.000+09:00" } },
};
const verified: Standing = {
  state: "verified",
  fields: {
    verifiedUntil: { at: "2020-07-20T12:00:00.000+09:00" },
    accountEndsAt: { at: "2020-07-29T00:00:00.000+09:00" },
  },
};
const allWell = { crisis: collecting, consent: agreed, verification: verified };
const once = { passesLastMinute: 0 };

export const issuingExamples: readonly Story[] = [
  {
    clause: "S4",
    also: ["F3", "C12", "F1"],
    says: "After agreeing a QR appears; a new one comes on retry with no new consent, for ten minutes and not longer.",
    subject: "rule issuer.issue",
    instances: allWell,
    steps: [
      {
        at: "2020-07-01T12:00:01.000+09:00",
        with: once,
        expect: { told: ["pass.shown"], sends: ["issuedPass"], states: { pass: "issued", consent: "given" } },
      },
      {
        at: "2020-07-01T12:00:16.000+09:00",
        anew: ["pass"],
        with: { passesLastMinute: 1 },
        expect: { told: ["pass.shown"], sends: ["issuedPass"], states: { pass: "issued" } },
      },
      {
        at: "2020-07-01T12:09:59.999+09:00",
        anew: ["pass"],
        with: once,
        expect: { told: ["pass.shown"], sends: ["issuedPass"] },
      },
      {
        at: "2020-07-01T12:10:00.000+09:00",
        anew: ["pass"],
        with: once,
        expect: { refused: "consent-required", sends: [], states: { pass: "unissued", consent: "absent" } },
      },
    ],
  },
  {
    clause: "S4",
    says: "A script that skips the consent screen is refused by the server.",
    subject: "rule issuer.issue",
    instances: { crisis: collecting, verification: verified },
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        with: once,
        expect: { refused: "consent-required", sends: [], states: { pass: "unissued" } },
      },
    ],
  },
  {
    clause: "F1",
    says: "In October 2020 the consent given once carries a pass weeks later.",
    subject: "rule issuer.issue",
    preset: "2020-10",
    instances: { crisis: collecting, consent: agreedOnce, verification: verified },
    steps: [
      {
        at: "2020-07-19T12:00:00.000+09:00",
        with: once,
        expect: { told: ["pass.shown"], states: { pass: "issued" } },
      },
    ],
  },
  {
    clause: "F13",
    also: ["S4"],
    says: "With a newer notice in force the consent to the older one issues nothing, whether marked outdated yet or not.",
    subject: "rule issuer.issue",
    preset: "2020-10",
    policy: { noticeVersion: 2 },
    instances: { crisis: collecting, consent: agreedOnce, verification: verified },
    steps: [{ at: "2020-07-02T12:00:00.000+09:00", with: once, expect: { refused: "consent-outdated" } }],
  },
  {
    clause: "S5",
    also: ["F2"],
    says: "With the consent alone, or with a code not yet entered, no pass is issued.",
    subject: "rule issuer.issue",
    instances: { crisis: collecting, consent: agreed },
    steps: [
      {
        at: "2020-07-01T12:00:01.000+09:00",
        with: once,
        expect: { refused: "verification-required", sends: [], states: { pass: "unissued" } },
      },
    ],
  },
  {
    clause: "S5",
    also: ["C15"],
    says: "The verification ends at noon: a pass one millisecond before, none at noon.",
    subject: "rule issuer.issue",
    preset: "2020-10",
    instances: { crisis: collecting, consent: agreedOnce, verification: verified },
    steps: [
      { at: "2020-07-20T11:59:59.999+09:00", with: once, expect: { told: ["pass.shown"] } },
      {
        at: "2020-07-20T12:00:00.000+09:00",
        anew: ["pass"],
        with: once,
        expect: { refused: "verification-expired", states: { pass: "unissued", verification: "expired" } },
      },
    ],
  },
  {
    clause: "C6",
    says: "The twentieth pass of a minute is issued, the next one is not.",
    subject: "rule issuer.issue",
    instances: allWell,
    steps: [
      {
        at: "2020-07-01T12:00:40.000+09:00",
        with: { passesLastMinute: 19 },
        expect: { told: ["pass.shown"] },
      },
      {
        at: "2020-07-01T12:00:41.000+09:00",
        anew: ["pass"],
        with: { passesLastMinute: 20 },
        expect: { refused: "passes-exceeded", states: { pass: "unissued" } },
      },
    ],
  },
  {
    clause: "F7",
    says: "When the level no longer allows collection nothing is issued, agreed to or verified any more.",
    subject: "rule issuer.issue",
    instances: { ...allWell, crisis: { state: "suspended", fields: { level: "caution" } } },
    steps: [
      {
        at: "2020-07-01T12:00:01.000+09:00",
        with: once,
        expect: { refused: "collection-suspended", sends: [] },
      },
    ],
  },
  {
    clause: "F7",
    says: "While collection is suspended no consent is recorded.",
    subject: "rule issuer.agree",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        with: { noticeVersion: 1 },
        expect: { refused: "collection-suspended", states: { consent: "absent" } },
      },
    ],
  },
  {
    clause: "S4",
    says: "Agreeing comes before the code: a phone that has not agreed is sent nothing.",
    subject: "rule issuer.sendCode",
    instances: { crisis: collecting },
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        with: firstSend,
        expect: { refused: "consent-required", sends: [], states: { verification: "unverified" } },
      },
    ],
  },
  {
    clause: "C1",
    says: "The fourth request in ten minutes locks, and no fourth code goes out.",
    subject: "rule issuer.sendCode",
    instances: {
      crisis: collecting,
      consent: agreed,
      verification: {
        state: "challenged",
        fields: {
          sends: 2,
          sendsEndAt: { at: "2020-07-01T12:10:00.000+09:00" },
          codeEndsAt: { at: "2020-07-01T12:04:00.000+09:00" },
        },
      },
    },
    steps: [
      {
        at: "2020-07-01T12:02:00.000+09:00",
        with: firstSend,
        expect: { told: ["code.sent"], sends: ["code"], states: { verification: "challenged" } },
      },
      {
        at: "2020-07-01T12:03:00.000+09:00",
        with: firstSend,
        expect: { told: ["code.locked"], sends: [], states: { verification: "locked" } },
      },
      {
        at: "2020-07-01T12:03:01.000+09:00",
        with: firstSend,
        expect: { refused: "code-locked", sends: [], states: { verification: "locked" } },
      },
    ],
  },
  {
    clause: "C5",
    also: ["C9"],
    says: "Withdrawing ends consent and account together and at once; a second time there is nothing left to withdraw.",
    subject: "rule issuer.withdraw",
    instances: { consent: agreed, verification: verified },
    steps: [
      {
        at: "2020-07-01T12:00:30.000+09:00",
        expect: {
          told: ["account.ended", "consent.ended"],
          states: { consent: "withdrawn", verification: "erased" },
        },
      },
      { at: "2020-07-01T12:00:30.001+09:00", expect: { refused: "account-unknown" } },
    ],
  },
  {
    clause: "C5",
    says: "One millisecond after the withdrawal nothing is issued, within the ten minutes of the consent too.",
    subject: "rule issuer.issue",
    instances: { crisis: collecting, consent: { state: "withdrawn" }, verification: verified },
    steps: [
      { at: "2020-07-01T12:00:30.001+09:00", with: once, expect: { refused: "consent-required", sends: [] } },
    ],
  },
  {
    clause: "C9",
    says: "Who is between two consents can still withdraw the account.",
    subject: "rule issuer.withdraw",
    instances: { verification: verified },
    steps: [
      {
        at: "2020-07-02T12:00:00.000+09:00",
        expect: { told: ["account.ended"], states: { consent: "absent", verification: "erased" } },
      },
    ],
  },
];
