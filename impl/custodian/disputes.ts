/**
 * Passes that more than one venue claims: the first scan is stored, each later one of another venue is refused and noted here.
 * A note holds day, place and time of the refused claim and a tag of the pass that ends with the day's key; it ends with its day.
 * It settles no dispute: a release says which of its records are disputed, and how many claims of its windows were refused.
 */
import { Effect } from "effect";
import { disputeTag } from "../protocol/disputetag.ts";
import { hexOf } from "../protocol/fields.ts";
import type { Pass } from "../protocol/pass.ts";
import type { Scan } from "../protocol/scan.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Days, KeptDay } from "./days.ts";

export const disputeSql = `
CREATE TABLE IF NOT EXISTS dispute (
  day INTEGER NOT NULL,
  venue INTEGER NOT NULL,
  scanned_at INTEGER NOT NULL,
  tag BLOB NOT NULL CHECK (length(tag) = 16),
  PRIMARY KEY (day, tag, venue)
) STRICT;
CREATE INDEX IF NOT EXISTS dispute_place ON dispute (venue, scanned_at);
`;

export interface Claimed {
  readonly day: number;
  readonly venue: number;
  readonly pass: Pass;
}

export interface Disputes {
  /** Notes a claim of a pass that is stored for another venue, once a venue, inside the caller's transaction. */
  readonly claim: (day: KeptDay, scan: Scan) => Effect.Effect<void, StoreUnavailable>;
  /** For each record, in order, whether another venue claims its pass too; only while its day is kept. */
  readonly disputed: (records: readonly Claimed[]) => Effect.Effect<readonly boolean[], StoreUnavailable>;
  /** How many claims of a venue in a window, up to but not including its end, were refused because another venue's stands. */
  readonly refusedClaims: (
    venue: number,
    fromMs: number,
    untilMs: number,
  ) => Effect.Effect<number, StoreUnavailable>;
}

export const makeDisputes = (store: StoreService, days: Days): Disputes => {
  /** The venues that claim each tag of a day. */
  const claimsOf = (day: number) =>
    Effect.map(store.values("SELECT tag, venue FROM dispute WHERE day = ?1", [day]), (rows) => {
      const venues = new Map<string, number[]>();
      for (const [tag, venue] of rows) {
        const name = tag instanceof Uint8Array ? hexOf(tag) : "";
        venues.set(name, [...(venues.get(name) ?? []), Number(venue)]);
      }
      return venues;
    });

  return {
    claim: ({ day, disputeKey }, { venue, scannedAtMs, pass }) =>
      Effect.asVoid(
        store.run(
          "INSERT INTO dispute (day, venue, scanned_at, tag) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
          [day, venue, scannedAtMs, disputeTag(disputeKey, pass.epochId, pass.number)],
        ),
      ),
    disputed: Effect.fnUntraced(function* (records) {
      const marks = records.map(() => false);
      for (const [day, places] of Map.groupBy(records.keys(), (place) => records[place]?.day ?? 0)) {
        const claims = yield* claimsOf(day);
        const kept = claims.size === 0 ? undefined : yield* days.find(day);
        if (kept === undefined) continue;
        for (const place of places) {
          const record = records[place];
          if (record === undefined) continue;
          const tag = hexOf(disputeTag(kept.disputeKey, record.pass.epochId, record.pass.number));
          marks[place] = claims.get(tag)?.some((venue) => venue !== record.venue) === true;
        }
      }
      return marks;
    }),
    refusedClaims: (venue, fromMs, untilMs) =>
      Effect.map(
        store.values(
          "SELECT count(*) FROM dispute WHERE venue = ?1 AND scanned_at >= ?2 AND scanned_at < ?3",
          [venue, fromMs, untilMs],
        ),
        ([row]) => Number(row?.[0] ?? 0),
      ),
  };
};
