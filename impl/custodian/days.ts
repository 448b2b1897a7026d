/**
 * The Seoul days that the custodian keeps: for each a table of visits, a key in the vault, and a run of free positions.
 * A position is used once under a key: a run is taken in the store before the first visit is written, after a restart and after a
 * transaction that failed, so that no two processes share one; it begins at a random distance behind the last, so that what an
 * unfinished write left on the disk never shares a keystream with anything. It decides nothing about when a day ends; it is told.
 */
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { blindIndexKeyOf, type BlindIndexKey } from "../protocol/blindindex.ts";
import { disputeKeyOf, type DisputeKey } from "../protocol/disputetag.ts";
import { randomBelow, randomBytes } from "../protocol/randomness.ts";
import { importRecordKey, type RecordKey } from "../protocol/recordcipher.ts";
import type { SealKey } from "../store/sealedbytes.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import { claimKeyOf } from "./claimfield.ts";
import { sharesKeyOf } from "./sharesfield.ts";
import { dateOf, viewSql, visitSqlOf, visitTablesSql, type VisitSql } from "./visittable.ts";

export interface KeptDay {
  readonly day: number;
  readonly endsAtMs: number;
  readonly key: RecordKey;
  /** For the tags of passes that two venues claim; it ends with the day's key, from which it is made. */
  readonly disputeKey: DisputeKey;
  /** For places and times of such claims, and for finding visits by place and time; they end with it too. */
  readonly claimKey: SealKey;
  readonly blindIndex: BlindIndexKey;
  readonly sql: VisitSql;
  /** The next free position, once there is a run of them. */
  next: number | undefined;
}

export interface Days {
  /** The day if it is kept; it may be over all the same, when the sweep is late. */
  readonly find: (day: number) => Effect.Effect<KeptDay | undefined, StoreUnavailable>;
  /** A day that is in memory. */
  readonly held: (day: number) => KeptDay | undefined;
  /** Takes positions for so many visits of this day, inside the caller's transaction; answers the first. */
  readonly takePositions: (day: KeptDay, visits: number) => Effect.Effect<number, StoreUnavailable>;
  /** Under which the officers' sealed shares of a day lie here; undefined when the day has ended or was never opened. */
  readonly sharesKey: (day: number) => Effect.Effect<SealKey | undefined, StoreUnavailable>;
  /** Makes key, table and view of a day, inside the caller's transaction. */
  readonly open: (day: number, endsAtMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** The first half of an end, before its transaction: from here on nobody can read the day. */
  readonly eraseKey: (day: number) => Effect.Effect<void, StoreUnavailable>;
  /** The second half, inside the caller's transaction; answers how many visits there were. */
  readonly drop: (day: number) => Effect.Effect<number, StoreUnavailable>;
  /** Forgets the days that are stored no more, whoever ended them; answers which. */
  readonly forgetEnded: Effect.Effect<readonly number[], StoreUnavailable>;
  /** After a failed transaction: forgets everything, so that what is stored is read again. */
  readonly discard: () => void;
}

/** More than one process ever writes of one day, and the same again before it, drawn at random. */
const positionsOfRun = 4_294_967_296;
const keyBytes = 32;
const keyNameOf = (day: number): string => `visits-${dateOf(day)}`;

export const makeDays = (store: StoreService, vault: VaultService): Days => {
  const kept = new Map<number, KeptDay>();
  const sharesKeys = new Map<number, SealKey>();

  const recreateView = Effect.gen(function* () {
    const tables = yield* store.values(visitTablesSql(store.dialect));
    yield* store.script(viewSql(tables.map(([name]) => String(name))));
  });

  const find = Effect.fnUntraced(function* (day: number) {
    const held = kept.get(day);
    if (held !== undefined) return held;
    const [row] = yield* store.values('SELECT "endsAt" FROM day WHERE key = ?1', [String(day)]);
    if (row === undefined) return undefined;
    const secret = yield* vault.get(keyNameOf(day));
    if (secret === undefined) return undefined;
    const found: KeptDay = {
      day,
      endsAtMs: row[0] === null ? never : Number(row[0]),
      key: importRecordKey(secret.bytes),
      disputeKey: disputeKeyOf(secret.bytes),
      claimKey: claimKeyOf(secret.bytes),
      blindIndex: blindIndexKeyOf(secret.bytes),
      sql: visitSqlOf(day, store.dialect),
      next: undefined,
    };
    kept.set(day, found);
    return found;
  });

  const takeRun = Effect.fnUntraced(function* (day: number) {
    // Written first: whoever else takes a run of this day waits here, and reads what was taken before.
    yield* store.run("UPDATE day_count SET last_position = last_position + ?2 WHERE day = ?1", [
      day,
      2 * positionsOfRun,
    ]);
    const [row] = yield* store.values("SELECT last_position FROM day_count WHERE day = ?1", [day]);
    return Number(row?.[0] ?? 0) - 2 * positionsOfRun + 1 + randomBelow(positionsOfRun);
  });

  return {
    find,
    held: (day) => kept.get(day),
    takePositions: Effect.fnUntraced(function* (day, visits) {
      const first = day.next ?? (yield* takeRun(day.day));
      day.next = first + visits;
      return first;
    }),
    sharesKey: Effect.fnUntraced(function* (day) {
      const known = sharesKeys.get(day);
      if (known !== undefined) return known;
      const secret = yield* vault.get(keyNameOf(day));
      if (secret === undefined) return undefined;
      const key = sharesKeyOf(secret.bytes);
      sharesKeys.set(day, key);
      return key;
    }),
    open: Effect.fnUntraced(function* (day, endsAtMs) {
      const name = keyNameOf(day);
      // Left by a start that was cut short, the key protects nothing yet and may serve.
      if ((yield* vault.get(name)) === undefined) yield* vault.put(name, randomBytes(keyBytes), endsAtMs);
      yield* store.script(visitSqlOf(day, store.dialect).create);
      yield* store.run(
        "INSERT INTO day_count (day, date, recorded, erased, last_position) VALUES (?1, ?2, 0, 0, 0) ON CONFLICT DO NOTHING",
        [day, dateOf(day)],
      );
      yield* recreateView;
    }),
    eraseKey: Effect.fnUntraced(function* (day) {
      yield* vault.erase(keyNameOf(day));
      kept.delete(day);
      sharesKeys.delete(day);
    }),
    drop: Effect.fnUntraced(function* (day) {
      const { drop } = visitSqlOf(day, store.dialect);
      // Of what was recorded: counting the rows themselves would make a great day's end cost more than a small one's.
      const [row] = yield* store.values("SELECT recorded - erased FROM day_count WHERE day = ?1", [day]);
      const visits = Number(row?.[0] ?? 0);
      // The view names the table, so it makes room first.
      yield* store.script("DROP VIEW IF EXISTS visit");
      yield* store.run(drop);
      yield* store.run("DELETE FROM epoch WHERE day = ?1", [day]);
      yield* store.run("DELETE FROM dispute WHERE day = ?1", [day]);
      yield* store.run("UPDATE day_count SET erased = erased + ?2 WHERE day = ?1", [day, visits]);
      yield* recreateView;
      return visits;
    }),
    forgetEnded: Effect.gen(function* () {
      const stored = new Set((yield* store.values("SELECT key FROM day")).map(([key]) => Number(key)));
      const ended = [...new Set([...kept.keys(), ...sharesKeys.keys()])].filter((day) => !stored.has(day));
      for (const day of ended) {
        kept.delete(day);
        sharesKeys.delete(day);
      }
      return ended;
    }),
    discard: () => {
      kept.clear();
      sharesKeys.clear();
    },
  };
};
