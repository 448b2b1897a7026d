/**
 * The join, said by hand: what the custodian releases and what the issuer answers under a case, and what neither does.
 * Two officers, a ground, and the limits of C7 are asked for on both sides, each side for itself.
 * Pure data: it imports no model and no generated code.
 */
import type { SaidFields, Story } from "./story.ts";

const at = "2020-07-10T11:00:00.000+09:00";
const request: SaidFields = {
  officers: 2,
  ground: "investigation",
  venues: 20,
  windowStart: { at: "2020-07-08T18:00:00.000+09:00" },
  windowEnd: { at: "2020-07-09T18:00:00.000+09:00" },
  approvedAt: { at: "2020-07-10T10:00:00.000+09:00" },
  records: 10_000,
  recordsOfDay: 100_000,
  cosigners: 2,
};
const release: SaidFields = {
  releaseSigned: true,
  officers: 2,
  listed: true,
  answeredBefore: false,
  records: 10_000,
  recordsOfDay: 100_000,
  cosigners: 2,
  caseEndsAt: { at: "2020-07-13T10:00:00.000+09:00" },
};
const notReleased = (clause: string, says: string, changed: SaidFields, code: string): Story => ({
  clause,
  says,
  subject: "rule custodian.release",
  steps: [{ at, with: { ...request, ...changed }, expect: { refused: code, sends: [] } }],
});
const notAnswered = (clause: string, says: string, changed: SaidFields, code: string): Story => ({
  clause,
  says,
  subject: "rule issuer.answer",
  steps: [{ at, with: { ...release, ...changed }, expect: { refused: code, sends: [] } }],
});

