/**
 * What a watcher can see of a run, as small records that say when it was and what mattered; instants in whole milliseconds.
 * The properties judge these records; the trace checker, the driver of a simulation and the prover each make them in their own way.
 * A record holds what one property needs and no more; "never" and "nobody" are null.
 */
import type { PartyName } from "./language/rule.ts";

/** A window of a case at one venue. */
export interface CaseWindowSeen {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Every kind of observation with its fields. */
export interface ObservationFields {
  /** A pass was issued; what the gate stood at, before the pass changed anything. */
  readonly passIssued: {
    readonly at: number;
    readonly crisis: string;
    readonly consent: string;
    readonly consentVersion: number;
    readonly consentGivenAt: number | null;
    readonly verification: string;
    readonly verifiedUntil: number | null;
    /** When this account last withdrew. */
    readonly withdrawnAt: number | null;
  };
  /** A visit was stored. `pass` is the pass's place among all issued; `at` is the custodian's clock. */
  readonly visitStored: {
    readonly at: number;
    readonly pass: number;
    readonly crisis: string;
    readonly late: boolean;
    readonly scannedAt: number;
    readonly passIssuedAt: number;
    readonly eraseAt: number | null;
  };
  /** How often one pass has been stored, this time included. */
  readonly passStored: { readonly at: number; readonly pass: number; readonly times: number };
  /** A stored visit was marked as released. */
  readonly visitReleased: {
    readonly at: number;
    readonly eraseAtBefore: number | null;
    readonly eraseAtAfter: number | null;
  };
  /** A withdrawal was done, and what it left. */
  readonly withdrawn: { readonly at: number; readonly consent: string; readonly verification: string };
  /** An officer approved a case. */
  readonly caseApproved: { readonly at: number; readonly requestedBy: string; readonly approvedBy: string };
  /** The custodian released the records of a case. */
  readonly released: {
    readonly at: number;
    readonly officers: number;
    readonly ground: string;
    readonly venues: number;
    readonly windowStart: number;
    readonly windowEnd: number;
    readonly approvedAt: number;
    readonly records: number;
    readonly recordsOfDay: number;
  };
  /** The issuer answered a release. */
  readonly answered: {
    readonly at: number;
    readonly officers: number;
    readonly records: number;
    readonly caseEndsAt: number;
  };
  /** The answer reached the authority, and until when it is kept. */
  readonly answerKept: {
    readonly at: number;
    readonly recordsEndAt: number;
    readonly answerEndsAt: number | null;
  };
  /** One visit was turned into a number, or into nobody, under a case. */
  readonly reidentified: {
    readonly at: number;
    readonly case: string;
    readonly requestedBy: string;
    readonly approvedBy: string;
    readonly approvedAt: number;
    readonly windows: readonly CaseWindowSeen[];
    readonly venue: number;
    readonly scannedAt: number;
    readonly named: boolean;
    /** Who it was, for those who know without being told; null if the watcher does not know. */
    readonly person: string | null;
  };
  /** The same, held against the withdrawals of that person. */
  readonly personJoined: {
    readonly at: number;
    readonly scannedAt: number;
    readonly named: boolean;
    /** The last withdrawal between the visit and now. */
    readonly withdrawnAt: number | null;
  };
  /** A person withdrew, named as in `reidentified`. */
  readonly personWithdrew: { readonly at: number; readonly person: string };
  /** Whether a case that was answered stands in the registers of the custodian and the issuer. */
  readonly disclosureLogged: {
    readonly at: number;
    readonly case: string;
    readonly release: boolean;
    readonly answer: boolean;
  };
  /** A party opened a Seoul day. */
  readonly dayOpened: {
    readonly at: number;
    readonly party: PartyName;
    readonly day: number;
    readonly endsAt: number | null;
  };
  /** A party erased a Seoul day, with so many records. */
  readonly dayErased: {
    readonly at: number;
    readonly party: PartyName;
    readonly day: number;
    readonly records: number;
  };
  /** How many records of a Seoul day were found with a party. */
  readonly dayFound: {
    readonly at: number;
    readonly party: PartyName;
    readonly day: number;
    readonly records: number;
  };
  /** Something of a day was seen after this day or another was erased. */
  readonly daySeenAgain: {
    readonly at: number;
    readonly party: PartyName;
    readonly day: number;
    /** When this day was erased, if it was. */
    readonly erasedAt: number | null;
    readonly records: number;
  };
  /** Something with an end is still held: the earliest end of its kind. */
  readonly stillHeld: {
    readonly at: number;
    readonly party: PartyName;
    readonly what: string;
    readonly endsAt: number;
  };
  /** All that a party keeps was searched, and these atoms of knowledge were found in the clear. */
  readonly storeSearched: {
    readonly at: number;
    readonly party: PartyName;
    readonly found: readonly string[];
  };
}

export type ObservationKind = keyof ObservationFields;

/** An observation of one of these kinds. */
export type ObservationOf<Kind extends ObservationKind = ObservationKind> = {
  readonly [Name in Kind]: { readonly kind: Name } & ObservationFields[Name];
}[Kind];

export type Observation = ObservationOf;
