// What an approved case stands under in the authority's log: its place there, and the salt that opens the commitment.
// Both stay for good, so that it can be shown at any time what the log had committed to before anything was released.
// It decides nothing; it is written inside the transaction of the approval.
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface Commitment {
  readonly scopeSalt: Uint8Array;
  readonly logIndex: number;
}

export interface Commitments {
  readonly keep: (caseId: string, commitment: Commitment) => Effect.Effect<void, StoreUnavailable>;
  readonly read: (caseId: string) => Effect.Effect<Commitment | undefined, StoreUnavailable>;
}

const createSql = `
CREATE TABLE IF NOT EXISTS commitment (
  case_id TEXT PRIMARY KEY REFERENCES case_file (case_id),
  log_index INTEGER NOT NULL UNIQUE,
  salt BLOB NOT NULL
) STRICT;`;

/** Opened after the files of cases, of which it speaks. */
export const openCommitments = Effect.fnUntraced(function* (store: StoreService) {
  yield* store.script(createSql);
  return {
    keep: (caseId, { scopeSalt, logIndex }) =>
      Effect.asVoid(
        store.run("INSERT INTO commitment (case_id, log_index, salt) VALUES (?, ?, ?)", [
          caseId,
          logIndex,
          scopeSalt,
        ]),
      ),
    read: (caseId) =>
      Effect.map(
        store.values("SELECT log_index, salt FROM commitment WHERE case_id = ?", [caseId]),
        ([row]) =>
          row?.[1] instanceof Uint8Array ? { logIndex: Number(row[0]), scopeSalt: row[1] } : undefined,
      ),
  } satisfies Commitments;
});
