// The blind index of a visit: a keyed tag of its venue and hour, by which the custodian finds visits whose place and time
// are encrypted. It is AES-256 over a block that holds venue and hour, cut to 48 bits, under a key made from the
// custodian's key of the day: without that key it tells nothing but which rows of one day share a venue and an hour.
// The custodian alone makes it; it never crosses to another party. Two places with one tag are told apart by what is opened.

import { blockBytes, openBlockCipher, type BlockCipher } from "./blockcipher.ts";
import { derivedKey } from "./derivedkey.ts";

const purpose = "entrylog 1 blind index\0";
const hourMs = 3_600_000;
const highWord = 4_294_967_296;

export interface BlindIndexKey {
  readonly cipher: BlockCipher;
}

/** The key for tags, apart from the one under which records are encrypted, so that neither says anything of the other. */
export const blindIndexKeyOf = (dayKey: Uint8Array): BlindIndexKey => ({
  // A block cipher is a pseudorandom function of its block; no two places share a block.
  cipher: openBlockCipher(derivedKey(dayKey, purpose)),
});

/** The hour of an instant, counted from 1970; a tag says nothing finer. */
export const hourOf = (atMs: number): number => Math.floor(atMs / hourMs);

/** The tags of so many places, each a venue's number and an hour; whole numbers below 2 to the 48th. */
export const blindIndexes = (
  { cipher }: BlindIndexKey,
  venues: ArrayLike<number>,
  hours: ArrayLike<number>,
): Float64Array => {
  const blocks = new Uint8Array(venues.length * blockBytes);
  const view = new DataView(blocks.buffer);
  for (let place = 0; place < venues.length; place += 1) {
    view.setUint32(place * blockBytes, venues[place] ?? 0);
    view.setUint32(place * blockBytes + 4, hours[place] ?? 0);
  }
  const tags = cipher.update(blocks);
  const read = new DataView(tags.buffer, tags.byteOffset, tags.byteLength);
  return Float64Array.from(
    { length: venues.length },
    (_, place) => read.getUint16(place * blockBytes) * highWord + read.getUint32(place * blockBytes + 2),
  );
};

/** The tags of one venue over the hours from one instant up to, but not including, another. */
export const blindIndexesOver = (
  key: BlindIndexKey,
  venue: number,
  fromMs: number,
  untilMs: number,
): Float64Array => {
  const first = hourOf(fromMs);
  const hours = Array.from(
    { length: Math.max(0, hourOf(untilMs - 1) - first + 1) },
    (_, place) => first + place,
  );
  return blindIndexes(
    key,
    Array.from(hours, () => venue),
    hours,
  );
};
