/**
 * What the gate asks of a child, and how codes are counted over all devices of a number and over a network, said by hand (F11, C16, C1).
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Standing, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-01T${time}+09:00` });
const collecting: Standing = { state: "active", fields: { level: "serious" } };
const suspended: Standing = { state: "suspended", fields: { level: "caution" } };
const agreed: Standing = {
  state: "given",
  fields: { noticeVersion: 1, givenAt: at("12:00:00.000"), endsAt: at("12:10:00.000") },
};
const verified: SaidFields = {
  verifiedUntil: { at: "2020-07-20T12:00:00.000+09:00" },
  accountEndsAt: { at: "2020-07-29T00:00:00.000+09:00" },
};

const asked = (given: SaidFields, expect: Step["expect"]): Step => ({
  ...at("12:01:00.000"),
  with: given,
  expect,
});

/** One account in which so many codes were sent in the window that began at noon. */
const sentTo = (sends: number, sendsEndAt: At = at("12:10:00.000")): Standing => ({
  state: "unanswered",
  fields: { sends, sendsEndAt },
});
const sendsTo = (sends: number) => ({
  crisis: collecting,
  consent: agreed,
  verification: sentTo(sends),
});
const codeSent = { told: ["code.sent"], sends: ["code"] };
const tooMany = { refused: "sends-exceeded", sends: [], states: { verification: "unanswered" } };

export const deviceExamples: readonly Story[] = [
  {
    clause: "F11",
    says: "A child agrees with a guardian and not without; a guardian nobody asked for does no harm.",
    subject: "rule issuer.agree",
    instances: { crisis: collecting },
    steps: [
      asked(
        { noticeVersion: 1, guardianNeeded: true, guardianConfirmed: false },
        { refused: "guardian-required", states: { consent: "absent" } },
      ),
      asked(
        { noticeVersion: 1, guardianNeeded: true, guardianConfirmed: true },
        { told: ["consent.recorded"], states: { consent: "given" } },
      ),
      {
        ...asked(
          { noticeVersion: 1, guardianNeeded: false, guardianConfirmed: true },
          { told: ["consent.recorded"] },
        ),
        anew: ["consent"],
      },
    ],
  },
  {
    clause: "F7",
    also: ["F11"],
    says: "While collection is suspended a child is told that, and not that a guardian is missing.",
    subject: "rule issuer.agree",
    instances: { crisis: suspended },
    steps: [
      asked(
        { noticeVersion: 1, guardianNeeded: true, guardianConfirmed: false },
        { refused: "collection-suspended" },
      ),
    ],
  },
  {
    clause: "C16",
    also: ["C1"],
    says: "Two codes to a number by other devices leave a third, and three leave none.",
    subject: "rule issuer.sendCode",
    instances: { crisis: collecting, consent: agreed },
    steps: [
      asked(
        { sendsByOthers: 3, sendsFromNetwork: 0 },
        { refused: "sends-exceeded", sends: [], states: { verification: "unverified" } },
      ),
      asked({ sendsByOthers: 2, sendsFromNetwork: 0 }, codeSent),
    ],
  },
  {
    clause: "C16",
    says: "Codes of one's own window count with those of other devices: one and one leave a third, one and two leave none.",
    subject: "rule issuer.sendCode",
    instances: sendsTo(1),
    steps: [
      asked({ sendsByOthers: 2, sendsFromNetwork: 0 }, tooMany),
      asked({ sendsByOthers: 1, sendsFromNetwork: 0 }, codeSent),
    ],
  },
  {
    clause: "C16",
    also: ["C1"],
    says: "With no code of another device the fourth of one's own locks; with one of another the third is refused and nothing locks.",
    subject: "rule issuer.sendCode",
    instances: sendsTo(3),
    steps: [
      asked({ sendsByOthers: 1, sendsFromNetwork: 0 }, tooMany),
      asked({ sendsByOthers: 0, sendsFromNetwork: 0 }, { told: ["code.locked"], sends: [] }),
    ],
  },
  {
    clause: "C16",
    says: "A window that is over counts no more, at its end already.",
    subject: "rule issuer.sendCode",
    instances: {
      crisis: collecting,
      consent: agreed,
      verification: {
        state: "verified",
        fields: { ...verified, sends: 3, sendsEndAt: at("12:01:00.000") },
      },
    },
    steps: [asked({ sendsByOthers: 2, sendsFromNetwork: 0 }, codeSent)],
  },
  {
    clause: "C16",
    says: "The sixtieth code to a network is sent and the next is not.",
    subject: "rule issuer.sendCode",
    instances: { crisis: collecting, consent: agreed },
    steps: [
      asked({ sendsByOthers: 0, sendsFromNetwork: 60 }, { refused: "sends-exceeded", sends: [] }),
      asked({ sendsByOthers: 0, sendsFromNetwork: 59 }, codeSent),
    ],
  },
  {
    clause: "C16",
    says: "Under limits of four codes to a number and two to a network, those are what counts.",
    subject: "rule issuer.sendCode",
    policy: { codeSends: 4, networkSends: 2 },
    instances: { crisis: collecting, consent: agreed },
    steps: [
      asked({ sendsByOthers: 4, sendsFromNetwork: 0 }, { refused: "sends-exceeded" }),
      asked({ sendsByOthers: 0, sendsFromNetwork: 2 }, { refused: "sends-exceeded" }),
      asked({ sendsByOthers: 3, sendsFromNetwork: 1 }, codeSent),
    ],
  },
];
