/**
 * The clock of a party: the later of Effect's clock and the last instant the party has stored.
 * So a clock that steps back, or a restart on a machine whose clock is wrong, never revives a right that has ended.
 */
import { Clock, Context, Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

const sql = `CREATE TABLE IF NOT EXISTS last_instant (
  single INTEGER PRIMARY KEY CHECK (single = 1),
  at INTEGER NOT NULL
) STRICT;
INSERT INTO last_instant VALUES (1, 0) ON CONFLICT DO NOTHING;`;

/** The present instant as a party's lifecycle services see it; a party with a store provides its own clock's. */
export const PartyNow = Context.Reference<Effect.Effect<number>>("entrylog/impl/lifecycle/PartyNow", {
  defaultValue: () => Clock.currentTimeMillis,
});

export interface PartyClock {
  /** The present instant in whole ms. */
  readonly now: Effect.Effect<number>;
  /** Stores an instant, inside the caller's transaction, if it is later than the last. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

export const makePartyClock = Effect.fnUntraced(function* (store: StoreService) {
  yield* store.script(sql);
  let last = 0;
  const learn = Effect.map(store.values("SELECT at FROM last_instant"), ([row]) => {
    last = Math.max(last, Number(row?.[0] ?? 0));
  });
  yield* learn;
  return {
    now: Effect.map(Clock.currentTimeMillis, (now) => (now >= last ? now : last)),
    remember: (atMs) =>
      Effect.suspend(() => {
        if (atMs > last) last = atMs;
        // Asked of the store each time: a transaction that failed may have been the one that stored it.
        return Effect.flatMap(
          store.run("UPDATE last_instant SET at = ?1 WHERE single = 1 AND at < ?1", [atMs]),
          // Another process of the party has stored a later one.
          (changed) => (changed === 0 && store.isShared ? learn : Effect.void),
        );
      }),
  } satisfies PartyClock;
});
