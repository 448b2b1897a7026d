// The authority as a service: cases, and under a case what it was given. A case is asked for by one officer, signed,
// approved by another, released by the custodian, answered by the issuers, and erased; each step is a method.
// Officers' keys are never here: officer.ts is their client, and what only they may read passes through sealed.
// Every refusal is typed and changes nothing that is stored, except for deadlines that were due anyway.
import { Context, type Effect } from "effect";
import type { Refused } from "../lifecycle/refused.ts";
import type { ProofUnavailable } from "../log/transparencylog.ts";
import type { Approval, CaseWindow } from "../protocol/casetext.ts";
import type { AnswerForOfficer, ReleaseForOfficers } from "../protocol/contracts.ts";
import type { Denial } from "../protocol/denial.ts";
import type { PeerUnavailable } from "../protocol/remote/peerunavailable.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { CaseState, Swept } from "./register.ts";
import type { Statistics } from "./statistics.ts";

export interface CaseAsked {
  readonly officer: number;
  /** The legal ground, as a word of the law's vocabulary; any other word is none. */
  readonly ground: string;
  readonly windows: readonly CaseWindow[];
}

export interface CaseOpened {
  readonly caseId: string;
  /** The exact bytes that both officers read and sign. */
  readonly caseText: Uint8Array;
}

/** A case as it stands now. What it learned is not in it. */
export interface CaseView {
  readonly caseId: string;
  readonly state: CaseState;
  readonly ground: string;
  readonly requestedAtMs: number | null;
  readonly windows: readonly CaseWindow[];
  readonly requestedBy: number | null;
  readonly approvedBy: number | null;
  /** Officers whose signatures are kept. */
  readonly signedBy: readonly number[];
  readonly caseText: Uint8Array;
  readonly denial: Denial | null;
  readonly lapsesAtMs: number | null;
  readonly answerEndsAtMs: number | null;
  readonly records: number | null;
  /** Claims of passes in the windows that were refused, because the scan of another venue stands. */
  readonly refusedClaims: number | null;
}

export interface Joined {
  /** How many records led to a person, over the issuers that answered now. */
  readonly people: number;
  /** Issuers that have not answered yet; the case counts as answered once there are none. */
  readonly waitingFor: readonly number[];
}

type Answer<Value> = Effect.Effect<Value, Refused | StoreUnavailable>;
/** It may fail because another party, or enough witnesses of a log, cannot be reached: asking again is safe. */
type FarAnswer<Value> = Effect.Effect<Value, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>;

export interface AuthorityService {
  readonly request: (asked: CaseAsked) => Answer<CaseOpened>;
  /** The officer who asked signs the text of the case; before that nobody can approve it. */
  readonly signRequest: (signed: { readonly caseId: string; readonly approval: Approval }) => Answer<void>;
  readonly approve: (approved: { readonly caseId: string; readonly approval: Approval }) => Answer<void>;
  readonly deny: (denied: Denial & { readonly caseId: string }) => Answer<void>;
  /** Asks the custodian under an approved case, and keeps what it releases. */
  readonly askRelease: (caseId: string) => FarAnswer<{ readonly records: number }>;
  readonly releaseOf: (caseId: string) => Answer<ReleaseForOfficers>;
  /** Hands the officers' re-sealed shares to the issuers, by issuer, and keeps the sealed answers. */
  readonly join: (caseId: string, resealed: ReadonlyMap<number, readonly Uint8Array[]>) => FarAnswer<Joined>;
  /**
   * Keeps one officer's re-sealed shares, by issuer, and joins whatever enough officers have given their shares for.
   * Without any it only tries again what other parties did not answer before.
   */
  readonly giveShares: (given: {
    readonly caseId: string;
    readonly officer: number;
    readonly resealed: ReadonlyMap<number, Uint8Array>;
  }) => FarAnswer<Joined>;
  readonly answerFor: (caseId: string, officer: number) => Answer<readonly AnswerForOfficer[]>;
  readonly close: (caseId: string) => Answer<void>;
  readonly read: (caseId: string) => Effect.Effect<CaseView, StoreUnavailable>;
  /** The newest cases. */
  readonly list: Effect.Effect<readonly CaseView[], StoreUnavailable>;
  /** Fires what is due and erases what is over; needs nobody to ask for it (see sweeper.ts). */
  readonly sweep: Effect.Effect<Swept, StoreUnavailable>;
  /** Counts of the cases that were asked for in a calendar year of Seoul. */
  readonly statistics: (year: number) => Effect.Effect<Statistics, StoreUnavailable>;
}

export class Authority extends Context.Service<Authority, AuthorityService>()(
  "entrylog/impl/authority/Authority",
) {}
