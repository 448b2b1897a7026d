/**
 * What the venue and the custodian answer to a scan, said by hand: stored once, in its lifetime by the custodian's clock,
 * from a known venue, or up to six hours late.
 * Pure data: it imports no model and no generated code.
 */
import type { SaidFields, Standing, Story } from "./story.ts";

const collecting: Standing = { state: "active", fields: { level: "serious" } };
const passOfNoon: Standing = {
  state: "issued",
  fields: {
    issuedAt: { at: "2020-07-01T12:00:00.000+09:00" },
    shownUntil: { at: "2020-07-01T12:00:15.000+09:00" },
    expiresAt: { at: "2020-07-01T12:00:17.000+09:00" },
  },
};
const atTheDoor = { crisis: collecting, pass: passOfNoon };
const scan: SaidFields = {
  wellFormed: true,
  venueKnown: true,
  epochKnown: true,
  passSigned: true,
  scanSigned: true,
  challengeAnswered: true,
  scansLastMinute: 0,
  scannedAt: { at: "2020-07-01T12:00:05.000+09:00" },
  passIssuedAt: { at: "2020-07-01T12:00:00.000+09:00" },
};
/** The device has delivered nothing since. */
const lateScan: SaidFields = { ...scan, venueSilent: true };
const untouched = { pass: "issued", visit: "absent" };

const refusedFor = (clause: string, says: string, changed: SaidFields, code: string): Story => ({
  clause,
  says,
  subject: "rule custodian.record",
  instances: atTheDoor,
  steps: [
    {
      at: "2020-07-01T12:00:05.000+09:00",
      with: { ...scan, ...changed },
      expect: { refused: code, sends: [], states: untouched },
    },
  ],
});

