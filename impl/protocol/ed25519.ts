// Ed25519 keys (RFC 8032) as the parties keep and publish them: a private key as its 32-byte seed, a public key
// as its 32 raw bytes, both turned into Node's key objects once and used many times. It signs bare bytes only for
// signing.ts, which says what a signature is for; nothing else should call sign or verify here.

import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { randomBytes } from "./randomness.ts";

export const publicKeyBytes = 32;
export const signatureBytes = 64;
const seedBytes = 32;

// The fixed beginnings of PKCS #8 and SubjectPublicKeyInfo for Ed25519 (RFC 8410).
const privatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

export type VerifyingKey = KeyObject;

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly verifyingKey: VerifyingKey;
  readonly publicKey: Uint8Array;
}

/** The key of a 32-byte seed; undefined when the seed has another length. */
export const importSigningKey = (seed: Uint8Array): SigningKey | undefined => {
  if (seed.length !== seedBytes) return undefined;
  const encoded = Buffer.concat([privatePrefix, seed]);
  const privateKey = createPrivateKey({ key: encoded, format: "der", type: "pkcs8" });
  encoded.fill(0);
  const verifyingKey = createPublicKey(privateKey);
  const exported = verifyingKey.export({ format: "der", type: "spki" });
  return { privateKey, verifyingKey, publicKey: Uint8Array.from(exported.subarray(publicPrefix.length)) };
};

/** A new seed, to be kept in a vault: `importSigningKey` makes the key of it. */
export const drawSigningSeed = (): Uint8Array => randomBytes(seedBytes);

/** The public key of 32 raw bytes; undefined when they are not 32. */
export const importVerifyingKey = (raw: Uint8Array): VerifyingKey | undefined =>
  raw.length === publicKeyBytes
    ? createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: "der", type: "spki" })
    : undefined;

export const signBytes = (key: SigningKey, message: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, message, key.privateKey));

export const verifyBytes = (key: VerifyingKey, message: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, message, key, signature);
