/**
 * The device of a venue: its signing key, drawn once and kept in the venue's own vault.
 * Its signature binds a pass to this venue and to an instant; nobody else can make it, the custodian included.
 */
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { drawSigningSeed, importSigningKey } from "../protocol/ed25519.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { VaultService } from "../store/vault.ts";

const keyName = "device";

export const openDevice = Effect.fnUntraced(function* (vault: VaultService) {
  const found = yield* vault.get(keyName);
  const seed = found?.bytes ?? drawSigningSeed();
  if (found === undefined) yield* vault.put(keyName, seed, never);
  const key = importSigningKey(seed);
  return key ?? (yield* new StoreUnavailable({ reason: "damaged", detail: `the key ${keyName}` }));
});
