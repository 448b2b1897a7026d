/**
 * Looks at one state after another: asks its contexts, lets a tick pass, and finds or keeps every state that follows.
 * This is the inner loop of the search: it allocates nothing, and reads memory for all followers at once, so that waiting overlaps.
 * It counts nothing that its contexts can be asked for afterwards.
 */
import { firstPart, secondPart } from "../hash.ts";
import { Ageing } from "./ageing.ts";
import { CellHash } from "./cellhash.ts";
import { Contexts, type Group } from "./contexts.ts";
import { isSame } from "./entries.ts";
import type { Expander } from "./expand.ts";
import { hashOfPart, hashOfParts, pack, packingFor, unpack, type Packing } from "./packing.ts";
import { States } from "./states.ts";
import type { Symmetry } from "./symmetry.ts";

export interface Watcher {
  /** A promise is broken in a context that this state is in. */
  readonly breaks: (state: number, noticed: Contexts["noticed"][number]) => void;
  /** These contexts are about to be forgotten: what they counted has to be written down. */
  readonly leaving: (contexts: Contexts) => void;
}

export class Exploration {
  readonly states: States;
  packing: Packing;
  contexts: Contexts;
  /** Sums of the hash of the transition relation. */
  sumA = 0;
  sumB = 0;
  transitions = 0;
  timePassed = 0;
  timeClipped = 0;
  /** All states of all orbits; as many as states where nothing is reduced. */
  orbits = 0;
  /** Keeps reads that come early from being left out as useless. */
  touched = 0;
  readonly #expander: Expander;
  readonly #groups: readonly Group[];
  readonly #watcher: Watcher;
  readonly #symmetry: Symmetry | undefined;
  readonly #ageing: Ageing;
  readonly #cellHash: CellHash;
  readonly #time: number;
  /** The state at hand: the numbers of its parts, those a tick later, its contexts, its words. */
  readonly #numbers: Int32Array;
  readonly #later: Int32Array;
  readonly #found: Int32Array;
  #state: Int32Array;
  /** Its followers. */
  readonly #moves: Int32Array;
  readonly #hashes: Int32Array;
  #words: Int32Array;
  #sayings = 0;

