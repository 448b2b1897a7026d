/**
 * What one part of a slice can say, each saying with a number of its own, given in the order in which they are met.
 * States of a slice are kept as the numbers of their parts, which is what makes millions of them fit and quick to compare.
 * Parts of one form share their numbers, so that two people can change places without anything being counted anew.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";

export interface Locals {
  /** How many cells a saying has. */
  readonly size: number;
  /** How many sayings have been met. */
  readonly count: () => number;
  /** The number of the saying whose cells stand in `cells` from `first`. */
  readonly numberOf: (cells: Int32Array, first: number) => number;
  /** All cells of all sayings, one saying after another; read it anew after `numberOf`. */
  readonly values: () => Int32Array;
}

/** How many sayings all parts together have met; whoever gave them room looks here first. */
export interface Tally {
  sayings: number;
}

const widest = 32_767;

export function makeLocals(size: number, tally: Tally): Locals {
  const numbers = new Map<string, number>();
  let values = new Int32Array(64 * size);

  const keyOf = (cells: Int32Array, first: number): string => {
    let key = "";
    for (let place = first; place < first + size; place += 1) {
      const value = cells[place] ?? 0;
      if (value < -widest || value > widest)
        throw new LawMistake(
          `the slice counts up to ${String(value)}, and a cell holds no more than ${String(widest)}`,
        );
      key += `${String(value)},`;
    }
    return key;
  };

  return {
    size,
    count: () => numbers.size,
    values: () => values,
    numberOf: (cells, first) => {
      const key = keyOf(cells, first);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      if ((number + 1) * size > values.length) {
        const larger = new Int32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      for (let place = 0; place < size; place += 1) values[number * size + place] = cells[first + place] ?? 0;
      numbers.set(key, number);
      tally.sayings += 1;
      return number;
    },
  };
}
