/**
 * How phone numbers lie in the issuer's store: sealed under one key of the vault, and found again by an HMAC under another.
 * A stolen store without the vault names nobody; whoever has both can read it, and the vault's root key decides who that is.
 * A number is bound to its own HMAC, so that a row cannot be given another's number.
 */
import { createHmac, createSecretKey } from "node:crypto";
import { Effect } from "effect";
import { randomBytes } from "../protocol/randomness.ts";
import { importSealKey, keyBytes, openBytes, sealBytes } from "../store/sealedbytes.ts";
import type { VaultService } from "../store/vault.ts";
import { keptSecret } from "./keys.ts";
import { never } from "../lifecycle/core.ts";

export interface SealedPhones {
  /** What the store finds a number by: the same for the same number, and nothing without the key. */
  readonly tagOf: (phone: string) => string;
  /** Never twice the same. */
  readonly seal: (phone: string, tag: string) => Uint8Array;
  /** The number, or undefined when the bytes are not what this issuer sealed under this tag. */
  readonly open: (sealed: Uint8Array, tag: string) => string | undefined;
}

const tagBytes = 16;
const drawKey = Effect.sync(() => randomBytes(keyBytes));

export const makeSealedPhones = Effect.fnUntraced(function* (vault: VaultService) {
  const lookup = createSecretKey(yield* keptSecret(vault, "phones-lookup", never, drawKey));
  const sealing = importSealKey(yield* keptSecret(vault, "phones-seal", never, drawKey));
  return {
    tagOf: (phone) =>
      createHmac("sha256", lookup).update(phone).digest().subarray(0, tagBytes).toString("base64url"),
    seal: (phone, tag) => sealBytes(sealing, Buffer.from(phone), Buffer.from(tag), randomBytes),
    open: (sealed, tag) => {
      const opened = openBytes(sealing, sealed, Buffer.from(tag));
      return opened === undefined ? undefined : Buffer.from(opened).toString();
    },
  } satisfies SealedPhones;
});
