/**
 * What single moves do, each as a change of packed words that can be laid over any state of its context.
 * Contexts keep them here, one after another; nothing is ever taken out.
 */
import { grownInt32, grownUint16, grownUint8 } from "./growing.ts";
import { hashOfPart, type Packing } from "./packing.ts";

/** Flags of an entry: the state stays the same; an instant became as old as the horizon. */
export const isSame = 1;
export const isClipped = 2;

/** One move that was made on some parts. */
export interface Change {
  readonly move: number;
  readonly refused: number;
  readonly clipped: boolean;
  readonly parts: readonly number[];
  /** The numbers of all parts before. */
  readonly before: Int32Array;
  /** The numbers of these parts afterwards. */
  readonly after: Int32Array;
}

export class Entries {
  count = 0;
  moves: Uint16Array = new Uint16Array(1_024);
  refused: Uint8Array = new Uint8Array(1_024);
  flags: Uint8Array = new Uint8Array(1_024);
  /** What changes in the hash that finds a state. */
  hashes: Int32Array = new Int32Array(1_024);
  /** The words of the parts afterwards, with nothing where other parts stand. */
  words: Int32Array;
  readonly #packing: Packing;

  constructor(packing: Packing) {
    this.#packing = packing;
    this.words = new Int32Array(1_024 * packing.words);
  }

  get bytes(): number {
    const { moves, refused, flags, hashes, words } = this;
    return [moves, refused, flags, hashes, words].reduce((bytes, { byteLength }) => bytes + byteLength, 0);
  }

  add({ move, refused, clipped, parts, before, after }: Change): void {
    const entry = this.count;
    const { words, word, shift } = this.#packing;
    this.moves = grownUint16(this.moves, entry + 1);
    this.refused = grownUint8(this.refused, entry + 1);
    this.flags = grownUint8(this.flags, entry + 1);
    this.hashes = grownInt32(this.hashes, entry + 1);
    this.words = grownInt32(this.words, (entry + 1) * words);
    let hash = 0;
    let same = true;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] ?? 0;
      const number = after[index] ?? 0;
      const place = entry * words + (word[part] ?? 0);
      this.words[place] = (this.words[place] ?? 0) | (number << (shift[part] ?? 0));
      if (number === before[part]) continue;
      same = false;
      hash ^= hashOfPart(part, number) ^ hashOfPart(part, before[part] ?? 0);
    }
    this.moves[entry] = move;
    this.refused[entry] = refused;
    this.flags[entry] = (same ? isSame : 0) | (clipped ? isClipped : 0);
    this.hashes[entry] = hash;
    this.count += 1;
  }
}
