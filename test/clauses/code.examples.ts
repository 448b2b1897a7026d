/**
 * The SMS code, said by hand (clause C1): it lives 180 s, allows 5 tries and 3 sends in 10 minutes, then a lock of 30 minutes.
 * Each limit is told on both sides: the try, the send and the millisecond before it, and the one that is too many.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const right = { matches: true };
const wrong = { matches: false };

const sent = (at: string): Step => ({
  at,
  send: "code.requested",
  expect: { told: "code.sent", state: "challenged" },
});
const mistyped = (at: string): Step => ({
  at,
  send: "code.submitted",
  with: wrong,
  expect: { told: "code.mismatched", state: "challenged" },
});

export const codeExamples: readonly Story[] = [
  {
    clause: "C1",
    also: ["F2"],
    says: "A code lives 180 s: one millisecond before its end it still verifies.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      {
        at: "2020-07-01T12:02:59.999+09:00",
        send: "code.submitted",
        with: right,
        expect: { told: "phone.verified", state: "verified" },
      },
    ],
  },
  {
    clause: "C1",
    says: "A code lives 180 s: at its end the right code is refused.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      {
        at: "2020-07-01T12:03:00.000+09:00",
        send: "code.submitted",
        with: right,
        expect: { refused: "code-not-sent" },
      },
    ],
  },
  {
    clause: "C1",
    says: "A code that nobody asked for is not taken.",
    subject: "verification",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "code.submitted",
        with: right,
        expect: { refused: "code-not-sent", state: "unverified" },
      },
    ],
  },
  {
    clause: "C1",
    says: "Four wrong tries leave a fifth, and the fifth may be right.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      mistyped("2020-07-01T12:00:10.000+09:00"),
      mistyped("2020-07-01T12:00:11.000+09:00"),
      mistyped("2020-07-01T12:00:12.000+09:00"),
      mistyped("2020-07-01T12:00:13.000+09:00"),
      {
        at: "2020-07-01T12:00:14.000+09:00",
        send: "code.submitted",
        with: right,
        expect: { told: "phone.verified", state: "verified" },
      },
    ],
  },
  {
    clause: "C1",
    says: "The fifth wrong try locks for 30 minutes: no code is sent or taken until the last millisecond is over.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      mistyped("2020-07-01T12:00:10.000+09:00"),
      mistyped("2020-07-01T12:00:11.000+09:00"),
      mistyped("2020-07-01T12:00:12.000+09:00"),
      mistyped("2020-07-01T12:00:13.000+09:00"),
      {
        at: "2020-07-01T12:00:14.000+09:00",
        send: "code.submitted",
        with: wrong,
        expect: {
          told: "code.locked",
          state: "locked",
          fields: { lockedUntil: { at: "2020-07-01T12:30:14.000+09:00" } },
        },
      },
      {
        at: "2020-07-01T12:00:15.000+09:00",
        send: "code.submitted",
        with: right,
        expect: { refused: "code-locked", state: "locked" },
      },
      {
        at: "2020-07-01T12:30:13.999+09:00",
        send: "code.requested",
        expect: { refused: "code-locked", state: "locked" },
      },
      sent("2020-07-01T12:30:14.000+09:00"),
    ],
  },
  {
    clause: "C1",
    says: "Three codes are sent in ten minutes; asking for a fourth one millisecond before they are over locks.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      sent("2020-07-01T12:01:00.000+09:00"),
      sent("2020-07-01T12:02:00.000+09:00"),
      {
        at: "2020-07-01T12:09:59.999+09:00",
        send: "code.requested",
        expect: { told: "code.locked", state: "locked" },
      },
      {
        at: "2020-07-01T12:39:59.998+09:00",
        send: "code.requested",
        expect: { refused: "code-locked", state: "locked" },
      },
      sent("2020-07-01T12:39:59.999+09:00"),
    ],
  },
  {
    clause: "C1",
    says: "Ten minutes after the first of three codes a fourth is sent.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      sent("2020-07-01T12:01:00.000+09:00"),
      sent("2020-07-01T12:02:00.000+09:00"),
      sent("2020-07-01T12:10:00.000+09:00"),
    ],
  },
  {
    clause: "C1",
    says: "The next code replaces the one before and lives its own 180 s, with tries of its own.",
    subject: "verification",
    steps: [
      sent("2020-07-01T12:00:00.000+09:00"),
      mistyped("2020-07-01T12:00:10.000+09:00"),
      mistyped("2020-07-01T12:00:11.000+09:00"),
      mistyped("2020-07-01T12:00:12.000+09:00"),
      mistyped("2020-07-01T12:00:13.000+09:00"),
      sent("2020-07-01T12:02:00.000+09:00"),
      mistyped("2020-07-01T12:02:10.000+09:00"),
      {
        at: "2020-07-01T12:04:59.999+09:00",
        send: "code.submitted",
        with: right,
        expect: { told: "phone.verified", state: "verified" },
      },
    ],
  },
];
