/**
 * What one party may ask of another: the whole of what crosses between them, as services.
 * In one process house.ts wires them as Layers; over a network the same contracts become HTTP.
 * A party imports this file and never another party's folder, so nothing can cross that does not stand here.
 */
import { Context, type Effect } from "effect";
import type { Refused } from "../lifecycle/refused.ts";
import type { LogProof } from "../log/logproof.ts";
import type { ProofUnavailable } from "../log/transparencylog.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Approval } from "./casetext.ts";
import type { JoinRequest } from "./disclosure.ts";
import type { PeerUnavailable } from "./remote/peerunavailable.ts";
import type { SealedShare } from "./shares.ts";

/** A scan on its way to the custodian. */
export interface DeliveredScan {
  /** As `encodeScan` made it. */
  readonly bytes: Uint8Array;
  /** When the custodian received it, in ms; stamped where it comes in. */
  readonly receivedAtMs: number;
  /** The venue was without network and says so: judged at the instant it signed. */
  readonly late: boolean;
  /** It may have been decided before and the answer lost: the very same scan is then answered as it was, late or not. */
  readonly perhapsAgain?: boolean;
}

export interface VenueRegistration {
  readonly venue: number;
  /** A kind of facility (clause F9). */
  readonly kind: string;
  /** The device's Ed25519 public key, 32 bytes. */
  readonly deviceKey: Uint8Array;
}

/** Where and when, and what to know of it: told to the authority only, and never to an issuer. */
export interface RecordPlace {
  readonly venue: number;
  readonly scannedAtMs: number;
  /** The venue had no network and delivered it later. */
  readonly late: boolean;
  /** Two venues claim this pass: nobody can say which of them the person was in. */
  readonly disputed: boolean;
}

/** A place and time that belong to a record of the release. */
export interface HashedPlace extends RecordPlace {
  readonly recordHash: Uint8Array;
}

/** What the custodian answers to a case: one part for each issuer concerned. */
export interface ReleasedPart {
  readonly issuer: number;
  /** As `encodeRelease` made it. */
  readonly release: Uint8Array;
  /** Header and sealed handle of each record, in the order of `places`. */
  readonly records: readonly Uint8Array[];
  /** Where and when, for the authority only; never handed to the issuer. */
  readonly places: readonly RecordPlace[];
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
  /** Claims of a pass in these windows that were refused, because the scan of another venue was stored. */
  readonly refusedClaims: number;
  /** That the release stands in the custodian's log, cosigned: an issuer answers nothing without it. */
  readonly logged: LogProof;
}

/** What the authority shows the custodian. */
export interface ReleaseRequest {
  readonly caseText: Uint8Array;
  readonly approvals: readonly Approval[];
  /** Opens the commitment under which the case stands in the authority's log; drawn by the authority. */
  readonly scopeSalt: Uint8Array;
  /** That the approval stands in the authority's log, cosigned: the custodian releases nothing without it. */
  readonly logged: LogProof;
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
    /** Releases the sealed records of a case that two officers signed; the same again to the same request. */
    readonly release: (
      request: ReleaseRequest,
    ) => Effect.Effect<Released, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>;
  }
>()("entrylog/impl/protocol/CustodianPort") {}

/** What the issuer answers to a join: the same numbers, sealed to each of the two officers. */
export interface JoinAnswer {
  readonly answers: readonly { readonly officer: number; readonly bytes: Uint8Array }[];
  /** How many records led to a number; the rest have nobody behind them any more (clause C8). */
  readonly people: number;
}

/** What officers' clients need to re-seal their shares. */
export interface ReleaseForOfficers {
  readonly caseId: string;
  readonly caseText: Uint8Array;
  readonly scopeSalt: Uint8Array;
  readonly parts: readonly ReleasedPart[];
}

/** What one officer's client needs to read the answer of one issuer. */
export interface AnswerForOfficer {
  readonly caseId: string;
  readonly issuer: number;
  readonly release: Uint8Array;
  /** Sealed to this officer. */
  readonly answer: Uint8Array;
  readonly places: readonly HashedPlace[];
}

/** What the authority may ask of an issuer. */
export class IssuerPort extends Context.Service<
  IssuerPort,
  {
    /** The HPKE public key to which officers re-seal shares. */
    readonly sealingKey: Effect.Effect<Uint8Array>;
    /** The Ed25519 public key under which answers are signed. */
    readonly answerKey: Effect.Effect<Uint8Array>;
    /** Answers a join; the same again to the same request, until the case is over. */
    readonly answer: (
      request: JoinRequest,
    ) => Effect.Effect<JoinAnswer, Refused | StoreUnavailable | PeerUnavailable>;
  }
>()("entrylog/impl/protocol/IssuerPort") {}

/** What the national office tells the collecting parties. */
export type CrisisLevel = "attention" | "caution" | "alert" | "serious";
