/**
 * The people of a house that belong to no party: the officers with their keys, and the roster keeper with the key held elsewhere.
 * They have folders of their own, made at the first start, and the roster that the keeper signed then is what every party pins.
 * It hands no private key to a party.
 */
import { Clock, Effect, FileSystem, Path } from "effect";
import { newOfficer, officerOf, type OfficerClient } from "./officer/client.ts";
import { drawSigningSeed, importSigningKey, type SigningKey, type VerifyingKey } from "./protocol/ed25519.ts";
import { firstRoster } from "./roster/pinnedroster.ts";

export interface HouseOfficers {
  readonly officers: readonly OfficerClient[];
  readonly keeperKey: VerifyingKey;
  /** As the keeper signed it at the first start. */
  readonly pinned: Uint8Array;
}

const openKeeper = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* files.makeDirectory(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, "keeper.key");
  if (!(yield* files.exists(file))) yield* files.writeFile(file, drawSigningSeed(), { mode: 0o600 });
  const key = importSigningKey(yield* files.readFile(file));
  return key ?? (yield* Effect.die(new Error("the roster keeper's key is not 32 bytes")));
});

const openOfficers = Effect.fnUntraced(function* (folder: string, count: number) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* files.makeDirectory(folder, { recursive: true, mode: 0o700 });
  return yield* Effect.forEach(
    Array.from({ length: count }, (_, place) => place + 1),
    (officer) =>
      Effect.gen(function* () {
        const file = path.join(folder, `officer-${String(officer)}.key`);
        if (yield* files.exists(file)) return yield* officerOf(yield* files.readFile(file));
        const { client, kept } = yield* newOfficer(officer);
        yield* files.writeFile(file, kept, { mode: 0o600 });
        return client;
      }),
  );
});

const openPinned = Effect.fnUntraced(function* (
  folder: string,
  keeper: SigningKey,
  officers: readonly OfficerClient[],
) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const file = path.join(folder, "roster");
  if (yield* files.exists(file)) return yield* files.readFile(file);
  const nowMs = yield* Clock.currentTimeMillis;
  const signed = firstRoster(
    keeper,
    officers.map(({ rosterEntry }) => rosterEntry),
    nowMs,
  );
  yield* files.writeFile(file, signed, { mode: 0o600 });
  return signed;
});

/** The officers and the roster of a house, in its folder. */
export const openHouseOfficers = Effect.fnUntraced(function* (folder: string, count: number) {
  const keeper = yield* openKeeper(`${folder}/roster-keeper`);
  const officers = yield* openOfficers(`${folder}/officers`, count);
  const pinned = yield* openPinned(`${folder}/roster-keeper`, keeper, officers);
  return { officers, keeperKey: keeper.verifyingKey, pinned } satisfies HouseOfficers;
});
