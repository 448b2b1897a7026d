/**
 * The scans that wait while the custodian cannot be reached: on disk, so that a restart loses none, and no longer than they can be delivered.
 * A pass is here only until it is delivered; then its bytes are overwritten, where the store can, and sealed it was all the time (sealedwaiting.ts).
 */
import { Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";

export const waitingSql = `CREATE TABLE IF NOT EXISTS waiting (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  scanned_at INTEGER NOT NULL,
  scan BLOB NOT NULL
) STRICT;
`;

/** A scan as the device signed it. */
export interface SignedScan {
  readonly bytes: Uint8Array;
  readonly scannedAtMs: number;
}

export interface WaitingScan {
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

export interface Waiting {
  /** All of them or, when they are too many, none. */
  readonly add: (scans: readonly SignedScan[]) => Effect.Effect<void, StoreUnavailable>;
  /** The oldest, in the order of their scans; only those behind a place in that order, where one is given. */
  readonly oldest: (most: number, after?: number) => Effect.Effect<readonly WaitingScan[], StoreUnavailable>;
  readonly remove: (sequences: readonly number[]) => Effect.Effect<void, StoreUnavailable>;
  /** Removes scans of this instant and earlier; answers how many. */
  readonly removeUntil: (scannedAtMs: number) => Effect.Effect<number, StoreUnavailable>;
  readonly count: Effect.Effect<number, StoreUnavailable>;
}

/** Eleven hours of a venue with 150 people an hour would be far less; a queue without an end would be none. */
export const waitingMost = 100_000;

export const makeWaiting = (store: StoreService): Waiting => {
  const count = Effect.map(store.values("SELECT count(*) FROM waiting"), ([row]) => Number(row?.[0] ?? 0));
  return {
    add: (scans) =>
      store.transaction(
        Effect.gen(function* () {
          if ((yield* count) + scans.length > waitingMost)
            return yield* new StoreUnavailable({
              reason: "too-many-waiting",
              detail: "scans wait for the custodian",
            });
          yield* store.runEach(
            "INSERT INTO waiting (scanned_at, scan) VALUES (?1, ?2)",
            scans.map(({ bytes, scannedAtMs }) => [scannedAtMs, bytes]),
          );
        }),
      ),
    oldest: (most, after = 0) =>
      Effect.map(
        store.values("SELECT sequence, scan FROM waiting WHERE sequence > ?2 ORDER BY sequence LIMIT ?1", [
          most,
          after,
        ]),
        (rows) =>
          rows.flatMap(([sequence, scan]) =>
            scan instanceof Uint8Array ? [{ sequence: Number(sequence), bytes: scan }] : [],
          ),
      ),
    remove: Effect.fnUntraced(function* (sequences) {
      if (sequences.length === 0) return;
      yield* store.run(`DELETE FROM waiting WHERE ${store.dialect.isOneOf("sequence", "?1")}`, [
        JSON.stringify(sequences),
      ]);
      yield* store.checkpoint;
    }),
    removeUntil: Effect.fnUntraced(function* (scannedAtMs) {
      const removed = yield* store.run("DELETE FROM waiting WHERE scanned_at <= ?1", [scannedAtMs]);
      if (removed > 0) yield* store.checkpoint;
      return removed;
    }),
    count,
  };
};