  constructor(
    expander: Expander,
    groups: readonly Group[],
    watcher: Watcher,
    begins: Int32Array,
    symmetry: Symmetry | undefined,
  ) {
    const { layout, moves } = expander.compiled;
    this.#expander = expander;
    this.#groups = groups;
    this.#watcher = watcher;
    this.#symmetry = symmetry;
    this.#ageing = new Ageing(expander);
    this.#cellHash = new CellHash(layout);
    this.#time = moves.length;
    this.#numbers = Int32Array.from(begins);
    symmetry?.reduce(this.#numbers);
    this.#later = new Int32Array(begins.length);
    this.#found = new Int32Array(groups.length);
    this.#moves = new Int32Array(moves.length + 1);
    this.#hashes = new Int32Array(moves.length + 1);
    this.#sayings = layout.tally.sayings;
    this.packing = packingFor(layout.parts.map(({ locals }) => locals.count() * 2));
    this.contexts = new Contexts(expander, this.packing, groups);
    this.states = new States(this.packing.words);
    this.#state = new Int32Array(this.packing.words);
    this.#words = new Int32Array(this.packing.words * (moves.length + 1));
    pack(this.packing, this.#numbers, this.#words, 0);
    this.#keep(0, 0, 0, hashOfParts(this.#numbers));
  }

  get bytes(): number {
    return this.states.bytes + this.contexts.bytes + this.#ageing.bytes;
  }

  /** The numbers of a state's parts. */
  numbersOf(state: number, into: Int32Array): void {
    unpack(this.packing, this.states.rows, state * this.states.stride, into);
  }

  /** Looks at all moves of a state, and keeps what is new. */
  explore(state: number): void {
    for (;;) {
      const { states, packing } = this;
      const row = state * states.stride;
      for (let word = 0; word < packing.words; word += 1) this.#state[word] = states.rows[row + word] ?? 0;
      unpack(packing, this.#state, 0, this.#numbers);
      const passes = this.#ageing.passes(this.#numbers, this.#later);
      this.#findContexts(passes);
      if (this.#packAnew()) continue;
      const count = this.#follow(state, passes);
      if (this.#symmetry !== undefined) {
        this.#reduce(this.#symmetry, count);
        if (this.#packAnew()) continue;
      }
      this.#account(state, passes);
      this.#keepAll(state, count);
      return;
    }
  }

  #findContexts(passes: boolean): void {
    for (let group = 0; group < this.#groups.length; group += 1)
      this.#found[group] =
        passes || this.#groups[group]?.isWatch === false
          ? this.contexts.find(group, this.#state, this.#numbers)
          : 0;
  }

  /** Writes down what follows a state, but for itself; answers how many states that is. */
  #follow(state: number, passes: boolean): number {
    const { packing, contexts, states } = this;
    const { words } = packing;
    const { firsts, ends } = contexts;
    const { flags, moves, hashes, words: changes } = contexts.entries;
    const row = (state + 1) * states.stride;
    const a = states.rows[row - 3] ?? 0;
    const b = states.rows[row - 2] ?? 0;
    const hash = states.rows[row - 1] ?? 0;
    let count = 0;
    for (let group = 0; group < this.#found.length; group += 1) {
      const context = this.#found[group] ?? 0;
      const mask = contexts.masks[group];
      if (context === 0 || mask === undefined) continue;
      const end = ends[context] ?? 0;
      for (let entry = firsts[context] ?? 0; entry < end; entry += 1) {
        const move = moves[entry] ?? 0;
        if (((flags[entry] ?? 0) & isSame) !== 0) {
          this.sumA = (this.sumA + firstPart(a, move, a)) | 0;
          this.sumB = (this.sumB + secondPart(b, move, b)) | 0;
          continue;
        }
        for (let word = 0; word < words; word += 1)
          this.#words[count * words + word] =
            ((this.#state[word] ?? 0) & ~(mask[word] ?? 0)) | (changes[entry * words + word] ?? 0);
        this.#hashes[count] = hash ^ (hashes[entry] ?? 0);
        this.#moves[count] = move;
        count += 1;
      }
    }
    if (!passes) return count;
    pack(packing, this.#later, this.#words, count * words);
    let later = hash;
    for (let part = 0; part < this.#later.length; part += 1) {
      const before = this.#numbers[part] ?? 0;
      const after = this.#later[part] ?? 0;
      if (before !== after) later ^= hashOfPart(part, before) ^ hashOfPart(part, after);
    }
    this.#hashes[count] = later;
    this.#moves[count] = this.#time;
    return count + 1;
  }

  /** Puts the least state of its orbit in the place of each follower. */
  #reduce(symmetry: Symmetry, count: number): void {
    const { packing } = this;
    const numbers = this.#later;
    for (let follower = 0; follower < count; follower += 1) {
      unpack(packing, this.#words, follower * packing.words, numbers);
      if (symmetry.reduce(numbers)) continue;
      pack(packing, numbers, this.#words, follower * packing.words);
      this.#hashes[follower] = hashOfParts(numbers);
    }
  }

  #account(state: number, passes: boolean): void {
    const { contexts } = this;
    const { firsts, ends, uses, breaks } = contexts;
    for (const context of this.#found) {
      if (context === 0) continue;
      uses[context] = (uses[context] ?? 0) + 1;
      this.transitions += (ends[context] ?? 0) - (firsts[context] ?? 0);
      if (breaks[context] === 1) this.#watcher.breaks(state, contexts.noticed[context] ?? []);
    }
    if (!passes) return;
    this.transitions += 1;
    this.timePassed += 1;
    if (this.#ageing.isClipped(this.#numbers)) this.timeClipped += 1;
  }

  /** Finds each follower among the states, or keeps it. */
  #keepAll(state: number, count: number): void {
    const { states } = this;
    states.makeRoom(count);
    const { rows, stride, table } = states;
    const hashes = this.#hashes;
    const moves = this.#moves;
    const followers = this.#words;
    const { words } = this.packing;
    const last = table.length - 1;
    const a = rows[(state + 1) * stride - 3] ?? 0;
    const b = rows[(state + 1) * stride - 2] ?? 0;
    let touched = 0;
    // Both loops only read, so that the memory behind all followers is fetched at the same time.
    for (let follower = 0; follower < count; follower += 1)
      touched ^= table[(hashes[follower] ?? 0) & last] ?? 0;
    for (let follower = 0; follower < count; follower += 1)
      touched ^= rows[(table[(hashes[follower] ?? 0) & last] ?? 0) * stride] ?? 0;
    this.touched ^= touched;
    let { sumA, sumB } = this;
    for (let follower = 0; follower < count; follower += 1) {
      const move = moves[follower] ?? 0;
      let place = (hashes[follower] ?? 0) & last;
      let found = table[place] ?? 0;
      while (found !== 0) {
        let word = 0;
        while (word < words && rows[found * stride + word] === followers[follower * words + word]) word += 1;
        if (word === words) break;
        place = (place + 1) & last;
        found = table[place] ?? 0;
      }
      if (found === 0) found = this.#keep(follower, state, move, hashes[follower] ?? 0, place);
      sumA = (sumA + firstPart(a, move, rows[(found + 1) * stride - 3] ?? 0)) | 0;
      sumB = (sumB + secondPart(b, move, rows[(found + 1) * stride - 2] ?? 0)) | 0;
    }
    this.sumA = sumA;
    this.sumB = sumB;
  }

  /** Keeps a follower as a new state in an empty place of the table. */
  #keep(follower: number, parent: number, move: number, hash: number, empty?: number): number {
    const { states, packing } = this;
    const { words } = packing;
    const { rows, stride, table } = states;
    const state = (states.count += 1);
    const row = state * stride;
    for (let word = 0; word < words; word += 1) rows[row + word] = this.#words[follower * words + word] ?? 0;
    unpack(packing, rows, row, this.#later);
    this.#cellHash.write(this.#later, rows, row + words);
    rows[row + words + 2] = hash;
    states.parents[state] = parent;
    states.moves[state] = move;
    table[empty ?? hash & (table.length - 1)] = state;
    this.orbits += this.#symmetry?.orbit(this.#later) ?? 1;
    return state;
  }

  /** Gives the parts more room where they need it; answers whether they did. */
  #packAnew(): boolean {
    const { layout } = this.#expander.compiled;
    if (layout.tally.sayings === this.#sayings) return false;
    this.#sayings = layout.tally.sayings;
    const old = this.packing;
    const counts = layout.parts.map(({ locals }) => locals.count());
    const room = [...old.ones].map((ones) => ones + 1);
    if (counts.every((count, part) => count <= (room[part] ?? 0))) return false;
    const packing = packingFor(
      counts.map((count, part) => (count <= (room[part] ?? 0) ? (room[part] ?? 0) : count * 2)),
    );
    this.#watcher.leaving(this.contexts);
    this.states.repack(packing.words, (from, first, into, place) => {
      unpack(old, from, first, this.#later);
      pack(packing, this.#later, into, place);
    });
    this.packing = packing;
    this.contexts = new Contexts(this.#expander, packing, this.#groups);
    this.#state = new Int32Array(packing.words);
    this.#words = new Int32Array(packing.words * this.#moves.length);
    return true;
  }
}
