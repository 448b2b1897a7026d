/**
 * What waits at a venue lies sealed on disk, under a key in the venue's vault that ends as soon as nothing waits any more: a database may
 * keep in its log and free pages what was deleted from it, and a pass must not be readable there once it is delivered.
 * The key is drawn when the first scan has to wait. It never changes what waits or in what order.
 */
import { Effect, Semaphore } from "effect";
import { never } from "../lifecycle/core.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { importSealKey, keyBytes, openBytes, sealBytes, type SealKey } from "../store/sealedbytes.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";
import type { Waiting } from "./waiting.ts";

const keyName = "waiting";
const associated = Buffer.from("entrylog 1 waiting scan");

export const sealedWaiting = Effect.fnUntraced(function* (
  waiting: Waiting,
  vault: VaultService,
): Effect.fn.Return<Waiting, StoreUnavailable> {
  // Nothing may be sealed between the last scan's going and the key's end: it could not be opened again.
  const alone = Semaphore.makeUnsafe(1);
  let key: SealKey | undefined;

  const keyInUse = Effect.gen(function* () {
    if (key !== undefined) return key;
    const found = yield* vault.get(keyName);
    const bytes = found?.bytes ?? randomBytes(keyBytes);
    if (found === undefined) yield* vault.put(keyName, bytes, never);
    key = importSealKey(bytes);
    return key;
  });

  const endKeyWhenEmpty = Effect.gen(function* () {
    if ((yield* waiting.count) > 0) return;
    key = undefined;
    yield* vault.erase(keyName);
  });

  yield* endKeyWhenEmpty;
  return {
    add: (scans) =>
      alone.withPermit(
        Effect.gen(function* () {
          const under = yield* keyInUse;
          yield* waiting.add(
            scans.map(({ bytes, scannedAtMs }) => ({
              bytes: sealBytes(under, bytes, associated, randomBytes),
              scannedAtMs,
            })),
          );
        }),
      ),
    oldest: Effect.fnUntraced(function* (most, after) {
      const found = yield* waiting.oldest(most, after);
      if (found.length === 0) return found;
      const under = yield* alone.withPermit(keyInUse);
      // One that does not open waited before scans were sealed.
      return found.map(({ sequence, bytes }) => ({
        sequence,
        bytes: openBytes(under, bytes, associated) ?? bytes,
      }));
    }),
    remove: (sequences) => alone.withPermit(Effect.andThen(waiting.remove(sequences), endKeyWhenEmpty)),
    removeUntil: (scannedAtMs) =>
      alone.withPermit(
        Effect.tap(waiting.removeUntil(scannedAtMs), (removed) =>
          removed > 0 ? endKeyWhenEmpty : Effect.void,
        ),
      ),
    count: waiting.count,
  };
});
