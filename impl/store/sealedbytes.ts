// AES-256-GCM over a few bytes: a fresh nonce, the sealed bytes, the tag, in one piece.
// The root key and the days' aliases use it. What is sealed is bound to associated data, so that it cannot be moved.
// It draws no randomness of its own, and answers undefined for anything that does not open.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";

/** Cryptographic randomness: so many fresh bytes. */
export type RandomBytes = (size: number) => Uint8Array;

const nonceBytes = 12;
const tagBytes = 16;
export const sealOverheadBytes = nonceBytes + tagBytes;
export const keyBytes = 32;

/** A key made ready once: handing over raw bytes for each use costs six times the work. */
export type SealKey = KeyObject;
export const importSealKey = (key: Uint8Array): SealKey => createSecretKey(key);

export const sealBytes = (
  key: SealKey,
  plain: Uint8Array,
  associated: Uint8Array,
  randomBytes: RandomBytes,
): Uint8Array => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes }).setAAD(associated);
  const sealed = new Uint8Array(plain.length + sealOverheadBytes);
  sealed.set(nonce);
  sealed.set(cipher.update(plain), nonceBytes);
  cipher.final();
  sealed.set(cipher.getAuthTag(), nonceBytes + plain.length);
  return sealed;
};

export const openBytes = (
  key: SealKey,
  sealed: Uint8Array,
  associated: Uint8Array,
): Uint8Array | undefined => {
  if (sealed.length < sealOverheadBytes) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  }).setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    // The one reason that Node gives here is a tag that does not fit; the bytes are not to be trusted.
    plain.fill(0);
    return undefined;
  }
};
