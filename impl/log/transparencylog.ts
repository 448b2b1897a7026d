// A party's own public log, as the party sees it: what it does under a case, or at the end of a day, it appends in the very
// transaction that does it, and gets from it the proof that others ask for before they act. Custodian, issuers and authority
// have one each. Nothing is ever taken back, and without enough witnesses there is no proof.
import { Context, Schema, type Effect } from "effect";
import type { LogEntry } from "../protocol/logentries.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { LogProof } from "./logproof.ts";
import type { NoteKey } from "./note.ts";

/** Too few other parties would cosign; asking again is safe, and the entry stands in the log whatever this says. */
export class ProofUnavailable extends Schema.TaggedError<ProofUnavailable>()("ProofUnavailable", {
  cosigners: Schema.Int,
  required: Schema.Int,
  /** What each witness that did not cosign said, or that it said nothing. */
  detail: Schema.String,
}) {
  readonly code = "proof-unavailable";
  readonly sentence = "Too few other parties have cosigned this log.";
  readonly advice = "Ask again when the other parties can be reached; nothing is lost meanwhile.";

  override get message(): string {
    return `${this.sentence} (${String(this.cosigners)} of ${String(this.required)}: ${this.detail}) ${this.advice}`;
  }
}

/** What everybody may read of a log. */
export interface LogReading {
  /** The latest cosigned checkpoint; before there is one, the signed checkpoint of the empty log. */
  readonly checkpoint: Effect.Effect<string, StoreUnavailable>;
  /** Cosigned checkpoints of trees larger than this, the smallest first, at most `checkpointsMost` of them. */
  readonly checkpointsAfter: (size: number) => Effect.Effect<readonly string[], StoreUnavailable>;
  /** Hashes of a tile of the published layout; undefined when the published tree is not that wide. */
  readonly tile: (
    level: number,
    index: number,
    width: number,
  ) => Effect.Effect<Uint8Array | undefined, StoreUnavailable>;
  /** The entries below a tile of level 0, each behind its length in two bytes. */
  readonly entries: (index: number, width: number) => Effect.Effect<Uint8Array | undefined, StoreUnavailable>;
}

export class TransparencyLog extends Context.Service<
  TransparencyLog,
  {
    /** What others pin: its origin and the key of its checkpoints. */
    readonly pinned: NoteKey;
    /** Appends inside the caller's transaction, with whose end it stands or falls; answers its place. */
    readonly append: (entry: LogEntry) => Effect.Effect<number, StoreUnavailable>;
    /**
     * The cosigned proof of the entry at a place, to be asked for after the transaction that appended it, never inside one:
     * it may wait for the other parties. The entry of a place never changes, so asking twice is safe.
     */
    readonly proofOf: (index: number) => Effect.Effect<LogProof, ProofUnavailable | StoreUnavailable>;
    /** Has everything appended so far cosigned, if it is not yet. */
    readonly publish: Effect.Effect<void, ProofUnavailable | StoreUnavailable>;
    readonly reading: LogReading;
  }
>()("entrylog/impl/log/TransparencyLog") {}