export const joiningExamples: readonly Story[] = [
  {
    clause: "F6",
    also: ["S8", "C7"],
    says: "The custodian releases up to 20 venues, 24 h, 10,000 records, and 100,000 of the nation in a day, in the case's last millisecond too.",
    subject: "rule custodian.release",
    steps: [
      { at, with: request, expect: { sends: ["release"] } },
      { at: "2020-07-13T09:59:59.999+09:00", with: request, expect: { sends: ["release"] } },
      {
        at: "2020-07-13T10:00:00.000+09:00",
        with: request,
        expect: { refused: "case-over", sends: [] },
      },
    ],
  },
  notReleased(
    "C17",
    "A case that stands in a log of one cosigner is not released.",
    { cosigners: 1 },
    "case-unlogged",
  ),
  notAnswered(
    "C17",
    "A release that stands in a log of one cosigner is not answered.",
    { cosigners: 1 },
    "case-unlogged",
  ),
  notAnswered(
    "C7",
    "The issuer counts the nation's records of the day itself.",
    { recordsOfDay: 100_001 },
    "nation-records-exceeded",
  ),
  {
    clause: "C17",
    also: ["C7"],
    says: "Under limits of three cosigners and five records a day, those are what counts, on both sides.",
    subject: "rule custodian.release",
    policy: { witnessesRequired: 3, nationRecordsPerDay: 5 },
    steps: [
      {
        at,
        with: { ...request, recordsOfDay: 6, cosigners: 3 },
        expect: { refused: "nation-records-exceeded" },
      },
      { at, with: { ...request, recordsOfDay: 5, cosigners: 2 }, expect: { refused: "case-unlogged" } },
      { at, with: { ...request, recordsOfDay: 5, cosigners: 3 }, expect: { sends: ["release"] } },
    ],
  },
  {
    clause: "C17",
    also: ["C7"],
    says: "Under the same limits the issuer answers in the same order.",
    subject: "rule issuer.answer",
    policy: { witnessesRequired: 3, nationRecordsPerDay: 5 },
    steps: [
      {
        at,
        with: { ...release, recordsOfDay: 6, cosigners: 2 },
        expect: { refused: "nation-records-exceeded" },
      },
      {
        at,
        with: { ...release, recordsOfDay: 5, cosigners: 2, answeredBefore: true },
        expect: { refused: "case-unlogged" },
      },
      { at, with: { ...release, recordsOfDay: 5, cosigners: 3 }, expect: { sends: ["answer"] } },
    ],
  },
  notReleased(
    "C4",
    "One officer alone gets nothing from the custodian.",
    { officers: 1 },
    "officers-too-few",
  ),
  notReleased(
    "F13",
    "Without a ground the custodian releases nothing.",
    { ground: "none" },
    "case-without-ground",
  ),
  notReleased("C7", "The custodian counts venues itself.", { venues: 21 }, "case-venues-exceeded"),
  notReleased("F6", "The custodian releases nothing for no venue.", { venues: 0 }, "case-without-venue"),
  notReleased(
    "F6",
    "The custodian releases nothing for a window that ends before it starts.",
    { windowEnd: { at: "2020-07-08T17:59:59.999+09:00" } },
    "case-window-inverted",
  ),
  notReleased(
    "C7",
    "The custodian measures the window itself.",
    { windowEnd: { at: "2020-07-09T18:00:00.001+09:00" } },
    "case-window-exceeded",
  ),
  notReleased("C7", "The custodian counts the records itself.", { records: 10_001 }, "case-records-exceeded"),
  notReleased(
    "C7",
    "The nation's record 100,001 of a day is not released.",
    { recordsOfDay: 100_001 },
    "nation-records-exceeded",
  ),
  {
    clause: "S8",
    also: ["F6", "S9"],
    says: "Released under a case a record is marked so, and ends when it would have ended.",
    subject: "rule custodian.releaseVisit",
    instances: {
      visit: { state: "recorded", fields: { eraseAt: { at: "2020-07-29T00:00:00.000+09:00" } } },
    },
    steps: [
      {
        at: "2020-07-28T23:59:59.999+09:00",
        expect: { told: ["visit.disclosed"], states: { visit: "disclosed" } },
      },
      { at: "2020-07-29T00:00:00.000+09:00", expect: { unheard: true, states: { visit: "erased" } } },
    ],
  },
  {
    clause: "F6",
    also: ["S8", "C4", "C8"],
    says: "The issuer answers a release of two officers once, while the case lives.",
    subject: "rule issuer.answer",
    steps: [
      { at: "2020-07-13T09:59:59.999+09:00", with: release, expect: { sends: ["answer"] } },
      {
        at: "2020-07-13T09:59:59.999+09:00",
        with: { ...release, answeredBefore: true },
        expect: { refused: "release-answered", sends: [] },
      },
      {
        at: "2020-07-13T10:00:00.000+09:00",
        with: release,
        expect: { refused: "case-over", sends: [] },
      },
    ],
  },
  notAnswered("C4", "One officer alone gets nothing from the issuer.", { officers: 1 }, "officers-too-few"),
  notAnswered(
    "S8",
    "The issuer opens nothing without the custodian's release.",
    { releaseSigned: false },
    "release-forged",
  ),
  notAnswered(
    "C7",
    "The issuer opens nothing that the release does not list.",
    { listed: false },
    "record-unlisted",
  ),
  notAnswered("C7", "The issuer counts the records itself.", { records: 10_001 }, "case-records-exceeded"),
  {
    clause: "C4",
    says: "Under the authority's rules too, two different officers stand behind a case.",
    subject: "rule authority.approve",
    instances: {
      disclosure: {
        state: "requested",
        fields: {
          requestedBy: "first",
          ground: "investigation",
          lapseAt: { at: "2020-07-13T09:00:00.000+09:00" },
        },
      },
    },
    steps: [
      {
        at,
        with: { officer: "first" },
        expect: { refused: "case-same-officer", sends: [], states: { disclosure: "requested" } },
      },
      { at, with: { officer: "second" }, expect: { told: ["case.approved"], sends: ["releaseRequest"] } },
    ],
  },
];
