/**
 * What a watcher can see of a run, as small records that say when it was and what mattered; instants in whole milliseconds.
 * The properties judge these records; the trace checker, the driver of a simulation and the prover each make them in their own way.
 * A record holds what one property needs and no more; "never" and "nobody" are null. What each field can hold is declared as data,
 * so that the linter can read a promise against it; the types follow from that.
 */
import { consent } from "./consent.ts";
import { crisis } from "./crisis.ts";
import type { Field, Fields } from "./language/fields.ts";
import type { PartyName } from "./language/rule.ts";
import { millisecondsADay, seoulOffset, vocabularies } from "./policy.ts";
import { verification } from "./verification.ts";

const instant = { kind: "instant" } as const satisfies Field;
const flag = { kind: "flag" } as const satisfies Field;
const id = { kind: "id", domain: ["first", "second"] } as const satisfies Field;
const choice = (...words: readonly string[]) => ({ kind: "choice", words }) as const satisfies Field;
const stateOf = (machine: { readonly states: object }) => choice(...Object.keys(machine.states));
/** A count, and the few of its values that are worth searching with. */
const count = (most: number, ...domain: readonly number[]) =>
  ({ kind: "count", most, domain }) as const satisfies Field;
/** It may also be null: never, or nobody. */
const maybe = <Of extends Field>(field: Of) => ({ ...field, maybe: true }) as const;

const records = count(10_000_000, 0, 1, 10_000, 10_001, 100_000, 100_001);
const officers = count(10, 0, 1, 2);
const cosigners = count(100, 0, 1, 2);
const party = choice("person", "issuer", "venue", "custodian", "authority", "board");
/** The place of a pass among all that were issued, or of a venue among all venues. */
const ordinal = count(Number.MAX_SAFE_INTEGER, 0, 1);

/** Every kind of observation that conditions can be asked about, with its fields. */
export const observed = {
  /** A pass was issued; what the gate stood at, before the pass changed anything. */
  passIssued: {
    at: instant,
    crisis: stateOf(crisis),
    consent: stateOf(consent),
    consentVersion: count(1_000_000, 0, 1, 2),
    consentGivenAt: maybe(instant),
    verification: stateOf(verification),
    verifiedUntil: maybe(instant),
    /** When this account last withdrew. */
    withdrawnAt: maybe(instant),
  },
  /** A visit was stored; `at` is the custodian's clock. */
  visitStored: {
    at: instant,
    pass: ordinal,
    crisis: stateOf(crisis),
    late: flag,
    scannedAt: instant,
    passIssuedAt: instant,
    eraseAt: maybe(instant),
  },
  /** How often one pass has been stored, this time included. */
  passStored: { at: instant, pass: ordinal, times: count(1_000_000, 1, 2) },
  /** A stored visit was marked as released. */
  visitReleased: { at: instant, eraseAtBefore: maybe(instant), eraseAtAfter: maybe(instant) },
  /** A withdrawal was done, and what it left. */
  withdrawn: { at: instant, consent: stateOf(consent), verification: stateOf(verification) },
  /** An officer approved a case. */
  caseApproved: { at: instant, requestedBy: id, approvedBy: id },
  /** The custodian released the records of a case. */
  released: {
    at: instant,
    officers,
    ground: choice(...vocabularies.ground),
    venues: count(1_000, 0, 1, 20, 21),
    windowStart: instant,
    windowEnd: instant,
    approvedAt: instant,
    records,
    recordsOfDay: records,
    cosigners,
  },
  /** The issuer answered a release. */
  answered: { at: instant, officers, records, cosigners, caseEndsAt: instant },
  /** The answer reached the authority, and until when it is kept. */
  answerKept: { at: instant, recordsEndAt: instant, answerEndsAt: maybe(instant) },
  /** One visit was turned into a number, or into nobody, under a case. */
  reidentified: {
    at: instant,
    case: id,
    requestedBy: id,
    approvedBy: id,
    approvedAt: instant,
    venue: ordinal,
    /** The case's window at this venue (see `windowAt`); null where the case has none there. */
    windowStart: maybe(instant),
    windowEnd: maybe(instant),
    scannedAt: instant,
    named: flag,
    /** Who it was, for those who know without being told; null if the watcher does not know. */
    person: maybe(id),
  },
  /** The same, held against the last withdrawal of that person between the visit and now. */
  personJoined: { at: instant, scannedAt: instant, named: flag, withdrawnAt: maybe(instant) },
  /** A person withdrew, named as in `reidentified`. */
  personWithdrew: { at: instant, person: id },
  /** Whether a case that was answered stands in the registers of the custodian and the issuer. */
  disclosureLogged: { at: instant, case: id, release: flag, answer: flag },
  /** A party opened a Seoul day, known by its first instant. */
  dayOpened: { at: instant, party, dayStart: instant, endsAt: maybe(instant) },
  /** A party erased a Seoul day, with so many records; `dayEnd` is the first instant of the next day. */
  dayErased: { at: instant, party, dayStart: instant, dayEnd: instant, records },
  /** How many records of a Seoul day were found with a party. */
  dayFound: { at: instant, party, dayStart: instant, records },
  /** Something of a day was seen after this day or another was erased; when this day was, if it was. */
  daySeenAgain: { at: instant, party, dayStart: instant, erasedAt: maybe(instant), records },
  /** Something with an end is still held: the earliest end of its kind. */
  stillHeld: {
    at: instant,
    party,
    what: choice("consent", "verification", "day", "disclosure", "visit", "key", "alias", "share", "answer"),
    endsAt: instant,
  },
} as const satisfies Readonly<Record<string, Fields>>;

