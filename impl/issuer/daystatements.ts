/**
 * An issuer's signed word that a Seoul day has ended: how many keys and aliases of it were destroyed, and what that is worth.
 * Keys and aliases lie outside the store, so what there is to destroy is counted before, in the store, and said after, in one
 * transaction with the mark that it was: a crash at any moment leaves it to be said once, and never twice.
 */
import { Effect } from "effect";
import type { TransparencyLog } from "../log/transparencylog.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";

export const dayStatementSql = `CREATE TABLE IF NOT EXISTS day_statement (
  day INTEGER PRIMARY KEY,
  keys INTEGER NOT NULL,
  aliases INTEGER NOT NULL,
  -- The place in the log of what was said; none while the day is being erased.
  place INTEGER
) STRICT;
`;

export interface DayStatements {
  /** Counts what the days that are over hold, before it is destroyed. */
  readonly note: (nowMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** Says of each day that was counted and is destroyed now that it is; answers the days. */
  readonly state: (nowMs: number) => Effect.Effect<readonly number[], StoreUnavailable>;
}

const keysOf = (day: number): ReadonlySet<string> =>
  new Set([`handles-${String(day)}`, `passes-${String(day)}`, `aliases-${String(day)}`]);

export const makeDayStatements = (
  store: StoreService,
  vault: VaultService,
  aliases: AliasesService,
  log: TransparencyLog["Service"],
): DayStatements => {
  const keysKept = (day: number): number => {
    const ours = keysOf(day);
    return vault.names().filter((name) => ours.has(name)).length;
  };

  return {
    note: Effect.fnUntraced(function* (nowMs) {
      const over = yield* store.values('SELECT key FROM day WHERE ?1 >= "endsAt"', [nowMs]);
      for (const day of over.map(([key]) => Number(key)))
        yield* store.run(
          "INSERT INTO day_statement (day, keys, aliases) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
          [day, keysKept(day), yield* aliases.count(day)],
        );
    }),
    state: (nowMs) =>
      store.transaction(
        Effect.gen(function* () {
          const stated: number[] = [];
          const rows = yield* store.values(
            "SELECT day, keys, aliases FROM day_statement WHERE place IS NULL ORDER BY day",
          );
          for (const [day, keys, count] of rows.map((row) => row.map(Number))) {
            if (day === undefined || keysKept(day) > 0 || aliases.days().includes(day)) continue;
            const place = yield* log.append({
              kind: "day.erased",
              day,
              erasedAtMs: nowMs,
              means: vault.statement,
              keys: keys ?? 0,
              aliases: count ?? 0,
            });
            yield* store.run("UPDATE day_statement SET place = ?2 WHERE day = ?1", [day, place]);
            stated.push(day);
          }
          return stated;
        }),
      ),
  };
};
