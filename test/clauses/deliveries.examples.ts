/**
 * Scans as they happen and scans delivered late, said by hand: each fact that refuses them, which of two faults is told,
 * the skew of clocks on both sides, and what is stored (clauses S7, C3, C2, F10, C6).
 * Pure data: it imports no model and no generated code.
 */
import type { At, SaidFields, Standing, Step, Story } from "./story.ts";

const at = (time: string): At => ({ at: `2020-07-01T${time}+09:00` });
const collecting: Standing = { state: "active", fields: { level: "serious" } };
const issuedAt = (day: string, seconds: readonly [string, string, string]): Standing => ({
  state: "issued",
  fields: {
    issuedAt: { at: `${day}${seconds[0]}+09:00` },
    shownUntil: { at: `${day}${seconds[1]}+09:00` },
    expiresAt: { at: `${day}${seconds[2]}+09:00` },
  },
});
const passOfNoon = issuedAt("2020-07-01T", ["12:00:00.000", "12:00:15.000", "12:00:17.000"]);
const good = {
  wellFormed: true,
  venueKnown: true,
  epochKnown: true,
  passSigned: true,
  scanSigned: true,
  challengeAnswered: true,
};
/** The last fact is asked for of a late scan only. */
const scan: SaidFields = {
  ...good,
  venueSilent: true,
  scansLastMinute: 0,
  scannedAt: at("12:00:05.000"),
  passIssuedAt: at("12:00:00.000"),
};

const ways = [
  { rule: "rule custodian.record", how: "as it happens", late: false },
  { rule: "rule custodian.recordLate", how: "late", late: true },
] as const;

/** In the order in which they are asked; each with a scan that has this fault and no other. */
const faults: readonly (readonly [code: string, fault: SaidFields])[] = [
  ["pass-malformed", { wellFormed: false }],
  ["venue-unknown", { venueKnown: false }],
  ["epoch-unknown", { epochKnown: false }],
  ["pass-forged", { passSigned: false }],
  ["scan-forged", { scanSigned: false }],
  ["challenge-mismatch", { challengeAnswered: false }],
  ["scans-exceeded", { scansLastMinute: 600 }],
  ["scan-ahead", { scannedAt: at("12:00:07.001") }],
];

const asked = (changed: SaidFields, code: string): Step => ({
  ...at("12:00:05.000"),
  with: { ...scan, ...changed },
  expect: { refused: code, sends: [], states: { visit: "absent", pass: "issued" } },
});

