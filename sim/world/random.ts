// Chance in the world: a number is a pure function of (seed, concern, who, how many drawn before), never of a state.
// So any order and any number of workers give the same lives, and two policies meet the same people.
// The function is Threefry-2x32 with 20 rounds (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, 2011),
// whose published vectors are in the tests. It is not for keys: those come from the system alone.

/** One concern under one seed: the key of its own family of numbers. */
export interface Stream {
  readonly key0: number;
  readonly key1: number;
}

const parity = 0x1bd11bda;
const two21 = 2 ** 21;
const two53 = 2 ** 53;

/** FNV-1a over the name's UTF-16 units: different concerns get different keys. */
const nameHash = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash;
};

export const stream = (seed: number, concern: string): Stream => ({
  key0: seed | 0,
  key1: nameHash(`${Math.floor(seed / 2 ** 32)}/${concern}`),
});

/** Two 32-bit words of Threefry-2x32-20 as one number: the first word, then the upper 21 bits of the second. */
export const draw = (key: Stream, entity: number, count: number): number => {
  const key0 = key.key0;
  const key1 = key.key1;
  const key2 = parity ^ key0 ^ key1;
  let x0 = (entity + key0) | 0;
  let x1 = (count + key1) | 0;

  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key1) | 0;
  x1 = (x1 + key2 + 1) | 0;

  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + key2) | 0;
  x1 = (x1 + key0 + 2) | 0;

  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key0) | 0;
  x1 = (x1 + key1 + 3) | 0;

  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + key1) | 0;
  x1 = (x1 + key2 + 4) | 0;

  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key2) | 0;
  x1 = (x1 + key0 + 5) | 0;

  return (x0 >>> 0) * two21 + (x1 >>> 11);
};

/** A number from 0 to just under 1. */
export const uniform = (key: Stream, entity: number, count: number): number =>
  draw(key, entity, count) / two53;

/** A whole number from 0 to just under `below`. */
export const wholeBelow = (key: Stream, entity: number, count: number, below: number): number =>
  Math.floor(uniform(key, entity, count) * below);

/** A whole number of milliseconds between two, both ends possible. */
export const within = (share: number, span: { readonly fromMs: number; readonly toMs: number }): number =>
  span.fromMs + Math.floor(share * (span.toMs - span.fromMs + 1));
