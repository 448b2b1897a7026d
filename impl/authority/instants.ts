// The authority's time: the later of its clock and the last instant that it stored.
// Every method takes its instant here, once, so that a clock set back can never lengthen a case or an answer.
// The last instant is a row of its own, written in the transaction of the change that happened then.
import { Clock, Effect } from "effect";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface Instants {
  /** In ms. */
  readonly now: Effect.Effect<number>;
  /** Inside the transaction of what is stored at this instant. */
  readonly remember: (atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

const createSql = `CREATE TABLE IF NOT EXISTS last_instant (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  at INTEGER NOT NULL
) STRICT;`;

const writeSql = `INSERT INTO last_instant (one, at) VALUES (1, ?)
  ON CONFLICT (one) DO UPDATE SET at = max(at, excluded.at)`;

export const openInstants = Effect.fnUntraced(function* (store: StoreService) {
  yield* store.script(createSql);
  const [row] = yield* store.values("SELECT at FROM last_instant");
  let lastMs = Number(row?.[0] ?? 0);
  return {
    now: Effect.map(Clock.currentTimeMillis, (clockMs) => Math.max(clockMs, lastMs)),
    remember: (atMs) =>
      Effect.map(store.run(writeSql, [atMs]), () => {
        lastMs = Math.max(lastMs, atMs);
      }),
  } satisfies Instants;
});