export const deliveryExamples: readonly Story[] = [
  ...ways.flatMap(({ rule, how, late }): readonly Story[] => [
    {
      clause: "S7",
      also: ["F10", "C6", "C3"],
      says: `Each fault by itself refuses a scan delivered ${how}, under its own name.`,
      subject: rule,
      instances: { crisis: collecting, pass: passOfNoon },
      steps: faults.map(([code, fault]) => asked(fault, code)),
    },
    {
      clause: "S7",
      also: ["F10", "C6", "C3"],
      says: `Of two faults of a scan delivered ${how} the one that is asked first is told.`,
      subject: rule,
      instances: { crisis: collecting, pass: passOfNoon },
      steps: [
        ...faults.slice(1).map(([, fault], place) => {
          const [code, before] = faults[place] ?? ["", {}];
          return asked({ ...fault, ...before }, code);
        }),
        asked({ scannedAt: at("12:00:07.001"), passIssuedAt: at("12:00:09.002") }, "scan-ahead"),
      ],
    },
    {
      clause: "F7",
      says: `While collection is suspended no scan is stored, delivered ${how}, whatever else is wrong with it.`,
      subject: rule,
      instances: { crisis: { state: "suspended", fields: { level: "caution" } }, pass: passOfNoon },
      steps: [asked({}, "collection-suspended"), asked({ wellFormed: false }, "collection-suspended")],
    },
    {
      clause: "C3",
      says: `Delivered ${how}, a scan may claim 2 s before its pass, and a millisecond more is refused.`,
      subject: rule,
      instances: {
        crisis: collecting,
        pass: issuedAt("2020-07-01T", ["12:00:07.000", "12:00:22.000", "12:00:24.000"]),
      },
      steps: [
        asked({ passIssuedAt: at("12:00:07.001") }, "scan-before-pass"),
        {
          ...at("12:00:05.000"),
          with: { ...scan, passIssuedAt: at("12:00:07.000") },
          expect: { told: ["pass.accepted", "visit.stored"], sends: ["admission"] },
        },
      ],
    },
    {
      clause: "C3",
      says: `Delivered ${how}, a scan may claim 2 s more than the custodian's clock shows.`,
      subject: rule,
      instances: { crisis: collecting, pass: passOfNoon },
      steps: [
        {
          ...at("12:00:05.000"),
          with: { ...scan, scannedAt: at("12:00:07.000") },
          expect: { told: ["pass.accepted", "visit.stored"], sends: ["admission"] },
        },
      ],
    },
    {
      clause: "C6",
      says: `The 600th scan of a minute is taken, delivered ${how}.`,
      subject: rule,
      instances: { crisis: collecting, pass: passOfNoon },
      steps: [
        {
          ...at("12:00:05.000"),
          with: { ...scan, scansLastMinute: 599 },
          expect: { told: ["pass.accepted", "visit.stored"], sends: ["admission"] },
        },
      ],
    },
    {
      clause: "C2",
      also: ["C3", "F5"],
      says: `A pass of the last second of 1 July, scanned on 2 July and delivered ${how}, is stored with the day of its pass.`,
      subject: rule,
      instances: {
        crisis: collecting,
        pass: {
          state: "issued",
          fields: {
            issuedAt: at("23:59:59.000"),
            shownUntil: { at: "2020-07-02T00:00:14.000+09:00" },
            expiresAt: { at: "2020-07-02T00:00:16.000+09:00" },
          },
        },
      },
      steps: [
        {
          at: "2020-07-02T00:00:05.000+09:00",
          with: {
            ...scan,
            scannedAt: { at: "2020-07-02T00:00:05.000+09:00" },
            passIssuedAt: at("23:59:59.000"),
          },
          expect: {
            told: ["pass.accepted", "visit.stored"],
            states: { pass: "accepted", visit: "recorded" },
            fields: { "visit.eraseAt": { at: "2020-07-29T00:00:00.000+09:00" }, "visit.late": late },
          },
        },
      ],
    },
  ]),
  {
    clause: "C3",
    says: "Delivered hours later, a scan of the last millisecond of its pass is stored: it is judged when the venue signed.",
    subject: "rule custodian.recordLate",
    instances: { crisis: collecting, pass: passOfNoon },
    steps: [
      {
        ...at("17:00:00.000"),
        with: { ...scan, scannedAt: at("12:00:16.999") },
        expect: { told: ["pass.accepted", "visit.stored"], sends: ["admission"] },
      },
    ],
  },
  {
    clause: "C3",
    says: "A scan from before its pass that is delivered too late besides is told the former.",
    subject: "rule custodian.recordLate",
    instances: { crisis: collecting, pass: passOfNoon },
    steps: [
      {
        ...at("18:00:05.000"),
        with: { ...scan, passIssuedAt: at("12:00:07.001") },
        expect: { refused: "scan-before-pass", sends: [] },
      },
    ],
  },
  {
    clause: "S2",
    also: ["S7", "F10"],
    says: "At the venue, what is no pass is not sent on; an unregistered venue is told that first.",
    subject: "rule venue.scan",
    steps: [
      {
        ...at("12:00:00.000"),
        with: { registered: true, wellFormed: false },
        expect: { refused: "pass-malformed", sends: [] },
      },
      {
        ...at("12:00:00.000"),
        with: { registered: false, wellFormed: false },
        expect: { refused: "venue-unregistered", sends: [] },
      },
    ],
  },
  ...["custodian", "issuer"].flatMap((party) =>
    (
      [
        ["23:59:59.999", "last", "2020-07-29T00:00:00.000+09:00"],
        ["00:00:00.000", "first", "2020-07-29T00:00:00.000+09:00"],
      ] as const
    ).map(([time, which, ends]): Story => ({
      clause: "C2",
      also: ["C10", "F5"],
      says: `The ${party} opens the day of an epoch of its ${which} millisecond, whenever it hears of it.`,
      subject: `rule ${party}.openDay`,
      steps: [
        {
          at: "2020-07-02T00:00:05.000+09:00",
          with: { startedAt: at(time) },
          expect: {
            told: ["day.opened"],
            sends: party === "issuer" ? ["deposit"] : [],
            states: { day: "kept" },
            fields: { "day.endsAt": { at: ends } },
          },
        },
      ],
    })),
  ),
  ...["custodian", "issuer"].map((party): Story => ({
    clause: "F7",
    says: `The ${party} hears the level for itself: serious begins collection, caution stops it, attention is noted.`,
    subject: `rule ${party}.announceLevel`,
    steps: [
      {
        ...at("12:00:00.000"),
        with: { level: "serious" },
        expect: { told: ["collection.resumed"], states: { crisis: "active" } },
      },
      { ...at("12:00:00.000"), with: { level: "alert" }, expect: { told: ["level.noted"] } },
      {
        ...at("12:00:01.000"),
        with: { level: "caution" },
        expect: { told: ["collection.stopped"], states: { crisis: "suspended" } },
      },
      {
        ...at("12:00:02.000"),
        with: { level: "attention" },
        expect: { told: ["level.noted"], fields: { "crisis.level": "attention" } },
      },
    ],
  })),
  {
    clause: "S9",
    also: ["C2", "C10"],
    says: "Under a retention of 14 days the day of an epoch is over 14 days after it began, whatever an account is.",
    subject: "rule custodian.openDay",
    policy: { retention: 1_209_600_000 },
    steps: [
      {
        at: "2020-07-15T00:00:00.000+09:00",
        with: { startedAt: at("23:59:59.999") },
        expect: { refused: "epoch-over", states: { day: "unopened" } },
      },
    ],
  },
];
