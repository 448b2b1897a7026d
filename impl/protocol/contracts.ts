/**
 * What one party may ask of another: the whole of what crosses between them, as services.
 * In one process house.ts wires them as Layers; over a network the same contracts become HTTP.
 * A party imports this file and never another party's folder, so nothing can cross that does not stand here.
 */
import { Context, type Effect } from "effect";
import type { Refused } from "../lifecycle/refused.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Approval } from "./casetext.ts";
import type { JoinRequest } from "./disclosure.ts";
import type { SealedShare } from "./shares.ts";

/** A scan on its way to the custodian. */
export interface DeliveredScan {
  /** As `encodeScan` made it. */
  readonly bytes: Uint8Array;
  /** When the custodian received it, in ms; stamped where it comes in. */
  readonly receivedAtMs: number;
  /** The venue was without network and says so: judged at the instant it signed. */
  readonly late: boolean;
}

export interface VenueRegistration {
  readonly venue: number;
  /** A kind of facility (clause F9). */
  readonly kind: string;
  /** The device's Ed25519 public key, 32 bytes. */
  readonly deviceKey: Uint8Array;
}

/** What the custodian answers to a case: one part for each issuer concerned. */
export interface ReleasedPart {
  readonly issuer: number;
  /** As `encodeRelease` made it. */
  readonly release: Uint8Array;
  /** Header and sealed handle of each record, in the order of `places`. */
  readonly records: readonly Uint8Array[];
  /** Where and when, for the authority only; never handed to the issuer. */
  readonly places: readonly { readonly venue: number; readonly scannedAtMs: number }[];
  /** The officers' sealed shares of each epoch concerned. */
  readonly epochs: readonly {
    readonly epochId: Uint8Array;
    readonly day: number;
    readonly shares: readonly SealedShare[];
  }[];
}

export interface Released {
  readonly parts: readonly ReleasedPart[];
  readonly records: number;
  /** The earliest end of any record released, in ms; never later than this may anything of it be kept. */
  readonly recordsEndAtMs: number;
  /** Opens the commitment to the scope; stays with the authority. */
  readonly scopeSalt: Uint8Array;
}

/** Answers, one a request: 0 for yes, or a refusal's number in generated/law.ts. */
export type Answers = Int32Array;

/** What issuers, venues and the authority may ask of the custodian. */
export class CustodianPort extends Context.Service<
  CustodianPort,
  {
    /** Registers epochs, each with its shares; an id that is known, or a deposit that is not right, is refused. */
    readonly deposit: (
      deposits: readonly Uint8Array[],
      atMs: number,
    ) => Effect.Effect<Answers, StoreUnavailable>;
    readonly registerVenue: (
      registration: VenueRegistration,
    ) => Effect.Effect<void, Refused | StoreUnavailable>;
    /** Stores the visits of scans that are right, each once, in one transaction; answers after its commit. */
    readonly record: (scans: readonly DeliveredScan[]) => Effect.Effect<Answers, StoreUnavailable>;
    /** Releases the sealed records of a case that two officers signed. */
    readonly release: (
      caseText: Uint8Array,
      approvals: readonly Approval[],
      approvedAtMs: number,
    ) => Effect.Effect<Released, Refused | StoreUnavailable>;
  }
>()("entrylog/impl/protocol/CustodianPort") {}

/** What the issuer answers to a join: the same numbers, sealed to each of the two officers. */
export interface JoinAnswer {
  readonly answers: readonly { readonly officer: number; readonly bytes: Uint8Array }[];
  /** How many records led to a number; the rest have nobody behind them any more (clause C8). */
  readonly people: number;
}

/** What the authority may ask of an issuer. */
export class IssuerPort extends Context.Service<
  IssuerPort,
  {
    /** The HPKE public key to which officers re-seal shares. */
    readonly sealingKey: Effect.Effect<Uint8Array>;
    /** The Ed25519 public key under which answers are signed. */
    readonly answerKey: Effect.Effect<Uint8Array>;
    readonly answer: (request: JoinRequest) => Effect.Effect<JoinAnswer, Refused | StoreUnavailable>;
  }
>()("entrylog/impl/protocol/IssuerPort") {}

/** What the national office tells the collecting parties. */
export type CrisisLevel = "attention" | "caution" | "alert" | "serious";
