/**
 * What happens at a venue's door: a pass is scanned, and the scan is delivered at once or late, lost, doubled, or made up.
 * Whoever holds a picture of a pass can show it anywhere and at any time; clocks differ by as much as the policy allows.
 */
import {
  and,
  equals,
  field,
  inState,
  literal,
  min,
  not,
  now,
  policy,
  present,
  sum,
  type Term,
} from "../../language/expression.ts";
import { choice, count, instant, type Fields } from "../../language/fields.ts";
import {
  ask,
  noted,
  send,
  stateOf,
  was,
  type Move,
  type Noted,
  type SliceInstance,
} from "../../language/slice.ts";

export const venues = ["1", "2"] as const;
export type VenueNumber = (typeof venues)[number];
export const passes = ["1", "2"] as const;
export type PassNumber = (typeof passes)[number];

const venueName = { "1": "first venue", "2": "second venue" } as const;
const passName = { "1": "first pass", "2": "second pass" } as const;

const passOf = (p: PassNumber): string => `pass${p}`;
const visitOf = (p: PassNumber): string => `visit${p}`;
/** The instant that the pass itself says it was issued at. */
export const issuedAt = (p: PassNumber): string => `issuedAt${p}`;
/** How often the pass has been stored. */
export const storedTimes = (p: PassNumber): string => `stored${p}`;
const scanOf = (p: PassNumber, v: VenueNumber): string => `scan${p}${v}`;
const scannedAt = (p: PassNumber, v: VenueNumber): string => `scannedAt${p}${v}`;

export const passAndVisit = (p: PassNumber): Readonly<Record<string, SliceInstance>> => ({
  [passOf(p)]: { machine: "pass", party: "person", of: passName[p] },
  [visitOf(p)]: { machine: "visit", party: "custodian", of: passName[p] },
});

/** The scans of these passes that wait at these venues, and what the passes say of themselves. */
export const doorVariables = (ps: readonly PassNumber[], vs: readonly VenueNumber[]): Fields => ({
  ...Object.fromEntries(
    ps.flatMap((p) => [[issuedAt(p), instant] as const, [storedTimes(p), count(2)] as const]),
  ),
  ...Object.fromEntries(
    ps.flatMap((p) =>
      vs.flatMap((v) => [
        [scanOf(p, v), choice("none", "sent", "kept")] as const,
        [scannedAt(p, v), instant] as const,
      ]),
    ),
  ),
});

/** The instants at which a party may think that it is now: on time, or ahead by what clocks may differ. */
const clocks: readonly (readonly [string, Term])[] = [
  ["", now],
  [" by a clock ahead", sum(now, policy("clockSkew"))],
];

/** A pass is issued to somebody whom the gate let through. */
export const issuing = (p: PassNumber): readonly Move[] =>
  clocks.map(([how, at]) => ({
    id: `issue pass${p}${how}`,
    says: `The {pass} is issued${how}.`,
    party: "issuer",
    names: { pass: passName[p] },
    when: inState(passOf(p), "unissued"),
    call: send(passOf(p), "pass.issued"),
    at,
    done: { [issuedAt(p)]: at },
    message: "issuedPass",
  }));

const isScan = (p: PassNumber, v: VenueNumber, word: string) => equals(field(scanOf(p, v)), literal(word));
const nothingWaits = (p: PassNumber, v: VenueNumber) => ({
  [scanOf(p, v)]: literal("none"),
  [scannedAt(p, v)]: literal(null),
});

export const scanning = (p: PassNumber, v: VenueNumber): readonly Move[] =>
  (["sent", "kept"] as const).map((kind) => ({
    id: `${kind === "sent" ? "scan" : "keep"} pass${p} at ${v}`,
    says:
      kind === "sent"
        ? "The {pass}, or a picture of it, is scanned at the {venue} and sent on."
        : "The {pass}, or a picture of it, is scanned at the {venue}, which has no network and keeps the scan.",
    party: "venue",
    names: { pass: passName[p], venue: venueName[v] },
    when: and(present(field(issuedAt(p))), isScan(p, v, "none")),
    sets: { [scanOf(p, v)]: literal(kind), [scannedAt(p, v)]: now },
    message: "pass",
  }));

/** Facts of a good scan; `wrong` turns one of them over. */
export const facts = (p: PassNumber, at: Term, wrong?: string): Readonly<Record<string, Term>> => ({
  ...Object.fromEntries(
    ["wellFormed", "venueKnown", "epochKnown", "passSigned", "scanSigned", "challengeAnswered"].map(
      (name) => [name, literal(name !== wrong)],
    ),
  ),
  scansLastMinute: wrong === "scansLastMinute" ? policy("scansPerMinute") : literal(0),
  scannedAt: at,
  passIssuedAt: field(issuedAt(p)),
});