/** All that a party keeps was searched, and these atoms of knowledge were found in the clear. No condition asks about it. */
export interface StoreSearched {
  readonly kind: "storeSearched";
  readonly at: number;
  readonly party: PartyName;
  readonly found: readonly string[];
}

type Held<Of extends Field> =
  | (Of extends { readonly kind: "instant" | "count" }
      ? number
      : Of extends { readonly kind: "flag" }
        ? boolean
        : string)
  | (Of extends { readonly maybe: true } ? null : never);

/** Kinds that conditions are asked about. */
export type ObservedKind = keyof typeof observed;

type Seen = {
  readonly [Kind in ObservedKind]: { readonly kind: Kind } & {
    readonly [Name in keyof (typeof observed)[Kind]]: (typeof observed)[Kind][Name] extends Field
      ? Held<(typeof observed)[Kind][Name]>
      : never;
  };
} & { readonly storeSearched: StoreSearched };

export type ObservationKind = keyof Seen;

/** An observation of one of these kinds. */
export type ObservationOf<Kind extends ObservationKind = ObservationKind> = Seen[Kind];

export type Observation = ObservationOf;

export const isObservedKind = (kind: string): kind is ObservedKind => Object.hasOwn(observed, kind);

/** A window of a case at one venue. */
export interface CaseWindowSeen {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * The window of the case at this venue against which a scan is held. Of several, it is the one that ends last among those
 * that had begun by the scan, so that the scan lies in it if it lies in any; if none had begun, the first; if there is none, none.
 */
export const windowAt = (
  windows: readonly CaseWindowSeen[],
  venue: number,
  scannedAt: number,
): { readonly windowStart: number | null; readonly windowEnd: number | null } => {
  const there = windows.filter((window) => window.venue === venue);
  const begun = there.filter(({ fromMs }) => scannedAt >= fromMs).toSorted((a, b) => b.untilMs - a.untilMs);
  const held = begun[0] ?? there.toSorted((a, b) => a.fromMs - b.fromMs)[0];
  return { windowStart: held?.fromMs ?? null, windowEnd: held?.untilMs ?? null };
};

/** The first instant of a Seoul day, by its number since 1970. */
export const startOfDayNumber = (day: number): number => day * millisecondsADay - seoulOffset;