export const recordingExamples: readonly Story[] = [
  {
    clause: "S7",
    also: ["F4", "F3"],
    says: "A scan is stored once: shown again a moment later it is refused, and nothing more is stored.",
    subject: "rule custodian.record",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T12:00:05.200+09:00",
        with: scan,
        expect: {
          told: ["pass.accepted", "visit.stored"],
          sends: ["admission"],
          states: { pass: "accepted", visit: "recorded" },
        },
      },
      {
        at: "2020-07-01T12:00:05.400+09:00",
        anew: ["visit"],
        with: scan,
        expect: { refused: "pass-replayed", sends: [], states: { pass: "accepted", visit: "absent" } },
      },
    ],
  },
  {
    clause: "C3",
    also: ["F3", "C11"],
    says: "Online the custodian's clock decides: whatever time the venue claims, at 17 s the pass is over.",
    subject: "rule custodian.record",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T12:00:17.000+09:00",
        with: { ...scan, scannedAt: { at: "2020-07-01T12:00:16.999+09:00" } },
        expect: { refused: "pass-expired", sends: [], states: { visit: "absent" } },
      },
    ],
  },
  {
    clause: "C3",
    says: "A venue's clock 2 s ahead is taken.",
    subject: "rule custodian.record",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T12:00:05.000+09:00",
        with: { ...scan, scannedAt: { at: "2020-07-01T12:00:07.000+09:00" } },
        expect: { told: ["pass.accepted", "visit.stored"] },
      },
    ],
  },
  refusedFor(
    "C3",
    "A venue's clock one millisecond more than 2 s ahead is not.",
    { scannedAt: { at: "2020-07-01T12:00:07.001+09:00" } },
    "scan-ahead",
  ),
  {
    clause: "C15",
    also: ["S5"],
    says: "A pass issued in the last millisecond of a verification is taken almost 17 s after its end.",
    subject: "rule custodian.record",
    instances: {
      crisis: collecting,
      pass: {
        state: "issued",
        fields: {
          issuedAt: { at: "2020-07-20T11:59:59.999+09:00" },
          shownUntil: { at: "2020-07-20T12:00:14.999+09:00" },
          expiresAt: { at: "2020-07-20T12:00:16.999+09:00" },
        },
      },
    },
    steps: [
      {
        at: "2020-07-20T12:00:16.998+09:00",
        with: {
          ...scan,
          scannedAt: { at: "2020-07-20T12:00:14.998+09:00" },
          passIssuedAt: { at: "2020-07-20T11:59:59.999+09:00" },
        },
        expect: { told: ["pass.accepted", "visit.stored"] },
      },
    ],
  },
  refusedFor("S7", "What is no pass is refused.", { wellFormed: false }, "pass-malformed"),
  refusedFor("S7", "A pass that its issuer has not signed is refused.", { passSigned: false }, "pass-forged"),
  refusedFor(
    "C10",
    "A pass of an epoch that nobody registered is refused.",
    { epochKnown: false },
    "epoch-unknown",
  ),
  refusedFor("F10", "A venue that has not registered is refused.", { venueKnown: false }, "venue-unknown"),
  refusedFor(
    "F10",
    "A scan not signed by the venue's device is refused.",
    { scanSigned: false },
    "scan-forged",
  ),
  refusedFor(
    "S7",
    "A pass made for another venue's challenge is refused: kept here, it cannot be sent from elsewhere.",
    { challengeAnswered: false },
    "challenge-mismatch",
  ),
  refusedFor("C13", "The 601st scan of a minute is refused.", { scansLastMinute: 600 }, "scans-exceeded"),
  {
    clause: "C6",
    also: ["C13"],
    says: "The 600th scan of a minute is taken.",
    subject: "rule custodian.record",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T12:00:05.000+09:00",
        with: { ...scan, scansLastMinute: 599 },
        expect: { told: ["pass.accepted", "visit.stored"] },
      },
    ],
  },
  {
    clause: "F7",
    says: "When the level no longer allows collection nothing is stored, not even under a pass already shown.",
    subject: "rule custodian.record",
    instances: { crisis: { state: "suspended", fields: { level: "attention" } }, pass: passOfNoon },
    steps: [
      {
        at: "2020-07-01T12:00:05.000+09:00",
        with: scan,
        expect: { refused: "collection-suspended", states: untouched },
      },
    ],
  },
  {
    clause: "C3",
    says: "A venue without network delivers one millisecond before six hours are over: stored, and marked late.",
    subject: "rule custodian.recordLate",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T18:00:04.999+09:00",
        with: lateScan,
        expect: { told: ["pass.accepted", "visit.stored"], states: { pass: "accepted", visit: "recorded" } },
      },
    ],
  },
  {
    clause: "C3",
    says: "Delivered six hours after its scan it is refused.",
    subject: "rule custodian.recordLate",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T18:00:05.000+09:00",
        with: lateScan,
        expect: { refused: "delivery-too-late", states: { visit: "absent" } },
      },
    ],
  },
  {
    clause: "C3",
    also: ["F3"],
    says: "A late scan is judged at the instant the venue signed: 17 s after its pass is too old then as well.",
    subject: "rule custodian.recordLate",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T13:00:00.000+09:00",
        with: { ...lateScan, scannedAt: { at: "2020-07-01T12:00:17.000+09:00" } },
        expect: { refused: "pass-expired", states: { visit: "absent" } },
      },
    ],
  },
  {
    clause: "C3",
    says: "A scan called late by a device that has delivered on time since is refused: it had a network.",
    subject: "rule custodian.recordLate",
    instances: atTheDoor,
    steps: [
      {
        at: "2020-07-01T13:00:00.000+09:00",
        with: { ...lateScan, venueSilent: false },
        expect: { refused: "venue-not-silent", sends: [], states: untouched },
      },
      {
        at: "2020-07-01T18:00:05.000+09:00",
        with: { ...lateScan, venueSilent: false },
        expect: { refused: "delivery-too-late" },
      },
    ],
  },
  {
    clause: "S2",
    also: ["S11"],
    says: "A facility that keeps the log is registered: an unregistered one sends nothing on.",
    subject: "rule venue.scan",
    steps: [
      {
        at: "2020-07-01T12:00:05.000+09:00",
        with: { registered: false, wellFormed: true },
        expect: { refused: "venue-unregistered", sends: [] },
      },
      {
        at: "2020-07-01T12:00:06.000+09:00",
        with: { registered: true, wellFormed: true },
        expect: { sends: ["scan"] },
      },
    ],
  },
];