/** Facts of a good scan that is delivered late. */
export const lateFacts = (p: PassNumber, at: Term, wrong?: string): Readonly<Record<string, Term>> => ({
  ...facts(p, at, wrong),
  venueSilent: literal(wrong !== "venueSilent"),
});

/** How often the pass has been stored when it is stored once more; twice is too often already, so nobody counts further. */
const again = (p: PassNumber): Term => min(sum(field(storedTimes(p)), literal(1)), literal(2));

/** The pass has been stored, once more. */
export const storedOnceMore = (p: PassNumber) => ({ [storedTimes(p)]: again(p) });

/** What is seen when a visit is stored. */
export const stored = (p: PassNumber, at: Term, scanned: Term, late: boolean): readonly Noted[] => [
  noted("visitStored", {
    at,
    pass: literal(Number(p)),
    crisis: stateOf(was("crisisAtCustodian")),
    late: literal(late),
    scannedAt: scanned,
    passIssuedAt: field(issuedAt(p)),
    eraseAt: field("eraseAt", visitOf(p)),
  }),
  noted("passStored", { at, pass: literal(Number(p)), times: again(p) }),
];

export const recorded = (p: PassNumber) => ({
  crisis: "crisisAtCustodian",
  pass: passOf(p),
  visit: visitOf(p),
});

export const delivering = (p: PassNumber, v: VenueNumber): readonly Move[] =>
  (["sent", "kept"] as const).flatMap((kind) => {
    const late = kind === "kept";
    const scanned = field(scannedAt(p, v));
    return clocks.flatMap(([how, at]) =>
      [false, true].map((copy): Move => ({
        id: `deliver ${late ? "late " : ""}pass${p} from ${v}${how}${copy ? " and again" : ""}`,
        says: `The scan of the {pass} that the {venue} ${late ? "kept" : "sent"} reaches the custodian${how}${copy ? ", and a copy is still on its way" : ""}.`,
        party: "custodian",
        names: { pass: passName[p], venue: venueName[v] },
        when: isScan(p, v, kind),
        call: late
          ? ask("custodian.recordLate", recorded(p), lateFacts(p, scanned))
          : ask("custodian.record", recorded(p), facts(p, scanned)),
        at,
        ...(copy ? {} : { sets: nothingWaits(p, v) }),
        done: storedOnceMore(p),
        notes: stored(p, at, scanned, late),
        message: "scan",
      })),
    );
  });

export const losing = (p: PassNumber, v: VenueNumber): Move => ({
  id: `lose pass${p} from ${v}`,
  says: "The scan of the {pass} from the {venue} is lost on its way.",
  party: "world",
  names: { pass: passName[p], venue: venueName[v] },
  when: not(isScan(p, v, "none")),
  sets: nothingWaits(p, v),
});

/** Scans that are made up: one fact at a time is wrong, or claims what cannot be. */
export const forging = (p: PassNumber): readonly Move[] => [
  ...[
    "wellFormed",
    "venueKnown",
    "epochKnown",
    "passSigned",
    "scanSigned",
    "challengeAnswered",
    "scansLastMinute",
  ].map((wrong): Move => ({
    id: `forge pass${p}: ${wrong}`,
    says: "A scan of the {pass} arrives that the custodian can see is not as it should be.",
    party: "venue",
    names: { pass: passName[p] },
    when: present(field(issuedAt(p))),
    call: ask("custodian.record", recorded(p), facts(p, now, wrong)),
    done: storedOnceMore(p),
    notes: stored(p, now, now, false),
    message: "scan",
  })),
  {
    id: `claim that the venue was silent for pass${p}`,
    says: "A scan of the {pass} claims to be late, but its device has delivered on time since.",
    party: "venue",
    names: { pass: passName[p] },
    when: present(field(issuedAt(p))),
    call: ask("custodian.recordLate", recorded(p), lateFacts(p, now, "venueSilent")),
    done: storedOnceMore(p),
    notes: stored(p, now, now, true),
    message: "scan",
  },
  ...(["custodian.record", "custodian.recordLate"] as const).map((rule): Move => ({
    id: `claim a later time for pass${p}${rule === "custodian.record" ? "" : " late"}`,
    says: "A scan of the {pass} claims a time that has not come.",
    party: "venue",
    names: { pass: passName[p] },
    when: present(field(issuedAt(p))),
    call: ask(
      rule,
      recorded(p),
      (rule === "custodian.record" ? facts : lateFacts)(
        p,
        sum(now, policy("clockSkew"), policy("passLifetime")),
      ),
    ),
    done: storedOnceMore(p),
    notes: stored(p, now, sum(now, policy("clockSkew"), policy("passLifetime")), rule !== "custodian.record"),
    message: "scan",
  })),
];

/** The records that are still held whenever time has passed. */
export const heldVisit = (p: PassNumber): Noted =>
  noted(
    "stillHeld",
    { at: now, party: literal("custodian"), what: literal("visit"), endsAt: field("eraseAt", visitOf(p)) },
    present(field("eraseAt", visitOf(p))),
  );
