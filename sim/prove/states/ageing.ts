/**
 * What a tick does to each part, remembered by the part's number and the hour of the day.
 * A state a tick later is made of its parts a tick later, because no row looks at another when its deadline fires.
 */
import type { Expander } from "./expand.ts";

/** By number and hour: one more than the number a tick later, -1 where no time passes, 0 where it is not known yet. */
interface Known {
  later: Int32Array;
  clipped: Uint8Array;
}

export class Ageing {
  readonly #expander: Expander;
  readonly #hours: number;
  readonly #known: readonly Known[];
  #phase = 0;

  constructor(expander: Expander) {
    const { parts, slice } = expander.compiled.layout;
    this.#expander = expander;
    this.#hours = slice.ticksADay;
    this.#known = parts.map(() => ({ later: new Int32Array(64), clipped: new Uint8Array(64) }));
  }

  get bytes(): number {
    return this.#known.reduce(
      (bytes, { later, clipped }) => bytes + later.byteLength + clipped.byteLength,
      0,
    );
  }

  /** Whether time can pass in a state; then `later` holds the numbers of its parts a tick later. */
  passes(numbers: Int32Array, later: Int32Array): boolean {
    this.#phase = this.#expander.phaseOf(numbers);
    for (let part = 0; part < numbers.length; part += 1) {
      const place = (numbers[part] ?? 0) * this.#hours + this.#phase;
      const known = this.#known[part]?.later[place] ?? 0;
      const entry = known === 0 ? this.#find(part, numbers[part] ?? 0, place) : known;
      if (entry < 0) return false;
      later[part] = entry - 1;
    }
    return true;
  }

  /** Whether an instant becomes as old as the horizon when time passes in the state that was asked about last. */
  isClipped(numbers: Int32Array): boolean {
    for (let part = 0; part < numbers.length; part += 1)
      if (this.#known[part]?.clipped[(numbers[part] ?? 0) * this.#hours + this.#phase] === 1) return true;
    return false;
  }

  #find(part: number, number: number, place: number): number {
    const known = this.#known[part];
    if (known === undefined) return -1;
    const { number: aged, clipped } = this.#expander.ages(part, number, this.#phase);
    if (place >= known.later.length) {
      const { later, clipped: flags } = known;
      known.later = new Int32Array(place * 2);
      known.later.set(later);
      known.clipped = new Uint8Array(place * 2);
      known.clipped.set(flags);
    }
    known.later[place] = aged < 0 ? -1 : aged + 1;
    known.clipped[place] = clipped ? 1 : 0;
    return known.later[place];
  }
}
