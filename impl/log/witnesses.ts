// Another party as the witness of this party's log: one call, the one that C2SP publishes (c2sp.org/tlog-witness).
// In one process it is the other party's own service; over the network a client makes it of an HTTP address.
// Its word is never believed here: the log verifies every cosignature against the key pinned beside the name.
import { Schema, type Effect } from "effect";
import type { NoteKey } from "./note.ts";

/** It could not be reached, took too long, or has failed; the reason in words for the operator. */
export class WitnessAway extends Schema.TaggedError<WitnessAway>()("WitnessAway", {
  detail: Schema.String,
}) {
  override get message(): string {
    return this.detail;
  }
}

export type WitnessAnswer =
  /** Signature lines of a note. */
  | { readonly kind: "cosigned"; readonly lines: string }
  /** The size it has cosigned last, when the request names another. */
  | { readonly kind: "conflict"; readonly size: number }
  | { readonly kind: "refused"; readonly reason: WitnessRefusal };

/** As the published statuses say it: 400, 404, 403, 422. */
export type WitnessRefusal = "malformed" | "unknown-log" | "unsigned" | "inconsistent";

export interface WitnessPort {
  readonly pinned: NoteKey;
  /** The body as witnessrequest.ts writes it. */
  readonly addCheckpoint: (body: string) => Effect.Effect<WitnessAnswer, WitnessAway>;
}
