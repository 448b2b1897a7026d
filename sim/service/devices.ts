// The scanning devices of all venues of a simulated city: each has its own key and its registration with the custodian.
// One process holds them all here; in the service each venue has its own. A venue that never registered has a key nobody knows.
import { Effect } from "effect";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../impl/protocol/ed25519.ts";
import type { CustodianService } from "../../impl/custodian/custodian.ts";
import type { World } from "../world/world.ts";
import { kindOf } from "../world/venues.ts";
import type { Action } from "./actions.ts";

export interface Devices {
  /** The public keys of all devices: what tells one place from another in a store. */
  readonly publicKeys: readonly Uint8Array[];
  /** By the number under which a venue sends: its device's key; and one of a number that nobody registered. */
  readonly keys: ReadonlyMap<number, SigningKey>;
  /** The number under which a scan is sent: the venue's own, counted from 1, or one that nobody registered. */
  readonly venueOf: (action: Action) => number;
}

const newKey = (): SigningKey => {
  const key = importSigningKey(drawSigningSeed());
  if (key === undefined) throw new Error("a drawn seed makes no key");
  return key;
};

/** Registers every venue of the world, by kind. */
export const registerDevices = Effect.fnUntraced(function* (world: World, custodian: CustodianService) {
  const keys = Array.from({ length: world.venues.count }, newKey);
  const unregistered = venueNumber(world.venues.count + 7);
  yield* custodian.registerVenues(
    keys.map((key, venue) => ({
      venue: venueNumber(venue),
      kind: kindOf(world.venues, venue)?.id ?? "other",
      deviceKey: key.publicKey,
    })),
  );
  return {
    publicKeys: keys.map(({ publicKey }) => publicKey),
    keys: new Map([
      ...keys.map((key, venue) => [venueNumber(venue), key] as const),
      [unregistered, newKey()],
    ]),
    venueOf: ({ venue, attempt }) =>
      attempt?.kind === "unknown-venue" || venue < 0 ? unregistered : venueNumber(venue),
  } satisfies Devices;
});

/** A venue of the world as parties number it. */
export const venueNumber = (venue: number): number => venue + 1;
export const venueOfNumber = (number: number): number => number - 1;
