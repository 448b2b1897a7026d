// The rows of one lifecycle: a write-through cache over one SQL table, which every lifecycle service works on.
// A batch loads its keys into slots, changes columns and touches them, appends events, and flushes inside the
// caller's transaction; then the book settles, or discards everything when the transaction failed.
// Slots, columns and ids are good until then, and no longer. It decides nothing and reads no clock.
import { Effect } from "effect";
import { makeColumnSet } from "./columns.ts";
import { makeEventQueue } from "./eventqueue.ts";
import { makeInternedIds } from "./internedids.ts";
import { makeRowCode } from "./rowcode.ts";
import { makeRowSql } from "./rowsql.ts";
import type { Columns, RowTable } from "./rowtable.ts";
import type { SqlValue, StoreService } from "./store.ts";
import { StoreUnavailable } from "./unavailable.ts";

export interface BookOptions {
  /** How many rows may stay in memory between two batches; 200,000 unless told otherwise. */
  readonly cachedRowsMax?: number;
}

export interface Book {
  readonly table: RowTable;
  /** Brings the rows of these keys into slots and answers them in order; a missing row is one at rest. */
  readonly load: (keys: ReadonlyArray<string>) => Effect.Effect<Int32Array, StoreUnavailable>;
  /** The slot of a loaded key; -1 for any other. */
  readonly slot: (key: string) => number;
  readonly keyOf: (slot: number) => string;
  /** Replaced when they grow: take them after the last load. */
  readonly columns: Columns;
  readonly touch: (slot: number) => void;
  readonly append: (slot: number, event: string, transition: string, state: number, atMs: number) => void;
  readonly flush: () => Effect.Effect<void, StoreUnavailable>;
  /** After the commit: rows that are gone leave the cache, and all of them when it has outgrown its limit. */
  readonly settle: () => void;
  /** After a failed transaction: forgets everything, so that what SQL holds is read again. */
  readonly discard: () => void;
  /** Keys of rows with a deadline at or before now, at most so many. */
  readonly due: (nowMs: number, keysMax: number) => Effect.Effect<ReadonlyArray<string>, StoreUnavailable>;
  readonly idOf: (text: string) => number;
  readonly textOf: (id: number) => string | undefined;
  readonly cachedRows: () => number;
}

const keysAtOnce = 1_000;
const capacityAtFirst = 1_024;

export const makeBook = (store: StoreService, table: RowTable, options: BookOptions = {}): Book => {
  const cachedRowsMax = options.cachedRowsMax ?? 200_000;
  const columns = makeColumnSet(table, capacityAtFirst);
  const ids = makeInternedIds();
  const code = makeRowCode(table, columns, ids);
  const sql = makeRowSql(table, store.dialect);
  const events = makeEventQueue();

  const slots = new Map<string, number>();
  const keys: Array<string> = [];
  const free: Array<number> = [];
  /** Slots whose row is at rest or gone, as far as loads and flushes have seen: candidates to leave the cache. */
  const perhapsGone = new Set<number>();
  const dirty = new Set<number>();
  /** Slots whose stored row, if there is one, must go before anything is written for its key. */
  const erased = new Set<number>();
  /** By slot: the sequence of the row's last event. */
  const sequences: Array<number> = [];

  const isGone = (slot: number): boolean => table.gone[columns.state()[slot] ?? 0] ?? true;

  const take = (key: string): number => {
    const slot = free.pop() ?? keys.length;
    if (slot >= columns.capacity()) columns.grow();
    keys[slot] = key;
    sequences[slot] = 0;
    columns.rest(slot);
    slots.set(key, slot);
    return slot;
  };

  const discard = (): void => {
    for (const work of [slots, dirty, erased, perhapsGone]) work.clear();
    for (const list of [keys, free, sequences]) list.length = 0;
    events.clear();
    ids.forget();
  };

  const bring = Effect.fnUntraced(function* (missing: ReadonlyArray<string>) {
    for (let start = 0; start < missing.length; start += keysAtOnce) {
      const chunk = missing.slice(start, start + keysAtOnce);
      const rows = yield* store.values(sql.select, [JSON.stringify(chunk)]);
      for (const row of rows) {
        const key = row[0];
        const slot = typeof key === "string" ? slots.get(key) : undefined;
        if (slot === undefined || !code.decode(row, slot)) {
          discard();
          return yield* new StoreUnavailable({ reason: "damaged", detail: `a row of ${table.machine}` });
        }
        sequences[slot] = Number(row[table.fields.length + 2] ?? 0);
        perhapsGone.delete(slot);
      }
    }
  });

  const load = Effect.fnUntraced(function* (wanted: ReadonlyArray<string>) {
    const missing: Array<string> = [];
    const found = new Int32Array(wanted.length);
    for (const [index, key] of wanted.entries()) {
      let slot = slots.get(key);
      if (slot === undefined) {
        slot = take(key);
        perhapsGone.add(slot);
        missing.push(key);
      }
      found[index] = slot;
    }
    if (missing.length > 0) yield* Effect.onError(bring(missing), () => Effect.sync(discard));
    return found;
  });

  const touch = (slot: number): void => {
    dirty.add(slot);
  };

  const flush = Effect.fnUntraced(function* () {
    const removed: Array<string> = [];
    const written: Array<ReadonlyArray<SqlValue>> = [];
    for (const slot of dirty) {
      const key = keys[slot] ?? "";
      const gone = isGone(slot);
      if (gone || erased.has(slot)) removed.push(key);
      if (gone) {
        perhapsGone.add(slot);
        sequences[slot] = 0;
        events.drop(slot);
      } else {
        perhapsGone.delete(slot);
        written.push(code.encode(key, slot));
      }
    }
    const appended = events.take((slot) => keys[slot] ?? "", code.stateWord);
    dirty.clear();
    erased.clear();
    if (removed.length > 0) yield* store.run(sql.remove, [JSON.stringify(removed)]);
    if (written.length > 0) yield* store.runEach(sql.upsert, written);
    if (appended.length > 0) yield* store.runEach(sql.append, appended);
  });

  return {
    table,
    load,
    slot: (key) => slots.get(key) ?? -1,
    keyOf: (slot) => keys[slot] ?? "",
    get columns() {
      return columns.columns();
    },
    touch,
    append: (slot, event, transition, state, atMs) => {
      touch(slot);
      if (table.gone[state] ?? true) {
        // What came before belongs to a row that ends here, and ends with it.
        events.drop(slot);
        erased.add(slot);
        sequences[slot] = 0;
        return;
      }
      const sequence = (sequences[slot] ?? 0) + 1;
      sequences[slot] = sequence;
      events.add(slot, { sequence, atMs, event, transition, state });
    },
    flush,
    settle: () => {
      if (slots.size > cachedRowsMax || ids.count() > cachedRowsMax) {
        discard();
        return;
      }
      for (const slot of perhapsGone) {
        slots.delete(keys[slot] ?? "");
        keys[slot] = "";
        free.push(slot);
      }
      perhapsGone.clear();
    },
    discard,
    due: Effect.fnUntraced(function* (nowMs, keysMax) {
      const found = new Set<string>();
      for (const text of sql.due) {
        for (const [key] of yield* store.values(text, [nowMs, keysMax])) {
          if (typeof key === "string" && found.size < keysMax) found.add(key);
        }
      }
      return [...found];
    }),
    idOf: ids.idOf,
    textOf: ids.textOf,
    cachedRows: () => slots.size,
  };
};
