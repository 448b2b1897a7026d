/**
 * A pass, said by hand: shown for 15 seconds, stored once, and taken by the custodian from 2 s before to 17 s after its time.
 * An old one is answered "expired"; a new one comes on request.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const issuedAtNoon: Step = {
  at: "2020-07-01T12:00:00.000+09:00",
  send: "pass.issued",
  expect: { told: "pass.shown", state: "issued" },
};
const ofNoon = {
  state: "issued",
  fields: {
    issuedAt: { at: "2020-07-01T12:00:00.000+09:00" },
    shownUntil: { at: "2020-07-01T12:00:15.000+09:00" },
    expiresAt: { at: "2020-07-01T12:00:17.000+09:00" },
  },
};

export const passExamples: readonly Story[] = [
  {
    clause: "F3",
    also: ["S4"],
    says: "A QR is shown for 15 seconds: presented at 12:00:14.999, expired at 12:00:15.000.",
    subject: "pass",
    steps: [
      issuedAtNoon,
      {
        at: "2020-07-01T12:00:14.999+09:00",
        send: "pass.presented",
        expect: { told: "pass.presented", state: "issued" },
      },
      {
        at: "2020-07-01T12:00:15.000+09:00",
        send: "pass.presented",
        expect: { refused: "pass-expired" },
      },
      {
        at: "2020-07-01T12:05:00.000+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-expired", state: "expired" },
      },
    ],
  },
  {
    clause: "S7",
    also: ["F3"],
    says: "A pass that nobody issued is not known, and a used one opens nothing.",
    subject: "pass",
    steps: [
      {
        at: "2020-07-01T11:59:59.999+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-unknown", state: "unissued" },
      },
      issuedAtNoon,
      {
        at: "2020-07-01T12:00:03.000+09:00",
        send: "pass.scanned",
        expect: { told: "pass.accepted", state: "accepted" },
      },
      {
        at: "2020-07-01T12:00:03.000+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-replayed", state: "accepted" },
      },
      {
        at: "2020-07-01T12:00:04.000+09:00",
        send: "pass.presented",
        expect: { refused: "pass-expired", state: "accepted" },
      },
    ],
  },
  {
    clause: "C3",
    says: "The custodian's clock may be behind by 2 s: exactly 2 s before its time a pass is taken.",
    subject: "pass",
    start: ofNoon,
    steps: [
      {
        at: "2020-07-01T11:59:58.000+09:00",
        send: "pass.scanned",
        expect: { told: "pass.accepted", state: "accepted" },
      },
    ],
  },
  {
    clause: "C3",
    says: "One millisecond more than 2 s before its time a pass is refused, and it is still good when its time comes.",
    subject: "pass",
    start: ofNoon,
    steps: [
      {
        at: "2020-07-01T11:59:57.999+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-early", state: "issued" },
      },
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "pass.scanned",
        expect: { told: "pass.accepted", state: "accepted" },
      },
    ],
  },
  {
    clause: "C3",
    also: ["F3"],
    says: "One millisecond before 17 s after its time a pass is taken.",
    subject: "pass",
    steps: [
      issuedAtNoon,
      {
        at: "2020-07-01T12:00:16.999+09:00",
        send: "pass.scanned",
        expect: { told: "pass.accepted", state: "accepted" },
      },
    ],
  },
  {
    clause: "C3",
    also: ["F3", "C11"],
    says: "At 17 s after its time a pass is over, and at 60 s it is useless.",
    subject: "pass",
    steps: [
      issuedAtNoon,
      {
        at: "2020-07-01T12:00:17.000+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-expired", state: "expired" },
      },
      {
        at: "2020-07-01T12:01:00.000+09:00",
        send: "pass.scanned",
        expect: { refused: "pass-expired", state: "expired" },
      },
    ],
  },
];
