// What an audit has read of the parties, before it believes any of it: the copy of each log, what each party has cosigned of
// the others, and the custodian's public counts. Reading makes it, from the network or from a saved folder; the checks take it.
// It holds only what everybody may read.
import type { Card } from "../../protocol/card.ts";
import type { PinnedLog } from "../logproof.ts";
import type { WitnessedLog } from "../witness.ts";

export interface LogCopy {
  readonly card: Card;
  /** The log and its witnesses, from the auditor's own cards. */
  readonly pinned: PinnedLog;
  /** Cosigned checkpoints, the latest last. */
  readonly checkpoints: readonly string[];
  readonly entries: readonly Uint8Array[];
  /** The hashes of the entries as the log gives them. */
  readonly leafHashes: readonly Uint8Array[];
  /** What could not be read, and why. */
  readonly unreadable: readonly string[];
}

export interface WitnessCopy {
  readonly card: Card;
  readonly logs: readonly WitnessedLog[];
  readonly unreadable: readonly string[];
}

export interface VisitCounts {
  readonly recorded: number;
  readonly live: number;
  readonly erased: number;
}

export interface CountsCopy extends VisitCounts {
  readonly days: readonly (VisitCounts & {
    /** As people write it: 20200701. */
    readonly date: string;
  })[];
}

export interface AuditedCopies {
  /** When it was read. */
  readonly readAtMs: number;
  readonly logs: readonly LogCopy[];
  readonly witnesses: readonly WitnessCopy[];
  /** The custodian's; undefined when they could not be read. */
  readonly counts: CountsCopy | undefined;
}

/** Which numbers of the law an audit holds the parties to. */
export interface AuditedLaw {
  readonly preset: string;
  readonly modelHash: string;
  readonly retention: number;
  readonly sweepLateness: number;
  readonly clockSkew: number;
  readonly officersRequired: number;
  readonly witnessesRequired: number;
}
