/**
 * The venues that registered, with their kind and their device's public key (clauses F9, F10).
 * Any venue may join by choice, so a kind is any word; a number is taken once, and cannot be taken over with another key.
 */
import { Effect } from "effect";
import { refusalCodes } from "../generated/law.ts";
import { importVerifyingKey, type VerifyingKey } from "../protocol/ed25519.ts";
import type { Answers, VenueRegistration } from "../protocol/contracts.ts";
import { sameBytes } from "../protocol/fields.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface Venues {
  /** Each in order, all in one transaction; the same registration again is no mistake. */
  readonly register: (
    registrations: readonly VenueRegistration[],
    atMs: number,
  ) => Effect.Effect<Answers, StoreUnavailable>;
  /** The device's key of a venue that is in memory. */
  readonly held: (venue: number) => VerifyingKey | undefined;
  readonly load: (venues: Iterable<number>) => Effect.Effect<void, StoreUnavailable>;
}

const heldMax = 50_000;
const venueMost = 4_294_967_295;
const kindForm = /^[a-z][a-z0-9-]{0,39}$/;
const notAllowed = refusalCodes.indexOf("not-allowed");

const isWellFormed = ({ venue, kind, deviceKey }: VenueRegistration): boolean =>
  Number.isInteger(venue) && venue >= 0 && venue <= venueMost && kindForm.test(kind) && deviceKey.length === 32;

export const makeVenues = (store: StoreService): Venues => {
  const held = new Map<number, VerifyingKey>();

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
    if (key !== undefined) held.set(venue, key);
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
    held: (venue) => held.get(venue),
    load: (venues) =>
      Effect.suspend(() => {
        const missing = new Set<number>();
        for (const venue of venues) if (!held.has(venue)) missing.add(venue);
        if (missing.size === 0) return Effect.void;
        if (held.size > heldMax) held.clear();
        return Effect.forEach(missing, loadOne, { discard: true });
      }),
  };
};
