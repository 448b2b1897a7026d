/**
 * The venues that registered, with their kind and their device's public key (clauses F9, F10).
 * Any venue may join by choice, so a kind is any word; a number is taken once, and cannot be taken over with another key.
 */
import { Effect } from "effect";
import { refusalCodes } from "../generated/law.ts";
import { importVerifyingKey, type VerifyingKey } from "../protocol/ed25519.ts";
import type { Answers, VenueRegistration } from "../protocol/contracts.ts";
import { hexOf, sameBytes } from "../protocol/fields.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface Venues {
  /** Each in order, all in one transaction; the same registration again is no mistake. */
  readonly register: (
    registrations: readonly VenueRegistration[],
    atMs: number,
  ) => Effect.Effect<Answers, StoreUnavailable>;
  /** The device keys of those of these venues that are registered. */
  readonly keysOf: (
    venues: Iterable<number>,
  ) => Effect.Effect<ReadonlyMap<number, VerifyingKey>, StoreUnavailable>;
  /** The venue whose device has this key. */
  readonly venueOf: (deviceKey: Uint8Array) => Effect.Effect<number | undefined, StoreUnavailable>;
}

/** By which a device that connects is known. */
export const venueKeySql = "CREATE INDEX IF NOT EXISTS venue_device ON venue (device_key);";

const heldMax = 50_000;
const venueMost = 4_294_967_295;
const kindForm = /^[a-z][a-z0-9-]{0,39}$/;
const notAllowed = refusalCodes.indexOf("not-allowed");

const isWellFormed = ({ venue, kind, deviceKey }: VenueRegistration): boolean =>
  Number.isInteger(venue) &&
  venue >= 0 &&
  venue <= venueMost &&
  kindForm.test(kind) &&
  deviceKey.length === 32;

export const makeVenues = (store: StoreService): Venues => {
  const held = new Map<number, VerifyingKey>();
  const numbers = new Map<string, number>();

  const registerOne = Effect.fnUntraced(function* (registration: VenueRegistration, atMs: number) {
    if (!isWellFormed(registration)) return notAllowed;
    const { venue, kind, deviceKey } = registration;
    const [row] = yield* store.values("SELECT kind, device_key FROM venue WHERE venue = ?1", [venue]);
    if (row === undefined) {
      yield* store.run("INSERT INTO venue (venue, kind, device_key, registered_at) VALUES (?1, ?2, ?3, ?4)", [
        venue,
        kind,
        deviceKey,
        atMs,
      ]);
      return 0;
    }
    const same = row[0] === kind && row[1] instanceof Uint8Array && sameBytes(row[1], deviceKey);
    return same ? 0 : notAllowed;
  });

  const loadOne = Effect.fnUntraced(function* (venue: number) {
    const [row] = yield* store.values("SELECT device_key FROM venue WHERE venue = ?1", [venue]);
    const key = row?.[0] instanceof Uint8Array ? importVerifyingKey(row[0]) : undefined;
    if (key === undefined) return undefined;
    if (held.size >= heldMax) held.clear();
    held.set(venue, key);
    return key;
  });

  return {
    register: (registrations, atMs) =>
      Effect.map(
        inOneBatch(
          store,
          [],
          Effect.forEach(registrations, (registration) => registerOne(registration, atMs)),
        ),
        (answers) => Int32Array.from(answers),
      ),
    venueOf: Effect.fnUntraced(function* (deviceKey) {
      const name = hexOf(deviceKey);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      const [row] = yield* store.values(
        "SELECT venue FROM venue WHERE device_key = ?1 ORDER BY venue LIMIT 1",
        [deviceKey],
      );
      if (row === undefined) return undefined;
      if (numbers.size >= heldMax) numbers.clear();
      numbers.set(name, Number(row[0]));
      return Number(row[0]);
    }),
    keysOf: Effect.fnUntraced(function* (venues) {
      const found = new Map<number, VerifyingKey>();
      for (const venue of venues) {
        if (found.has(venue)) continue;
        const key = held.get(venue) ?? (yield* loadOne(venue));
        if (key !== undefined) found.set(venue, key);
      }
      return found;
    }),
  };
};
