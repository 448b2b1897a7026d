/**
 * Passes that more than one venue claims: the first scan is stored, each later one of another venue is refused and noted here.
 * A note holds a tag of the pass, a blind index of the claim's place, and the place itself, sealed; all of it ends with the day's key.
 * It settles no dispute: a release says which of its records are disputed, and how many claims of its windows were refused.
 */
import { Effect } from "effect";
import { blindIndexes, blindIndexesOver, hourOf } from "../protocol/blindindex.ts";
import { disputeTag } from "../protocol/disputetag.ts";
import { hexOf } from "../protocol/fields.ts";
import type { Pass } from "../protocol/pass.ts";
import type { Scan } from "../protocol/scan.ts";
import type { SqlValues, StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { openClaim, sealClaim, type ClaimedPlace } from "./claimfield.ts";
import type { Days, KeptDay } from "./days.ts";
import type { PlaceVisits, Window } from "./placevisits.ts";

export const disputeSql = `
CREATE TABLE IF NOT EXISTS dispute (
  day INTEGER NOT NULL,
  tag BLOB NOT NULL CHECK (length(tag) = 16),
  blind_index INTEGER NOT NULL,
  claim BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS dispute_pass ON dispute (day, tag);
CREATE INDEX IF NOT EXISTS dispute_place ON dispute (day, blind_index);
`;

export interface Claimed {
  readonly day: number;
  readonly pass: Pass;
}

export interface Disputes {
  /** Notes a claim of a pass that is stored for another venue, once a venue, inside the caller's transaction. */
  readonly claim: (day: KeptDay, scan: Scan) => Effect.Effect<void, StoreUnavailable>;
  /** For each stored record, in order, whether another venue claims its pass too; only while its day is kept. */
  readonly disputed: (records: readonly Claimed[]) => Effect.Effect<readonly boolean[], StoreUnavailable>;
  /** How many claims of a venue in a window were refused because another venue's stands. */
  readonly refusedClaims: (window: Window) => Effect.Effect<number, StoreUnavailable>;
}

const damaged = new StoreUnavailable({ reason: "damaged", detail: "a refused claim" });

/** The claims in rows of tag and sealed place. */
const opened = (
  { claimKey }: KeptDay,
  rows: readonly SqlValues[],
): Effect.Effect<readonly ClaimedPlace[], StoreUnavailable> =>
  Effect.forEach(rows, ([tag, sealed]) => {
    const claim =
      tag instanceof Uint8Array && sealed instanceof Uint8Array
        ? openClaim(claimKey, tag, sealed)
        : undefined;
    return claim === undefined ? Effect.fail(damaged) : Effect.succeed(claim);
  });

export const makeDisputes = (store: StoreService, days: Days, placeVisits: PlaceVisits): Disputes => ({
  claim: Effect.fnUntraced(function* (kept, { venue, scannedAtMs, pass }) {
    const { day, disputeKey, blindIndex, claimKey } = kept;
    const tag = disputeTag(disputeKey, pass.epochId, pass.number);
    const before = yield* store.values("SELECT tag, claim FROM dispute WHERE day = ?1 AND tag = ?2", [
      day,
      tag,
    ]);
    if ((yield* opened(kept, before)).some((claim) => claim.venue === venue)) return;
    const [index = 0] = blindIndexes(blindIndex, [venue], [hourOf(scannedAtMs)]);
    yield* store.run("INSERT INTO dispute (day, tag, blind_index, claim) VALUES (?1, ?2, ?3, ?4)", [
      day,
      tag,
      index,
      sealClaim(claimKey, tag, { venue, scannedAtMs }),
    ]);
  }),
  disputed: Effect.fnUntraced(function* (records) {
    const marks = records.map(() => false);
    for (const [day, places] of Map.groupBy(records.keys(), (place) => records[place]?.day ?? 0)) {
      const rows = yield* store.values("SELECT DISTINCT tag FROM dispute WHERE day = ?1", [day]);
      const kept = rows.length === 0 ? undefined : yield* days.find(day);
      if (kept === undefined) continue;
      const tags = new Set(rows.map(([tag]) => (tag instanceof Uint8Array ? hexOf(tag) : "")));
      for (const place of places) {
        const { pass } = records[place] ?? {};
        if (pass === undefined) continue;
        marks[place] = tags.has(hexOf(disputeTag(kept.disputeKey, pass.epochId, pass.number)));
      }
    }
    return marks;
  }),
  refusedClaims: Effect.fnUntraced(function* (window) {
    const { venue, fromMs, untilMs } = window;
    const { first, last } = placeVisits.daysOf(window);
    let claims = 0;
    for (let day = first; day <= last; day += 1) {
      const kept = yield* days.find(day);
      if (kept === undefined) continue;
      const indexes = blindIndexesOver(kept.blindIndex, venue, fromMs, untilMs);
      const rows = yield* store.values(
        `SELECT tag, claim FROM dispute WHERE day = ?1 AND ${store.dialect.isOneOf("blind_index", "?2")}`,
        [day, JSON.stringify([...indexes])],
      );
      for (const claim of yield* opened(kept, rows))
        if (claim.venue === venue && claim.scannedAtMs >= fromMs && !(claim.scannedAtMs >= untilMs))
          claims += 1;
    }
    return claims;
  }),
});
