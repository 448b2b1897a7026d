// The handle inside a pass: one AES-256 block made of the account's 64-bit alias of the day and 64 fresh random
// bits, under the issuer's handle key of that day. Two handles of one account look unrelated to everyone without
// that key. One block under a fresh half needs no mode and no nonce, and is the only thing in the service that is
// encrypted block by block. Sealing and opening work on whole batches, because the cipher objects are kept.

import { createCipheriv, createDecipheriv } from "node:crypto";
import { fillRandom } from "./randomness.ts";

export const aliasBytes = 8;
export const handleBytes = 16;
export const handleKeyBytes = 32;

interface BlockCipher {
  readonly update: (blocks: Uint8Array) => Uint8Array;
}

/** The handle key of one day, ready for use. Dropping it drops the key: it is kept nowhere else in here. */
export interface HandleKey {
  readonly sealer: BlockCipher;
  readonly opener: BlockCipher;
}

export const importHandleKey = (dayKey: Uint8Array): HandleKey => {
  const sealer = createCipheriv("aes-256-ecb", dayKey, null);
  const opener = createDecipheriv("aes-256-ecb", dayKey, null);
  sealer.setAutoPadding(false);
  opener.setAutoPadding(false);
  return { sealer, opener };
};

/** Handles for aliases laid end to end, eight bytes each; the answer holds sixteen bytes for each. */
export const sealHandles = (key: HandleKey, aliases: Uint8Array): Uint8Array => {
  const count = aliases.length / aliasBytes;
  const blocks = new Uint8Array(count * handleBytes);
  fillRandom(blocks);
  for (let index = 0; index < count; index += 1) {
    for (let byte = 0; byte < aliasBytes; byte += 1) {
      blocks[index * handleBytes + byte] = aliases[index * aliasBytes + byte] ?? 0;
    }
  }
  return key.sealer.update(blocks);
};

/** The aliases of handles laid end to end. Any block opens to something: only the issuer knows which aliases stand. */
export const openHandles = (key: HandleKey, handles: Uint8Array): Uint8Array => {
  const blocks = key.opener.update(handles);
  const count = blocks.length / handleBytes;
  const aliases = new Uint8Array(count * aliasBytes);
  for (let index = 0; index < count; index += 1) {
    for (let byte = 0; byte < aliasBytes; byte += 1) {
      aliases[index * aliasBytes + byte] = blocks[index * handleBytes + byte] ?? 0;
    }
  }
  return aliases;
};

export const openHandle = (key: HandleKey, handle: Uint8Array): Uint8Array => openHandles(key, handle);
