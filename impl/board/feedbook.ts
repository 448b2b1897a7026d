// The board's book of what a source said: the last good figures by region and day, when they were taken over, and what is wrong since.
// The feed writes here and the status board reads. A source that cannot be read takes nothing away.
// Figures of another source or nation never mix: with a new origin the book begins anew.
import { Context, Effect, Layer } from "effect";
import { boardDaysMost, feedTroubles, type FeedTroubleCode } from "../protocol/figures.ts";
import { Store, type SqlValue, type SqlValues } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { dateOf, dayOf } from "./calendar.ts";
import type { Counts, Gathered } from "./feed/gathering.ts";

export interface FeedState {
  readonly origin: string;
  /** Of the nation. */
  readonly latest: string | null;
  readonly readAtMs: number | null;
  readonly trouble: { readonly code: FeedTroubleCode; readonly sinceMs: number } | null;
}

export interface Taken {
  readonly gathered: Gathered;
  /** Of the nation. */
  readonly latest: string;
  readonly atMs: number;
  /** Everything that the source knows; otherwise only some days, and the others stay. */
  readonly isWhole: boolean;
}

export class FeedBook extends Context.Service<
  FeedBook,
  {
    readonly state: Effect.Effect<FeedState, StoreUnavailable>;
    readonly since: (date: string) => Effect.Effect<Gathered, StoreUnavailable>;
    readonly take: (taken: Taken) => Effect.Effect<void, StoreUnavailable>;
    /** The first trouble since the last good figures says since when; the last one says which. */
    readonly stumble: (code: FeedTroubleCode, atMs: number) => Effect.Effect<void, StoreUnavailable>;
  }
>()("entrylog/impl/board/FeedBook") {}

const tables = `CREATE TABLE IF NOT EXISTS feed_figures (
  region TEXT NOT NULL,
  date TEXT NOT NULL,
  confirmed INTEGER,
  released INTEGER,
  deceased INTEGER,
  tested INTEGER,
  PRIMARY KEY (region, date)
) STRICT;
CREATE TABLE IF NOT EXISTS feed_state (
  origin TEXT NOT NULL PRIMARY KEY,
  latest TEXT,
  read_at INTEGER,
  trouble TEXT,
  trouble_since INTEGER
) STRICT`;

const write = `INSERT INTO feed_figures (region, date, confirmed, released, deceased, tested)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (region, date) DO UPDATE SET confirmed = excluded.confirmed, released = excluded.released,
  deceased = excluded.deceased, tested = excluded.tested`;

const read = `SELECT region, date, confirmed, released, deceased, tested FROM feed_figures WHERE date >= ?1
ORDER BY region, date`;

const numberOf = (value: SqlValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

const textOf = (value: SqlValue | undefined): string | null => (typeof value === "string" ? value : null);

const gatheredOf = (rows: ReadonlyArray<SqlValues>): Gathered => {
  const gathered = new Map<string, Map<string, Counts>>();
  for (const [region, date, confirmed, released, deceased, tested] of rows) {
    const days = gathered.get(String(region)) ?? new Map<string, Counts>();
    gathered.set(String(region), days);
    days.set(String(date), {
      confirmed: numberOf(confirmed),
      released: numberOf(released),
      deceased: numberOf(deceased),
      tested: numberOf(tested),
    });
  }
  return gathered;
};

const stateOf = (origin: string, row: SqlValues | undefined): FeedState => {
  const [latest, readAtMs, trouble, sinceMs] = row ?? [];
  const code = feedTroubles.find((each) => each === trouble);
  return {
    origin,
    latest: textOf(latest),
    readAtMs: numberOf(readAtMs),
    trouble: code === undefined ? null : { code, sinceMs: numberOf(sinceMs) ?? 0 },
  };
};

/** The book of an origin: a text that is another one for every other source, form or nation. */
export const openFeedBook = Effect.fnUntraced(function* (origin: string) {
  const store = yield* Store;
  yield* store.script(tables);
  yield* store.transaction(
    Effect.gen(function* () {
      const known = yield* store.values("SELECT origin FROM feed_state WHERE origin = ?1", [origin]);
      if (known.length > 0) return;
      yield* store.run("DELETE FROM feed_state");
      yield* store.run("DELETE FROM feed_figures");
      yield* store.run("INSERT INTO feed_state (origin) VALUES (?1)", [origin]);
    }),
  );
  return FeedBook.of({
    state: Effect.map(
      store.values("SELECT latest, read_at, trouble, trouble_since FROM feed_state"),
      ([row]) => stateOf(origin, row),
    ),
    since: (date) => Effect.map(store.values(read, [date]), gatheredOf),
    take: ({ gathered, latest, atMs, isWhole }) => {
      const first = dateOf(dayOf(latest) - boardDaysMost + 1);
      const rows = [...gathered].flatMap(([region, days]) =>
        [...days]
          .filter(([date]) => date >= first)
          .map(([date, { confirmed, released, deceased, tested }]) => [
            region,
            date,
            confirmed,
            released,
            deceased,
            tested,
          ]),
      );
      return store.transaction(
        Effect.gen(function* () {
          yield* store.run("DELETE FROM feed_figures WHERE date < ?1", [isWhole ? "9999" : first]);
          yield* store.runEach(write, rows);
          yield* store.run(
            "UPDATE feed_state SET latest = ?1, read_at = ?2, trouble = NULL, trouble_since = NULL",
            [latest, atMs],
          );
        }),
      );
    },
    stumble: (code, atMs) =>
      Effect.asVoid(
        store.run("UPDATE feed_state SET trouble = ?1, trouble_since = coalesce(trouble_since, ?2)", [
          code,
          atMs,
        ]),
      ),
  });
});

export const feedBookLayer = (origin: string): Layer.Layer<FeedBook, StoreUnavailable, Store> =>
  Layer.effect(FeedBook, openFeedBook(origin));
