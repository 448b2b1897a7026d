/**
 * The life of a case, said by hand: a ground, two different officers, 72 h from approval, an answer kept for 14 days
 * and never longer than the records it came from.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const requested: Step = {
  at: "2020-07-10T09:00:00.000+09:00",
  send: "case.requested",
  with: {
    officer: "first",
    ground: "investigation",
    venues: 1,
    windowStart: { at: "2020-07-08T18:00:00.000+09:00" },
    windowEnd: { at: "2020-07-08T22:00:00.000+09:00" },
  },
  expect: { told: "case.opened", state: "requested" },
};
const approved: Step = {
  at: "2020-07-10T10:00:00.000+09:00",
  send: "case.approved",
  with: { officer: "second" },
  expect: { told: "case.approved", state: "approved" },
};
const released = (at: string): Step => ({
  at,
  send: "case.released",
  with: { records: 12 },
  expect: { told: "case.released", state: "released" },
});
const answered = (at: string, recordsEndAt: string): Step => ({
  at,
  send: "case.answered",
  with: { recordsEndAt: { at: recordsEndAt } },
  expect: { told: "case.answered", state: "answered" },
});

export const caseExamples: readonly Story[] = [
  {
    clause: "C4",
    says: "The officer who asks cannot approve; another one can.",
    subject: "disclosure",
    steps: [
      requested,
      {
        at: "2020-07-10T09:30:00.000+09:00",
        send: "case.approved",
        with: { officer: "first" },
        expect: { refused: "case-same-officer", state: "requested" },
      },
      approved,
    ],
  },
  {
    clause: "S8",
    also: ["C4", "F6"],
    says: "Nothing is released or answered before a second officer has approved, and nothing answered before a release.",
    subject: "disclosure",
    steps: [
      {
        at: "2020-07-10T08:00:00.000+09:00",
        send: "case.released",
        with: { records: 1 },
        expect: { unheard: true, state: "absent" },
      },
      requested,
      {
        at: "2020-07-10T09:30:00.000+09:00",
        send: "case.released",
        with: { records: 1 },
        expect: { unheard: true, state: "requested" },
      },
      approved,
      {
        at: "2020-07-10T10:30:00.000+09:00",
        send: "case.answered",
        with: { recordsEndAt: { at: "2020-08-05T00:00:00.000+09:00" } },
        expect: { unheard: true, state: "approved" },
      },
    ],
  },
  {
    clause: "C13",
    says: "A request that nobody decides lapses after 72 h; one millisecond before, it can still be approved.",
    subject: "disclosure",
    steps: [
      requested,
      { at: "2020-07-13T08:59:59.999+09:00", expect: { state: "requested" } },
      {
        at: "2020-07-13T09:00:00.000+09:00",
        send: "case.approved",
        with: { officer: "second" },
        expect: { unheard: true, state: "lapsed", meanwhile: ["case.lapsed"] },
      },
    ],
  },
  {
    clause: "C4",
    says: "A case lives 72 h from its approval: released and answered in its last millisecond.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      released("2020-07-13T09:59:59.999+09:00"),
      answered("2020-07-13T09:59:59.999+09:00", "2020-08-05T00:00:00.000+09:00"),
    ],
  },
  {
    clause: "C4",
    says: "At 72 h from its approval an approved case is over.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      {
        at: "2020-07-13T10:00:00.000+09:00",
        send: "case.released",
        with: { records: 12 },
        expect: { unheard: true, state: "lapsed", meanwhile: ["case.lapsed"] },
      },
    ],
  },
  {
    clause: "C4",
    says: "A release does not lengthen a case: at 72 h from its approval it is over all the same.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      released("2020-07-13T09:59:59.999+09:00"),
      {
        at: "2020-07-13T10:00:00.000+09:00",
        send: "case.answered",
        with: { recordsEndAt: { at: "2020-08-05T00:00:00.000+09:00" } },
        expect: { unheard: true, state: "lapsed" },
      },
    ],
  },
  {
    clause: "C4",
    says: "What a case learned is erased 14 days after its answer, to the millisecond.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      released("2020-07-10T10:01:00.000+09:00"),
      answered("2020-07-10T10:02:03.456+09:00", "2020-08-05T00:00:00.000+09:00"),
      { at: "2020-07-24T10:02:03.455+09:00", expect: { state: "answered" } },
      {
        at: "2020-07-24T10:02:03.456+09:00",
        expect: { state: "closed", meanwhile: ["case.erased"], fields: { answerEndsAt: null } },
      },
    ],
  },
  {
    clause: "C4",
    also: ["S9", "C2"],
    says: "What a case learned is erased with the records it came from where they end before the 14 days.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      released("2020-07-10T10:01:00.000+09:00"),
      answered("2020-07-10T10:02:00.000+09:00", "2020-07-12T00:00:00.000+09:00"),
      { at: "2020-07-11T23:59:59.999+09:00", expect: { state: "answered" } },
      { at: "2020-07-12T00:00:00.000+09:00", expect: { state: "closed", meanwhile: ["case.erased"] } },
    ],
  },
  {
    clause: "C4",
    says: "Closing a case erases at once what it learned; a denied case learns nothing.",
    subject: "disclosure",
    steps: [
      requested,
      approved,
      released("2020-07-10T10:01:00.000+09:00"),
      answered("2020-07-10T10:02:00.000+09:00", "2020-08-05T00:00:00.000+09:00"),
      {
        at: "2020-07-10T10:03:00.000+09:00",
        send: "case.closed",
        expect: { told: "case.erased", state: "closed", fields: { answerEndsAt: null } },
      },
    ],
  },
  {
    clause: "C4",
    also: ["S8"],
    says: "A denied case cannot be approved afterwards.",
    subject: "disclosure",
    steps: [
      requested,
      {
        at: "2020-07-10T09:10:00.000+09:00",
        send: "case.denied",
        with: { officer: "second" },
        expect: { told: "case.denied", state: "denied" },
      },
      {
        at: "2020-07-10T09:11:00.000+09:00",
        send: "case.approved",
        with: { officer: "second" },
        expect: { unheard: true, state: "denied" },
      },
    ],
  },
];
