/**
 * A record and its day, said by hand: four weeks are 28 Seoul days, and a day's records, keys and aliases end together.
 * A pass of 23:59:59.999 and one of 00:00:00.000 belong to different days; being disclosed changes nothing about the end.
 * Pure data: it imports no model and no generated code.
 */
import type { Step, Story } from "./story.ts";

const recorded = (at: string, passIssuedAt: string, late = false): Step => ({
  at,
  send: "visit.recorded",
  with: { passIssuedAt: { at: passIssuedAt }, late },
  expect: { told: "visit.stored", state: "recorded" },
});

export const visitExamples: readonly Story[] = [
  {
    clause: "S9",
    also: ["F5", "C2", "F4"],
    says: "A pass of the last millisecond of 1 July, scanned on 2 July, is erased with 1 July: as 29 July begins.",
    subject: "visit",
    steps: [
      recorded("2020-07-02T00:00:03.000+09:00", "2020-07-01T23:59:59.999+09:00"),
      { at: "2020-07-28T23:59:59.999+09:00", expect: { state: "recorded", meanwhile: [] } },
      {
        at: "2020-07-29T00:00:00.000+09:00",
        expect: { state: "erased", meanwhile: ["visit.erased"], fields: { eraseAt: null } },
      },
    ],
  },
  {
    clause: "C2",
    also: ["S9", "F5"],
    says: "A pass of the first millisecond of 2 July is erased one day later: as 30 July begins.",
    subject: "visit",
    steps: [
      recorded("2020-07-02T00:00:03.000+09:00", "2020-07-02T00:00:00.000+09:00"),
      { at: "2020-07-29T23:59:59.999+09:00", expect: { state: "recorded" } },
      { at: "2020-07-30T00:00:00.000+09:00", expect: { state: "erased" } },
    ],
  },
  {
    clause: "C2",
    says: "Days are counted in Seoul: at half past eight in the morning it is still yesterday in Greenwich, and no matter.",
    subject: "visit",
    steps: [
      recorded("2020-07-01T08:30:00.000+09:00", "2020-07-01T08:30:00.000+09:00"),
      { at: "2020-07-28T23:59:59.999+09:00", expect: { state: "recorded" } },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "erased" } },
    ],
  },
  {
    clause: "C2",
    also: ["C3"],
    says: "28 days from the scan, not from the upload: delivered six hours later, after midnight, it ends with the day of its pass.",
    subject: "visit",
    steps: [
      recorded("2020-07-02T03:00:00.000+09:00", "2020-07-01T21:30:00.000+09:00", true),
      { at: "2020-07-28T23:59:59.999+09:00", expect: { state: "recorded", fields: { late: true } } },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "erased", fields: { late: false } } },
    ],
  },
  {
    clause: "S9",
    also: ["S8", "F6"],
    says: "A record disclosed on its 28th day, twice, is erased no later than any other.",
    subject: "visit",
    steps: [
      recorded("2020-07-01T12:00:03.000+09:00", "2020-07-01T12:00:00.000+09:00"),
      {
        at: "2020-07-28T12:00:00.000+09:00",
        send: "visit.released",
        expect: { told: "visit.disclosed", state: "disclosed" },
      },
      {
        at: "2020-07-28T23:59:59.999+09:00",
        send: "visit.released",
        expect: { told: "visit.disclosed", state: "disclosed" },
      },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "erased", meanwhile: ["visit.erased"] } },
    ],
  },
  {
    clause: "F5",
    also: ["S9"],
    says: "What is erased never comes back, and what was never recorded cannot be released.",
    subject: "visit",
    steps: [
      {
        at: "2020-07-01T12:00:00.000+09:00",
        send: "visit.released",
        expect: { unheard: true, state: "absent" },
      },
      recorded("2020-07-01T12:00:03.000+09:00", "2020-07-01T12:00:00.000+09:00"),
      {
        at: "2020-07-29T00:00:00.000+09:00",
        send: "visit.released",
        expect: { unheard: true, state: "erased" },
      },
      {
        at: "2020-07-29T00:00:01.000+09:00",
        send: "visit.recorded",
        with: { passIssuedAt: { at: "2020-07-01T12:00:00.000+09:00" }, late: true },
        expect: { unheard: true, state: "erased" },
      },
    ],
  },
  {
    clause: "F5",
    also: ["C10", "C2"],
    says: "Both sides erase a whole day at once, opened in its first millisecond: 28 days after its start, and no use moves that.",
    subject: "day",
    steps: [
      {
        at: "2020-07-01T00:00:00.000+09:00",
        send: "day.opened",
        expect: { told: "day.opened", state: "kept" },
      },
      { at: "2020-07-01T23:59:59.999+09:00", send: "day.opened", expect: { state: "kept" } },
      { at: "2020-07-28T23:59:59.999+09:00", expect: { state: "kept" } },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "erased", meanwhile: ["day.erased"] } },
    ],
  },
  {
    clause: "C10",
    also: ["C2"],
    says: "A day opened in its last millisecond ends when the day opened in its first would: nothing is spread over two days.",
    subject: "day",
    steps: [
      { at: "2020-07-01T23:59:59.999+09:00", send: "day.opened", expect: { state: "kept" } },
      { at: "2020-07-28T23:59:59.999+09:00", expect: { state: "kept" } },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { state: "erased", fields: { endsAt: null } } },
    ],
  },
];
