/**
 * How the numbers of a state's parts are packed into words of 32 bits, and the hash by which packed states are found.
 * A part gets as many bits as its numbers need so far; when one needs more, everything is packed anew with more room.
 * The hash is a sum without carry over the parts, so a move changes it by what it changes.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";

export interface Packing {
  readonly words: number;
  /** By part: in which word it stands, how far from the right, and all ones. */
  readonly word: Int32Array;
  readonly shift: Int32Array;
  readonly ones: Int32Array;
}

const bitsMost = 30;

/** Room for numbers below each of these counts. */
export function packingFor(counts: readonly number[]): Packing {
  const word = new Int32Array(counts.length);
  const shift = new Int32Array(counts.length);
  const ones = new Int32Array(counts.length);
  const used: number[] = [];
  const widths = counts.map((count) => Math.ceil(Math.log2(Math.max(2, count))));
  const widestFirst = [...widths.entries()].toSorted(([, one], [, other]) => other - one);
  for (const [part, bits] of widestFirst) {
    if (bits > bitsMost) throw new LawMistake("a part of the slice can say more than can be numbered");
    const found = used.findIndex((taken) => taken + bits <= 32);
    const place = found < 0 ? used.push(0) - 1 : found;
    word[part] = place;
    shift[part] = used[place] ?? 0;
    ones[part] = 2 ** bits - 1;
    used[place] = (used[place] ?? 0) + bits;
  }
  return { words: Math.max(1, used.length), word, shift, ones };
}

/** Packs the numbers of all parts into `into` from `first`. */
export function pack(
  { words, word, shift }: Packing,
  numbers: Int32Array,
  into: Int32Array,
  first: number,
): void {
  for (let place = first; place < first + words; place += 1) into[place] = 0;
  for (let part = 0; part < numbers.length; part += 1) {
    const place = first + (word[part] ?? 0);
    into[place] = (into[place] ?? 0) | ((numbers[part] ?? 0) << (shift[part] ?? 0));
  }
}

export function unpack(
  { word, shift, ones }: Packing,
  from: Int32Array,
  first: number,
  numbers: Int32Array,
): void {
  for (let part = 0; part < numbers.length; part += 1)
    numbers[part] = ((from[first + (word[part] ?? 0)] ?? 0) >>> (shift[part] ?? 0)) & (ones[part] ?? 0);
}

/** The bits of some parts in each word. */
export function maskOf({ words, word, shift, ones }: Packing, parts: readonly number[]): Int32Array {
  const mask = new Int32Array(words);
  for (const part of parts) {
    const place = word[part] ?? 0;
    mask[place] = (mask[place] ?? 0) | ((ones[part] ?? 0) << (shift[part] ?? 0));
  }
  return mask;
}

/** What one part adds to the hash of a state. */
export function hashOfPart(part: number, number: number): number {
  let mixed = Math.imul(part + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

export function hashOfParts(numbers: Int32Array): number {
  let hash = 0;
  for (let part = 0; part < numbers.length; part += 1) hash ^= hashOfPart(part, numbers[part] ?? 0);
  return hash;
}
