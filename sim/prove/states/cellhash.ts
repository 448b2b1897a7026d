/**
 * The hash of a state in the transition relation, straight from the numbers of its parts and the cells that these stand for.
 * The search asks it once for every new state, so it looks the cells up where the parts keep them and copies nothing.
 */
import { firstStart, firstWith, secondStart, secondWith } from "../hash.ts";
import type { Layout } from "./parts.ts";

export class CellHash {
  readonly #layout: Layout;
  readonly #sizes: Int32Array;
  #values: readonly Int32Array[];
  #sayings: number;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#sizes = Int32Array.from(layout.parts, ({ size }) => size);
    this.#values = layout.parts.map(({ locals }) => locals.values());
    this.#sayings = layout.tally.sayings;
  }

  /** Writes both halves into `into` from `first`. */
  write(numbers: Int32Array, into: Int32Array, first: number): void {
    const { parts, tally } = this.#layout;
    if (tally.sayings !== this.#sayings) {
      this.#sayings = tally.sayings;
      this.#values = parts.map(({ locals }) => locals.values());
    }
    let a = firstStart;
    let b = secondStart;
    for (let part = 0; part < numbers.length; part += 1) {
      const size = this.#sizes[part] ?? 0;
      const values = this.#values[part];
      const from = (numbers[part] ?? 0) * size;
      for (let cell = from; cell < from + size; cell += 1) {
        a = firstWith(a, values?.[cell] ?? 0);
        b = secondWith(b, values?.[cell] ?? 0);
      }
    }
    into[first] = a;
    into[first + 1] = b;
  }
}
