/**
 * Phone verification, said by hand: needed for the first use, valid for one month, which is 30 days of 24 hours to the millisecond.
 * Renewing while still verified takes nothing away; a lock on renewing does not either.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const verifiedAt = (asked: string, typed: string): readonly Step[] => [
  { at: asked, send: "code.requested", expect: { told: "code.sent", state: "challenged" } },
  {
    at: typed,
    send: "code.submitted",
    with: { matches: true },
    expect: { told: "phone.verified", state: "verified" },
  },
];

export const verificationExamples: readonly Story[] = [
  {
    clause: "S5",
    says: "Without a verified phone no pass is issued, and an open code does not verify.",
    subject: "verification",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "pass.issued",
        expect: { refused: "verification-required", state: "unverified" },
      },
      { at: "2020-07-01T12:00:00.000+09:00", send: "code.requested", expect: { state: "challenged" } },
      {
        at: "2020-07-01T12:00:01.000+09:00",
        send: "pass.issued",
        expect: { refused: "verification-required", state: "challenged" },
      },
    ],
  },
  {
    clause: "F2",
    also: ["S5", "C2"],
    says: "The code by SMS verifies for 30 days of 24 hours, to the millisecond.",
    subject: "verification",
    steps: [
      ...verifiedAt("2020-07-01T12:34:00.000+09:00", "2020-07-01T12:34:56.789+09:00"),
      {
        at: "2020-07-01T12:34:56.789+09:00",
        expect: { fields: { verifiedUntil: { at: "2020-07-31T12:34:56.789+09:00" } } },
      },
      { at: "2020-07-31T12:34:56.788+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2020-07-31T12:34:56.789+09:00",
        send: "pass.issued",
        expect: { refused: "verification-expired", state: "expired", meanwhile: ["verification.ended"] },
      },
    ],
  },
  {
    clause: "C2",
    says: "One month is 30 days also over February and also where a month has 31.",
    subject: "verification",
    steps: [
      ...verifiedAt("2021-01-31T09:00:00.000+09:00", "2021-01-31T09:00:30.000+09:00"),
      { at: "2021-03-02T09:00:29.999+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2021-03-02T09:00:30.000+09:00",
        send: "pass.issued",
        expect: { refused: "verification-expired" },
      },
    ],
  },
  {
    clause: "S5",
    also: ["C2"],
    says: "Renewed on day 29, the number is verified for 30 days from the renewal, without a gap.",
    subject: "verification",
    steps: [
      ...verifiedAt("2020-07-01T12:00:00.000+09:00", "2020-07-01T12:00:30.000+09:00"),
      {
        at: "2020-07-30T12:00:00.000+09:00",
        send: "code.requested",
        expect: { told: "code.sent", state: "renewing" },
      },
      { at: "2020-07-30T12:00:01.000+09:00", send: "pass.issued", expect: { state: "renewing" } },
      {
        at: "2020-07-30T12:00:02.000+09:00",
        send: "code.submitted",
        with: { matches: true },
        expect: { told: "phone.verified", state: "verified" },
      },
      { at: "2020-08-29T12:00:01.999+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2020-08-29T12:00:02.000+09:00",
        send: "pass.issued",
        expect: { refused: "verification-expired", state: "expired" },
      },
    ],
  },
  {
    clause: "S5",
    says: "The month ends while the new code is on its way: no pass until the code is entered, and the code still counts.",
    subject: "verification",
    steps: [
      ...verifiedAt("2020-07-01T12:00:00.000+09:00", "2020-07-01T12:00:30.000+09:00"),
      { at: "2020-07-31T11:59:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      { at: "2020-07-31T12:00:29.999+09:00", send: "pass.issued", expect: { state: "renewing" } },
      {
        at: "2020-07-31T12:00:30.000+09:00",
        send: "pass.issued",
        expect: { refused: "verification-required", state: "challenged" },
      },
      {
        at: "2020-07-31T12:01:59.999+09:00",
        send: "code.submitted",
        with: { matches: true },
        expect: { told: "phone.verified", state: "verified" },
      },
    ],
  },
  {
    clause: "C1",
    also: ["S5"],
    says: "Too many codes while verified lock the renewing for 30 minutes; passes are issued all the while.",
    subject: "verification",
    steps: [
      ...verifiedAt("2020-07-01T12:00:00.000+09:00", "2020-07-01T12:00:30.000+09:00"),
      { at: "2020-07-20T12:00:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      { at: "2020-07-20T12:01:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      { at: "2020-07-20T12:02:00.000+09:00", send: "code.requested", expect: { state: "renewing" } },
      {
        at: "2020-07-20T12:03:00.000+09:00",
        send: "code.requested",
        expect: { told: "code.locked", state: "verified" },
      },
      { at: "2020-07-20T12:03:01.000+09:00", send: "pass.issued", expect: { state: "verified" } },
      {
        at: "2020-07-20T12:32:59.999+09:00",
        send: "code.requested",
        expect: { refused: "code-locked", state: "verified" },
      },
      {
        at: "2020-07-20T12:33:00.000+09:00",
        send: "code.requested",
        expect: { told: "code.sent", state: "renewing" },
      },
    ],
  },
];
