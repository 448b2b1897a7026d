/**
 * The epochs that issuers registered, with their bitmaps of passes already stored, held in memory up to a limit.
 * Bits are set in memory inside a transaction and written once a batch, over exactly what was read before: where another process
 * has written in between, the transaction fails. After a failure everything here is forgotten. An epoch goes with its day.
 */
import { Effect } from "effect";
import { epochCapacity } from "../protocol/pass.ts";
import { importVerifyingKey, type VerifyingKey } from "../protocol/ed25519.ts";
import { hexOf, sameBytes } from "../protocol/fields.ts";
import type { SealedShare } from "../protocol/shares.ts";
import type { Deposit } from "../protocol/deposit.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { Days } from "./days.ts";
import { encodeShares, openShares, sealShares } from "./sharesfield.ts";

export interface KnownEpoch {
  readonly id: Uint8Array;
  readonly issuer: number;
  readonly day: number;
  readonly passKey: VerifyingKey;
  readonly bitmap: Uint8Array;
}

export interface Epochs {
  /** Those of these epochs that are registered, by name; good until the batch ends. */
  readonly load: (
    names: Iterable<string>,
  ) => Effect.Effect<ReadonlyMap<string, KnownEpoch>, StoreUnavailable>;
  /** Whether all of these are in memory, so that loading them reads nothing. */
  readonly holds: (names: Iterable<string>) => boolean;
  /** Registers an epoch whose id is not known, inside the caller's transaction. */
  readonly register: (deposit: Deposit) => Effect.Effect<void, StoreUnavailable>;
  /** Whether exactly this was registered: the same epoch, day, key and shares. */
  readonly isSame: (deposit: Deposit) => Effect.Effect<boolean, StoreUnavailable>;
  readonly isStored: (epoch: KnownEpoch, number: number) => boolean;
  readonly store: (epoch: KnownEpoch, number: number) => void;
  /** Writes the bitmaps that changed, inside the caller's transaction; it is `overtaken` when one is not as it was read. */
  readonly flush: Effect.Effect<void, StoreUnavailable>;
  readonly shares: (name: string) => Effect.Effect<readonly SealedShare[], StoreUnavailable>;
  readonly forgetDay: (day: number) => void;
  /** Keeps to the limit; only between two batches. */
  readonly trim: () => void;
  readonly discard: () => void;
}

const heldMax = 8_192;
const keysMax = 256;

/** The id as a text for maps: quick to make, one character a byte. */
export const epochName = (id: Uint8Array): string =>
  Buffer.from(id.buffer, id.byteOffset, id.length).toString("latin1");
const overtaken = new StoreUnavailable({ reason: "overtaken", detail: "the passes stored of an epoch" });
const idOf = (name: string): Uint8Array => Buffer.from(name, "latin1");

export const makeEpochs = (store: StoreService, days: Days): Epochs => {
  const held = new Map<string, KnownEpoch>();
  /** The epochs that changed, each with its bitmap as the store has it. */
  const dirty = new Map<KnownEpoch, Uint8Array>();
  const keys = new Map<string, VerifyingKey>();

  const keyOf = (raw: Uint8Array): VerifyingKey | undefined => {
    const name = hexOf(raw);
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = importVerifyingKey(raw);
    if (keys.size >= keysMax) keys.clear();
    if (key !== undefined) keys.set(name, key);
    return key;
  };

  const loadOne = Effect.fnUntraced(function* (name: string) {
    const id = idOf(name);
    const [row] = yield* store.values("SELECT issuer, day, pass_key, bitmap FROM epoch WHERE id = ?1", [id]);
    if (row === undefined) return undefined;
    const [issuer, day, passKey, bitmap] = row;
    const key = passKey instanceof Uint8Array ? keyOf(passKey) : undefined;
    if (key === undefined || !(bitmap instanceof Uint8Array))
      return yield* new StoreUnavailable({ reason: "damaged", detail: "the row of an epoch" });
    const epoch: KnownEpoch = { id, issuer: Number(issuer), day: Number(day), passKey: key, bitmap };
    held.set(name, epoch);
    return epoch;
  });

  const sharesOf = Effect.fnUntraced(function* (name: string) {
    const [row] = yield* store.values("SELECT day, shares FROM epoch WHERE id = ?1", [idOf(name)]);
    const key = row === undefined ? undefined : yield* days.sharesKey(Number(row[0]));
    // The epoch or its day has ended: then there is nothing to hand out.
    if (key === undefined || !(row?.[1] instanceof Uint8Array)) return [];
    const shares = openShares(key, idOf(name), row[1]);
    return shares ?? (yield* new StoreUnavailable({ reason: "damaged", detail: "the shares of an epoch" }));
  });

  return {
    holds: (names) => {
      for (const name of names) if (!held.has(name)) return false;
      return true;
    },
    load: Effect.fnUntraced(function* (names) {
      const found = new Map<string, KnownEpoch>();
      for (const name of names) {
        if (found.has(name)) continue;
        const epoch = held.get(name) ?? (yield* loadOne(name));
        if (epoch !== undefined) found.set(name, epoch);
      }
      return found;
    }),
    register: Effect.fnUntraced(function* ({ epochId, issuer, day, startedAtMs, passKey, shares }) {
      const key = yield* days.sharesKey(day);
      if (key === undefined)
        return yield* new StoreUnavailable({ reason: "damaged", detail: "the key of a day that is open" });
      yield* store.run(
        `INSERT INTO epoch (id, issuer, day, started_at, pass_key, shares, bitmap)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
        [
          epochId,
          issuer,
          day,
          startedAtMs,
          passKey,
          sealShares(key, epochId, shares),
          new Uint8Array(epochCapacity / 8),
        ],
      );
    }),
    isStored: ({ bitmap }, number) => (((bitmap[number >> 3] ?? 0) >> (number & 7)) & 1) === 1,
    store: (epoch, number) => {
      if (!dirty.has(epoch)) dirty.set(epoch, epoch.bitmap.slice());
      epoch.bitmap[number >> 3] = (epoch.bitmap[number >> 3] ?? 0) | (1 << (number & 7));
    },
    flush: Effect.gen(function* () {
      // In one order everywhere, so that two processes never wait for each other.
      const changed = [...dirty].sort(([one], [other]) => Buffer.compare(one.id, other.id));
      dirty.clear();
      const written = yield* store.runEach(
        "UPDATE epoch SET bitmap = ?2 WHERE id = ?1 AND bitmap = ?3",
        changed.map(([{ id, bitmap }, before]) => [id, bitmap, before]),
      );
      if (written < changed.length) return yield* overtaken;
    }),
    isSame: Effect.fnUntraced(function* ({ epochId, issuer, day, startedAtMs, passKey, shares }) {
      const [row] = yield* store.values("SELECT issuer, day, started_at, pass_key FROM epoch WHERE id = ?1", [
        epochId,
      ]);
      const [issuerThen, dayThen, startedThen, keyThen] = row ?? [];
      return (
        Number(issuerThen) === issuer &&
        Number(dayThen) === day &&
        Number(startedThen) === startedAtMs &&
        keyThen instanceof Uint8Array &&
        sameBytes(keyThen, passKey) &&
        sameBytes(encodeShares(yield* sharesOf(epochName(epochId))), encodeShares(shares))
      );
    }),
    shares: sharesOf,
    forgetDay: (day) => {
      for (const [name, epoch] of held) if (epoch.day === day) held.delete(name);
    },
    trim: () => {
      if (held.size > heldMax) held.clear();
    },
    discard: () => {
      held.clear();
      dirty.clear();
    },
  };
};
