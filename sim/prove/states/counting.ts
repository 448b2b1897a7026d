/**
 * What a search counts: how often each move was made and refused, and what each promise had to say, with where it is first broken.
 * Contexts know how often they were used, so all of it is added up when they are left, and not transition by transition.
 */
import { timePasses } from "../../../models/language/slice.ts";
import { properties, type PropertyId } from "../../../models/properties.ts";
import type { Compiled } from "./compile.ts";
import type { Contexts, Noticed } from "./contexts.ts";
import { isClipped } from "./entries.ts";
import type { Watcher } from "./explore.ts";
import type { PromiseFound } from "./result.ts";

/** Where a promise was first broken: a state, and the move made there. */
export interface Break {
  readonly state: number;
  readonly move: number;
}

interface Judged {
  met: number;
  broken: number;
  readonly kinds: Set<string>;
}

const unasked = (): Judged => ({ met: 0, broken: 0, kinds: new Set() });

export class Counting implements Watcher {
  /** Transitions of moves, but not of time, after which an instant was as old as the horizon. */
  clipped = 0;
  readonly #compiled: Compiled;
  readonly #made: Float64Array;
  readonly #refused = new Map<number, number>();
  readonly #judged = new Map<PropertyId, Judged>();
  readonly #breaks = new Map<PropertyId, Break>();

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
    this.#made = new Float64Array(compiled.moves.length);
  }

  breaks(state: number, noticed: readonly Noticed[]): void {
    for (const { promise, move, broken } of noticed)
      if (broken && !this.#breaks.has(promise)) this.#breaks.set(promise, { state, move });
  }

  leaving({ count, firsts, ends, uses, noticed, entries: { moves, refused, flags } }: Contexts): void {
    for (let context = 1; context < count; context += 1) {
      const used = uses[context] ?? 0;
      if (used === 0) continue;
      for (let entry = firsts[context] ?? 0; entry < (ends[context] ?? 0); entry += 1) {
        const move = moves[entry] ?? 0;
        const code = refused[entry] ?? 0;
        this.#made[move] = (this.#made[move] ?? 0) + used;
        if (code > 0) this.#refused.set(code, (this.#refused.get(code) ?? 0) + used);
        if (((flags[entry] ?? 0) & isClipped) !== 0) this.clipped += used;
      }
      for (const { promise, kind, broken } of noticed[context] ?? []) {
        const judged = this.#judged.get(promise) ?? unasked();
        judged.met += used;
        judged.kinds.add(kind);
        if (broken) judged.broken += used;
        this.#judged.set(promise, judged);
      }
    }
  }

  perMove(timePassed: number): ReadonlyMap<string, number> {
    const { moves } = this.#compiled;
    return new Map([
      ...moves.map(({ id }, move) => [id, this.#made[move] ?? 0] as const),
      [timePasses, timePassed],
    ]);
  }

  /** By code, in the order of the codes' numbers. */
  refusals(): ReadonlyMap<string, number> {
    const { refusalCodes } = this.#compiled.law;
    const inOrder = [...this.#refused].toSorted(([one], [other]) => one - other);
    return new Map(inOrder.map(([number, count]) => [refusalCodes[number] ?? String(number), count]));
  }

  promises(
    storyOf: (promise: PropertyId, broken: Break) => readonly string[],
  ): ReadonlyMap<PropertyId, PromiseFound> {
    return new Map(
      properties.map(({ id }) => {
        const { met, broken, kinds } = this.#judged.get(id) ?? unasked();
        const found = { met, broken, kinds: [...kinds] };
        const first = this.#breaks.get(id);
        return [id, first === undefined ? found : { ...found, story: storyOf(id, first) }];
      }),
    );
  }
}
