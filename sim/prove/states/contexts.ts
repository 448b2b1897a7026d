/**
 * What the moves of a group lead to, remembered by the numbers of the parts that they touch: a context.
 * The generated core is called once for each context; after that a state asks for its contexts and gets lists of changes.
 * Nothing here knows a whole state; how often a context was used says in the end how often each move was made.
 */
import type { Asked } from "./compile.ts";
import { Entries } from "./entries.ts";
import type { Expander } from "./expand.ts";
import type { Together } from "./footprint.ts";
import { grownFloat64, grownInt32, grownUint8 } from "./growing.ts";
import { maskOf, type Packing } from "./packing.ts";

/** That a promise had something to say of a move, or of passed time. */
export interface Noticed extends Asked {
  /** The number of the move; that of time comes after the last. */
  readonly move: number;
  readonly broken: boolean;
}

export interface Group {
  readonly together: Together;
  /** Whether its members are questions about passed time, and not moves. */
  readonly isWatch: boolean;
}

/** The contexts of one group, by what a state has in the bits of the group's parts. */
interface Known {
  readonly group: Group;
  readonly mask: Int32Array;
  table: Int32Array;
  count: number;
}

export class Contexts {
  count = 1;
  readonly entries: Entries;
  /** By group: the bits that its parts stand in. */
  readonly masks: readonly Int32Array[];
  /** By context, from 1: its first entry and the one after its last, and how often it was used. */
  firsts: Int32Array = new Int32Array(256);
  ends: Int32Array = new Int32Array(256);
  uses: Float64Array = new Float64Array(256);
  /** By context: whether a promise is broken in it; and all that the promises had to say. */
  breaks: Uint8Array = new Uint8Array(256);
  readonly noticed: (readonly Noticed[])[] = [[]];
  readonly #expander: Expander;
  readonly #words: number;
  readonly #known: readonly Known[];
  #keys: Int32Array;

  constructor(expander: Expander, packing: Packing, groups: readonly Group[]) {
    this.#expander = expander;
    this.#words = packing.words;
    this.#known = groups.map((group) => ({
      group,
      mask: maskOf(packing, group.together.parts),
      table: new Int32Array(64),
      count: 0,
    }));
    this.masks = this.#known.map(({ mask }) => mask);
    this.#keys = new Int32Array(256 * packing.words);
    this.entries = new Entries(packing);
  }

  get bytes(): number {
    const { firsts, ends, uses, breaks, entries } = this;
    const arrays = [firsts, ends, uses, breaks, this.#keys, ...this.#known.map(({ table }) => table)];
    return entries.bytes + arrays.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
  }

  /** The context of a state for a group; `numbers` are the state's, and are read only where the context is new. */
  find(group: number, state: Int32Array, numbers: Int32Array): number {
    const known = this.#known[group];
    if (known === undefined) return 0;
    const { mask, table } = known;
    const words = this.#words;
    const keys = this.#keys;
    const last = table.length - 1;
    let place = this.#hash(mask, state, 0) & last;
    for (;;) {
      const context = table[place] ?? 0;
      if (context === 0) return this.#add(known, state, numbers, place);
      let word = 0;
      while (word < words && ((state[word] ?? 0) & (mask[word] ?? 0)) === keys[context * words + word])
        word += 1;
      if (word === words) return context;
      place = (place + 1) & last;
    }
  }

  #hash(mask: Int32Array, state: Int32Array, first: number): number {
    let hash = 0;
    for (let word = 0; word < this.#words; word += 1) {
      hash = Math.imul(hash ^ ((state[first + word] ?? 0) & (mask[word] ?? 0)), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #add(known: Known, state: Int32Array, numbers: Int32Array, place: number): number {
    const context = this.count;
    const words = this.#words;
    this.#keys = grownInt32(this.#keys, (context + 1) * words);
    this.firsts = grownInt32(this.firsts, context + 1);
    this.ends = grownInt32(this.ends, context + 1);
    this.uses = grownFloat64(this.uses, context + 1);
    this.breaks = grownUint8(this.breaks, context + 1);
    for (let word = 0; word < words; word += 1)
      this.#keys[context * words + word] = (state[word] ?? 0) & (known.mask[word] ?? 0);
    this.firsts[context] = this.entries.count;
    const noticed = known.group.isWatch
      ? this.#watched(known.group.together, numbers)
      : this.#made(known.group.together, numbers);
    this.ends[context] = this.entries.count;
    this.noticed[context] = noticed;
    this.breaks[context] = noticed.some(({ broken }) => broken) ? 1 : 0;
    this.count += 1;
    known.table[place] = context;
    known.count += 1;
    if (known.count * 2 > known.table.length) this.#widen(known);
    return context;
  }

  #widen(known: Known): void {
    const old = known.table;
    const table = new Int32Array(old.length * 4);
    const last = table.length - 1;
    for (const context of old) {
      if (context === 0) continue;
      let place = this.#hash(known.mask, this.#keys, context * this.#words) & last;
      while (table[place] !== 0) place = (place + 1) & last;
      table[place] = context;
    }
    known.table = table;
  }

  /** Makes the moves of a group, and enters what each changes. */
  #made({ parts, members }: Together, before: Int32Array): readonly Noticed[] {
    const { moves } = this.#expander.compiled;
    const noticed: Noticed[] = [];
    this.#expander.moves(parts, members, before, (move, refused, after, clipped, verdicts) => {
      for (const [place, { promise, kind }] of (moves[move]?.asks ?? []).entries())
        if (verdicts[place] !== 0) noticed.push({ promise, kind, move, broken: verdicts[place] === 2 });
      this.entries.add({ move, refused, clipped, parts, before, after });
    });
    return noticed;
  }

  /** Asks the questions of a group about passed time. */
  #watched({ parts, members }: Together, numbers: Int32Array): readonly Noticed[] {
    const { moves, watches } = this.#expander.compiled;
    const noticed: Noticed[] = [];
    this.#expander.watches(parts, members, numbers, (watch, verdict) => {
      const asked = watches[watch]?.asks[0];
      if (asked === undefined || verdict === 0) return;
      const { promise, kind } = asked;
      noticed.push({ promise, kind, move: moves.length, broken: verdict === 2 });
    });
    return noticed;
  }
}
