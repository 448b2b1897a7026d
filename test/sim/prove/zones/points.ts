// What a matrix of bounds stands for, by brute force: all choices of whole-number instants within a window.
// The first instant is the present and stands at 0, because a matrix knows differences only.
// Bounds are drawn so small that the window shows everything: what is finite is reached in it, and what is not goes far past that.
import fc from "fast-check";
import { close, mostBetween, type Matrix } from "../../../../sim/prove/zones/matrix.ts";

/** Bounds that are drawn lie between this and its opposite. */
const drawnMost = 3;
/** Two of them one after another: no two of three instants are further apart if they are bound at all. */
export const boundMost = 2 * drawnMost;
/** In so wide a window even an instant bound to lie that far back can be that much later than one that is not bound. */
const windowMost = 16;

export type Point = readonly number[];

export const range: readonly number[] = Array.from(
  { length: 2 * windowMost + 1 },
  (_, place) => place - windowMost,
);
/** The present, and two instants before or after it. */
export const points: readonly Point[] = range.flatMap((one) => range.map((other) => [0, one, other]));

const at = (point: Point, place: number): number => point[place] ?? NaN;

/** By how much the one of the instants is later than the other. */
export const difference = (point: Point, later: number, earlier: number): number =>
  at(point, later) - at(point, earlier);

/** Whether the instants keep all bounds of the matrix. It is asked a million times, so it makes nothing. */
export function keeps(matrix: Matrix, point: Point): boolean {
  for (let later = 0; later < matrix.size; later += 1)
    for (let earlier = 0; earlier < matrix.size; earlier += 1)
      if (difference(point, later, earlier) > mostBetween(matrix, later, earlier)) return false;
  return true;
}

export const pointsOf = (matrix: Matrix): readonly Point[] => points.filter((point) => keeps(matrix, point));

/** A matrix of these bounds, row by row. */
export const matrixOf = (bounds: readonly number[]): Matrix => ({
  size: Math.sqrt(bounds.length),
  most: Float64Array.from(bounds),
});

/** The same with every bound made as sharp as the others make it. */
export function closedOf(bounds: readonly number[]): Matrix {
  const matrix = matrixOf(bounds);
  close(matrix);
  return matrix;
}

/** Whether every bound is reached by some of these points, and where there is none they lie as far apart as the window lets them. */
export function isSharp(matrix: Matrix, among: readonly Point[]): boolean {
  for (let later = 0; later < matrix.size; later += 1)
    for (let earlier = 0; earlier < matrix.size; earlier += 1) {
      const bound = mostBetween(matrix, later, earlier);
      const most = among.reduce(
        (sofar, point) => Math.max(sofar, difference(point, later, earlier)),
        -Infinity,
      );
      if (bound === Infinity ? most <= boundMost : most !== bound) return false;
    }
  return true;
}

export const anyBound = fc.integer({ min: -drawnMost, max: drawnMost });
const perhapsNone = fc.oneof(
  { weight: 3, arbitrary: anyBound },
  { weight: 1, arbitrary: fc.constant(Infinity) },
);

/** Any bounds between three instants, possible together or not. */
export const anyBounds: fc.Arbitrary<readonly number[]> = fc
  .tuple(perhapsNone, perhapsNone, perhapsNone, perhapsNone, perhapsNone, perhapsNone)
  .map(([a, b, c, d, e, f]) => [0, a, b, c, 0, d, e, f, 0]);

/** A closed matrix of three instants for which there are some. */
export const anyMatrix: fc.Arbitrary<Matrix> = anyBounds
  .map(closedOf)
  .filter((matrix) => [0, 1, 2].every((place) => mostBetween(matrix, place, place) === 0));

export const anyPlace = fc.constantFrom(0, 1, 2);
