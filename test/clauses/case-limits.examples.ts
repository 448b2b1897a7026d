/**
 * How much a case may ask for, said by hand (clauses C7, F13, C11): a ground, 1 to 20 venues, at most 24 h, at most 10,000 records.
 * Each limit is told on both sides; a window of two weeks ago can be asked for, one whose day has been erased cannot.
 * Pure data: it imports no model and no generated code.
 */
import type { SaidFields, Step, Story } from "./story.ts";

const scope: SaidFields = {
  officer: "first",
  ground: "investigation",
  venues: 1,
  windowStart: { at: "2020-07-08T18:00:00.000+09:00" },
  windowEnd: { at: "2020-07-08T22:00:00.000+09:00" },
};
const opened = (at: string, changed: SaidFields): Step => ({
  at,
  send: "case.requested",
  with: { ...scope, ...changed },
  expect: { told: "case.opened", state: "requested" },
});
const turnedDown = (at: string, changed: SaidFields, code: string): Step => ({
  at,
  send: "case.requested",
  with: { ...scope, ...changed },
  expect: { refused: code, state: "absent" },
});
const tenth = "2020-07-10T09:00:00.000+09:00";

export const caseLimitExamples: readonly Story[] = [
  {
    clause: "F13",
    also: ["S8"],
    says: "A case without a legal ground is refused.",
    subject: "disclosure",
    steps: [turnedDown(tenth, { ground: "none" }, "case-without-ground"), opened(tenth, {})],
  },
  {
    clause: "C7",
    says: "A case of 21 venues is refused, and so is one of none.",
    subject: "disclosure",
    steps: [
      turnedDown(tenth, { venues: 21 }, "case-venues-exceeded"),
      turnedDown(tenth, { venues: 0 }, "case-without-venue"),
    ],
  },
  {
    clause: "C7",
    says: "A case of 20 venues is taken.",
    subject: "disclosure",
    steps: [opened(tenth, { venues: 20 })],
  },
  {
    clause: "C7",
    says: "A window of 24 h is taken.",
    subject: "disclosure",
    steps: [
      opened(tenth, {
        windowStart: { at: "2020-07-08T18:00:00.000+09:00" },
        windowEnd: { at: "2020-07-09T18:00:00.000+09:00" },
      }),
    ],
  },
  {
    clause: "C7",
    says: "A window of 24 h and one millisecond is refused.",
    subject: "disclosure",
    steps: [
      turnedDown(
        tenth,
        {
          windowStart: { at: "2020-07-08T18:00:00.000+09:00" },
          windowEnd: { at: "2020-07-09T18:00:00.001+09:00" },
        },
        "case-window-exceeded",
      ),
    ],
  },
  {
    clause: "F6",
    says: "A window has a beginning and then an end, and it has passed.",
    subject: "disclosure",
    steps: [
      turnedDown(
        tenth,
        {
          windowStart: { at: "2020-07-08T22:00:00.000+09:00" },
          windowEnd: { at: "2020-07-08T18:00:00.000+09:00" },
        },
        "case-window-inverted",
      ),
      turnedDown(
        tenth,
        {
          windowStart: { at: "2020-07-10T08:00:00.000+09:00" },
          windowEnd: { at: "2020-07-10T09:00:00.001+09:00" },
        },
        "case-window-ahead",
      ),
      opened(tenth, {
        windowStart: { at: "2020-07-10T08:00:00.000+09:00" },
        windowEnd: { at: "2020-07-10T09:00:00.000+09:00" },
      }),
    ],
  },
  {
    clause: "S9",
    also: ["F5", "C2"],
    says: "In the last millisecond of its 28 days a window can be asked for.",
    subject: "disclosure",
    steps: [
      opened("2020-07-28T23:59:59.999+09:00", {
        windowStart: { at: "2020-07-01T18:00:00.000+09:00" },
        windowEnd: { at: "2020-07-01T22:00:00.000+09:00" },
      }),
    ],
  },
  {
    clause: "S9",
    also: ["F5", "C2"],
    says: "When its day has been erased there is nothing to ask for.",
    subject: "disclosure",
    steps: [
      turnedDown(
        "2020-07-29T00:00:00.000+09:00",
        {
          windowStart: { at: "2020-07-01T18:00:00.000+09:00" },
          windowEnd: { at: "2020-07-01T22:00:00.000+09:00" },
        },
        "case-window-erased",
      ),
    ],
  },
  {
    clause: "C11",
    also: ["F5"],
    says: "A visit of two weeks ago, the incubation of 14 days, is still recorded and can be released.",
    subject: "visit",
    steps: [
      {
        at: "2020-07-01T23:00:03.000+09:00",
        send: "visit.recorded",
        with: { passIssuedAt: { at: "2020-07-01T23:00:00.000+09:00" }, late: false },
        expect: { state: "recorded" },
      },
      {
        at: "2020-07-15T23:00:03.000+09:00",
        send: "visit.released",
        expect: { told: "visit.disclosed", state: "disclosed" },
      },
    ],
  },
  {
    clause: "C11",
    says: "A window of two weeks ago can be asked for.",
    subject: "disclosure",
    steps: [
      opened("2020-07-15T23:00:00.000+09:00", {
        windowStart: { at: "2020-07-01T22:00:00.000+09:00" },
        windowEnd: { at: "2020-07-01T23:00:00.000+09:00" },
      }),
    ],
  },
  {
    clause: "C7",
    says: "A release of 10,001 records is refused, one of 10,000 is taken.",
    subject: "disclosure",
    steps: [
      opened(tenth, {}),
      {
        at: "2020-07-10T10:00:00.000+09:00",
        send: "case.approved",
        with: { officer: "second" },
        expect: { state: "approved" },
      },
      {
        at: "2020-07-10T10:01:00.000+09:00",
        send: "case.released",
        with: { records: 10_001 },
        expect: { refused: "case-records-exceeded", state: "approved" },
      },
      {
        at: "2020-07-10T10:02:00.000+09:00",
        send: "case.released",
        with: { records: 10_000 },
        expect: { told: "case.released", state: "released" },
      },
    ],
  },
];
