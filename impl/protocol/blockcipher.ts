// AES-256 over blocks of sixteen bytes, many in one call of a kept cipher: what counters and blind indexes are made of.
// Making a cipher for each block would cost ten times the work. Whoever uses it never gives it the same block for two purposes,
// and gives it no text: a block cipher by itself hides nothing but what a block is.

import { createCipheriv } from "node:crypto";

export const blockBytes = 16;

export interface BlockCipher {
  readonly update: (blocks: Uint8Array) => Uint8Array;
}

export const openBlockCipher = (key: Uint8Array): BlockCipher => {
  const cipher = createCipheriv("aes-256-ecb", key, null);
  cipher.setAutoPadding(false);
  return cipher;
};
