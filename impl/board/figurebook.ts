// The board's store: the published figures, one row a day in Seoul, the latest correction of each.
// Its handlers read and write here; nothing else of the party is kept.
// It refuses nothing itself: what a figure may be stands in the contract.
import { Clock, Context, Effect, Layer } from "effect";
import type { DailyFigures, PublishedFigures } from "../protocol/figures.ts";
import { Store, type SqlValues } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export type Published = typeof PublishedFigures.Type;

export class FigureBook extends Context.Service<
  FigureBook,
  {
    /** The latest day first, at most as many days as a year has. */
    readonly list: Effect.Effect<ReadonlyArray<Published>, StoreUnavailable>;
    /** Publishes or corrects a day; durable when it answers. */
    readonly publish: (
      date: string,
      figures: typeof DailyFigures.Type,
    ) => Effect.Effect<Published, StoreUnavailable>;
  }
>()("entrylog/impl/board/FigureBook") {}

const daysMost = 366;

const table = `CREATE TABLE IF NOT EXISTS figures (
  date TEXT PRIMARY KEY,
  confirmed INTEGER NOT NULL,
  in_treatment INTEGER NOT NULL,
  released INTEGER NOT NULL,
  deceased INTEGER NOT NULL,
  tested INTEGER NOT NULL,
  published_at INTEGER NOT NULL
) STRICT`;

const write = `INSERT INTO figures (date, confirmed, in_treatment, released, deceased, tested, published_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (date) DO UPDATE SET confirmed = excluded.confirmed, in_treatment = excluded.in_treatment,
  released = excluded.released, deceased = excluded.deceased, tested = excluded.tested,
  published_at = excluded.published_at`;

const read = `SELECT date, confirmed, in_treatment, released, deceased, tested, published_at
FROM figures ORDER BY date DESC LIMIT ${String(daysMost)}`;

const publishedOf = ([date, ...numbers]: SqlValues): Published => {
  const [confirmed, inTreatment, released, deceased, tested, publishedAtMs] = numbers.map(Number);
  return {
    date: String(date),
    confirmed: confirmed ?? 0,
    inTreatment: inTreatment ?? 0,
    released: released ?? 0,
    deceased: deceased ?? 0,
    tested: tested ?? 0,
    publishedAtMs: publishedAtMs ?? 0,
  };
};

export const figureBookLayer: Layer.Layer<FigureBook, StoreUnavailable, Store> = Layer.effect(
  FigureBook,
  Effect.gen(function* () {
    const store = yield* Store;
    yield* store.script(table);
    return {
      list: Effect.map(store.values(read), (rows) => rows.map(publishedOf)),
      publish: Effect.fnUntraced(function* (date, figures) {
        const publishedAtMs = yield* Clock.currentTimeMillis;
        const { confirmed, inTreatment, released, deceased, tested } = figures;
        yield* store.run(write, [date, confirmed, inTreatment, released, deceased, tested, publishedAtMs]);
        return { date, ...figures, publishedAtMs };
      }),
    };
  }),
);
