/**
 * Consent, said by hand: asked at every QR (preset 2020-07) or once, at first use (preset 2020-10).
 * One consent covers a pass and its renewals for ten minutes; a new notice makes it outdated; withdrawing ends it at once.
 * Pure data: it imports no model and no generated code.
 */
import type { Story } from "./story.ts";

export const consentExamples: readonly Story[] = [
  {
    clause: "F1",
    also: ["S4", "C12"],
    says: "In July 2020 consent is asked for at every QR: after ten minutes it is gone.",
    subject: "consent",
    preset: "2020-07",
    steps: [
      { at: "2020-07-01T11:59:59.999+09:00", expect: { state: "absent" } },
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: {
          told: "consent.recorded",
          state: "given",
          fields: { endsAt: { at: "2020-07-01T12:10:00.000+09:00" } },
        },
      },
      { at: "2020-07-01T12:09:59.999+09:00", expect: { state: "given" } },
      {
        at: "2020-07-01T12:10:00.000+09:00",
        expect: { state: "absent", fields: { noticeVersion: 0, givenAt: null, endsAt: null } },
      },
    ],
  },
  {
    clause: "F1",
    says: "From 28 September 2020 consent is asked for once, at first use: a year later it still stands.",
    subject: "consent",
    preset: "2020-10",
    steps: [
      {
        at: "2020-10-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { told: "consent.recorded", state: "given", fields: { endsAt: null } },
      },
      { at: "2020-10-01T12:10:00.000+09:00", expect: { state: "given" } },
      { at: "2021-10-01T12:00:00.000+09:00", expect: { state: "given" } },
    ],
  },
  {
    clause: "C12",
    says: "Agreeing again begins another ten minutes.",
    subject: "consent",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { told: "consent.recorded" },
      },
      {
        at: "2020-07-01T12:09:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { told: "consent.recorded" },
      },
      { at: "2020-07-01T12:10:00.000+09:00", expect: { state: "given" } },
      { at: "2020-07-01T12:18:59.999+09:00", expect: { state: "given" } },
      { at: "2020-07-01T12:19:00.000+09:00", expect: { state: "absent" } },
    ],
  },
  {
    clause: "S4",
    also: ["F13"],
    says: "Agreeing to another notice than the one in force is no consent.",
    subject: "consent",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 0 },
        expect: { refused: "notice-outdated", state: "absent" },
      },
      {
        at: "2020-07-01T12:00:01.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 2 },
        expect: { refused: "notice-outdated", state: "absent" },
      },
    ],
  },
  {
    clause: "F13",
    also: ["S4"],
    says: "A newer notice makes the consent outdated, and the same notice published again does not.",
    subject: "consent",
    preset: "2020-10",
    steps: [
      {
        at: "2020-10-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { state: "given" },
      },
      {
        at: "2020-10-02T09:00:00.000+09:00",
        send: "notice.published",
        with: { noticeVersion: 1 },
        expect: { state: "given" },
      },
      {
        at: "2020-10-03T09:00:00.000+09:00",
        send: "notice.published",
        with: { noticeVersion: 2 },
        expect: { state: "outdated" },
      },
    ],
  },
  {
    clause: "F13",
    says: "With the second notice in force the first is not agreed to any more, the second is.",
    subject: "consent",
    preset: "2020-10",
    policy: { noticeVersion: 2 },
    start: {
      state: "outdated",
      fields: { noticeVersion: 1, givenAt: { at: "2020-10-01T12:00:00.000+09:00" } },
    },
    steps: [
      {
        at: "2020-10-03T09:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { refused: "notice-outdated", state: "outdated" },
      },
      {
        at: "2020-10-03T09:00:01.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 2 },
        expect: { told: "consent.recorded", state: "given", fields: { noticeVersion: 2 } },
      },
    ],
  },
  {
    clause: "C5",
    also: ["C9"],
    says: "Withdrawing ends the consent in the same millisecond, keeps nothing of it, and does not come back by itself.",
    subject: "consent",
    preset: "2020-10",
    steps: [
      {
        at: "2020-10-01T12:00:00.000+09:00",
        send: "consent.withdrawn",
        expect: { refused: "consent-absent", state: "absent" },
      },
      {
        at: "2020-10-01T12:00:00.000+09:00",
        send: "consent.given",
        with: { noticeVersion: 1 },
        expect: { state: "given" },
      },
      {
        at: "2020-10-01T12:00:00.001+09:00",
        send: "consent.withdrawn",
        expect: {
          told: "consent.ended",
          state: "withdrawn",
          fields: { noticeVersion: 0, givenAt: null, endsAt: null },
        },
      },
      { at: "2020-10-02T12:00:00.000+09:00", expect: { state: "withdrawn" } },
    ],
  },
];
