// The one place where the service draws cryptographic randomness. It keeps a pool filled by the operating
// system through node:crypto, because one small draw at a time costs forty times as much, and it blanks what
// it has handed out, so that the pool never holds a copy of a key. Every party and every file of the protocol
// draws here. It takes no seed and cannot be made repeatable: simulations leave its output out of their traces.

import { randomFillSync } from "node:crypto";

const poolBytes = 65_536;
const pool = new Uint8Array(poolBytes);
let used = poolBytes;

/** Fills the whole of `target` with random bytes. */
export const fillRandom = (target: Uint8Array): void => {
  const wanted = target.length;
  if (wanted > poolBytes / 4) {
    randomFillSync(target);
    return;
  }
  if (used + wanted > poolBytes) {
    randomFillSync(pool);
    used = 0;
  }
  for (let index = 0; index < wanted; index += 1) {
    target[index] = pool[used + index] ?? 0;
    pool[used + index] = 0;
  }
  used += wanted;
};

/** A new array of `length` random bytes. */
export const randomBytes = (length: number): Uint8Array => {
  const drawn = new Uint8Array(length);
  fillRandom(drawn);
  return drawn;
};

const word = new Uint8Array(4);
const wordView = new DataView(word.buffer);

/** A whole number from 0 to `limit - 1`, each equally likely; `limit` is at most 2^32. */
export const randomBelow = (limit: number): number => {
  // Draws above the last whole multiple are thrown away: a plain remainder would favour the small numbers.
  const fair = 4_294_967_296 - (4_294_967_296 % limit);
  for (;;) {
    fillRandom(word);
    const drawn = wordView.getUint32(0);
    if (drawn < fair) return drawn % limit;
  }
};

/** A copy of `items` in an order that nobody can foretell. */
export const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const result: Item[] = [];
  for (const item of items) {
    const place = randomBelow(result.length + 1);
    const displaced = result[place];
    if (displaced === undefined) {
      result.push(item);
    } else {
      result.push(displaced);
      result[place] = item;
    }
  }
  return result;
};
