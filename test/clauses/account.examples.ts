/**
 * The end of an account, said by hand (clauses C5, C9, C14): at withdrawal, or when the verification has expired
 * and 28 days, counted by Seoul days, have passed since the last pass.
 * A lock and an open code outlive a withdrawal to their own short end, so that withdrawing lifts no limit.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const verifiedOnFirstOfJuly: readonly Step[] = [
  { at: "2020-07-01T12:00:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
  {
    at: "2020-07-01T12:00:30.000+09:00",
    send: "code.submitted",
    with: { matches: true },
    expect: { state: "verified" },
  },
];
const wrongCode = (at: string, state: string): Step => ({
  at,
  send: "code.submitted",
  with: { matches: false },
  expect: { state },
});
const renewalLocked: readonly Step[] = [
  { at: "2020-07-20T12:00:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
  wrongCode("2020-07-20T12:00:01.000+09:00", "renewing"),
  wrongCode("2020-07-20T12:00:02.000+09:00", "renewing"),
  wrongCode("2020-07-20T12:00:03.000+09:00", "renewing"),
  wrongCode("2020-07-20T12:00:04.000+09:00", "renewing"),
  wrongCode("2020-07-20T12:00:05.000+09:00", "verified"),
];
const nothingKept = {
  tries: 0,
  sends: 0,
  sendsEndAt: null,
  codeEndsAt: null,
  verifiedUntil: null,
  lockedUntil: null,
  accountEndsAt: null,
};

export const accountExamples: readonly Story[] = [
  {
    clause: "C9",
    also: ["C2"],
    says: "The last pass was late on 30 July: the account ends at the start of 27 August, not a millisecond earlier.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      { at: "2020-07-30T23:59:59.999+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2020-07-31T12:00:30.000+09:00",
        expect: { state: "expired", meanwhile: ["verification.ended"] },
      },
      { at: "2020-08-26T23:59:59.999+09:00", expect: { state: "expired", meanwhile: [] } },
      {
        at: "2020-08-27T00:00:00.000+09:00",
        expect: { state: "erased", meanwhile: ["account.ended"], fields: nothingKept },
      },
    ],
  },
  {
    clause: "C9",
    says: "The last pass at the first millisecond of 31 July keeps the account one day longer.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      { at: "2020-07-31T00:00:00.000+09:00", send: "pass.issued", expect: { state: "verified" } },
      { at: "2020-08-27T23:59:59.999+09:00", expect: { state: "expired" } },
      { at: "2020-08-28T00:00:00.000+09:00", expect: { state: "erased" } },
    ],
  },
  {
    clause: "C9",
    says: "28 days without a pass do not end an account that is still verified; it ends with the verification.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      { at: "2020-07-01T12:01:00.000+09:00", send: "pass.issued", expect: { state: "verified" } },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "verified" } },
      { at: "2020-07-31T12:00:29.999+09:00", expect: { state: "verified" } },
      {
        at: "2020-07-31T12:00:30.000+09:00",
        expect: { state: "erased", meanwhile: ["verification.ended", "account.ended"], fields: nothingKept },
      },
    ],
  },
  {
    clause: "C9",
    also: ["C5"],
    says: "Withdrawing erases the account in the same millisecond, and nothing of it is kept.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      { at: "2020-07-05T12:00:00.000+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2020-07-05T12:00:00.001+09:00",
        send: "account.withdrawn",
        expect: { told: "account.ended", state: "erased", fields: nothingKept },
      },
    ],
  },
  {
    clause: "C9",
    says: "An erased account hears nothing any more.",
    subject: "verification",
    start: { state: "erased" },
    steps: [
      {
        at: "2020-07-05T12:00:00.001+09:00",
        send: "pass.issued",
        expect: { unheard: true, state: "erased" },
      },
    ],
  },
  {
    clause: "C14",
    also: ["C1"],
    says: "Withdrawing does not lift a lock: it lasts its 30 minutes.",
    subject: "verification",
    steps: [
      { at: "2020-07-01T12:00:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
      { at: "2020-07-01T12:01:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
      { at: "2020-07-01T12:02:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
      { at: "2020-07-01T12:03:00.000+09:00", send: "code.requested", expect: { state: "locked" } },
      { at: "2020-07-01T12:03:01.000+09:00", send: "account.withdrawn", expect: { state: "locked" } },
      {
        at: "2020-07-01T12:32:59.999+09:00",
        send: "code.requested",
        expect: { refused: "code-locked", state: "locked" },
      },
      { at: "2020-07-01T12:33:00.000+09:00", expect: { state: "unverified", fields: nothingKept } },
    ],
  },
  {
    clause: "C14",
    says: "Withdrawing does not lift a lock on renewing either: until its 30 minutes are over no code is sent.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      ...renewalLocked,
      {
        at: "2020-07-20T12:00:06.000+09:00",
        send: "account.withdrawn",
        expect: { told: "account.ended", fields: { lockedUntil: { at: "2020-07-20T12:30:05.000+09:00" } } },
      },
      {
        at: "2020-07-20T12:30:04.999+09:00",
        send: "code.requested",
        expect: { refused: "code-locked" },
      },
    ],
  },
  {
    clause: "C14",
    says: "Withdrawing while renewing leaves the open code and the count of codes sent to their own end.",
    subject: "verification",
    steps: [
      ...verifiedOnFirstOfJuly,
      { at: "2020-07-20T12:00:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      { at: "2020-07-20T12:01:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      { at: "2020-07-20T12:02:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      {
        at: "2020-07-20T12:02:01.000+09:00",
        send: "account.withdrawn",
        expect: {
          told: "account.ended",
          fields: { verifiedUntil: null, sends: 3, codeEndsAt: { at: "2020-07-20T12:05:00.000+09:00" } },
        },
      },
      { at: "2020-07-20T12:02:02.000+09:00", send: "code.requested", expect: { told: "code.locked" } },
    ],
  },
  {
    clause: "C14",
    says: "An open code outlives a withdrawal for the rest of its 180 s, and what was verified does not.",
    subject: "verification",
    steps: [
      { at: "2020-07-01T12:00:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
      { at: "2020-07-01T12:01:00.000+09:00", send: "account.withdrawn", expect: { state: "challenged" } },
      { at: "2020-07-01T12:02:59.999+09:00", expect: { state: "challenged" } },
      { at: "2020-07-01T12:03:00.000+09:00", expect: { state: "unanswered" } },
      { at: "2020-07-01T12:09:59.999+09:00", expect: { state: "unanswered" } },
      { at: "2020-07-01T12:10:00.000+09:00", expect: { state: "unverified", fields: nothingKept } },
    ],
  },
];
