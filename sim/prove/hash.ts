/**
 * The hash of a transition relation that does not depend on the order in which transitions are found.
 * Our search, the plain reading and outside checkers all compute it from the cells of states and the numbers of moves;
 * it is equal only if they found the same transitions. It is no secret and no signature.
 */

/** What of a state goes into the hash of each of its transitions. */
export interface StateHash {
  readonly a: number;
  readonly b: number;
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Where both halves begin, before any cell. */
export const firstStart = 0x9747b28c | 0;
export const secondStart = 0x5bd1e995 | 0;

/** The first half with one more cell. */
export const firstWith = (a: number, cell: number): number =>
  turned(Math.imul(a ^ (cell & 0xffff), 0x01000193), 13);

/** The second half with one more cell, mixed otherwise. */
export const secondWith = (b: number, cell: number): number =>
  turned(Math.imul(b ^ (cell & 0xffff), 0x85ebca6b), 15);

/** Both halves over all cells, in order. */
export function hashOfState(cells: ArrayLike<number>): StateHash {
  let a = firstStart;
  let b = secondStart;
  for (let place = 0; place < cells.length; place += 1) {
    a = firstWith(a, cells[place] ?? 0);
    b = secondWith(b, cells[place] ?? 0);
  }
  return { a, b };
}

/** What a transition adds to the first sum: `move` counts from 0, and time comes after the last move. */
export function firstPart(fromA: number, move: number, toA: number): number {
  const part = Math.imul(fromA ^ turned(toA, 7) ^ Math.imul(move + 1, 0x9e3779b1), 0xc2b2ae35);
  return part ^ (part >>> 16);
}

/** What a transition adds to the second sum. */
export function secondPart(fromB: number, move: number, toB: number): number {
  const part = Math.imul(fromB ^ turned(toB, 7) ^ Math.imul(move + 1, 0x9e3779b1), 0x27d4eb2f);
  return part ^ (part >>> 15);
}

const hexadecimal = (value: number): string => (value >>> 0).toString(16).padStart(8, "0");

/** The sums as they are printed and compared. */
export const relationHash = (sumA: number, sumB: number): string => hexadecimal(sumA) + hexadecimal(sumB);
