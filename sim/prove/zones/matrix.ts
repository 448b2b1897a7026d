/**
 * A difference-bound matrix: for each pair of instants the most by which one can be later than the other.
 * It stands for all whole-number instants that keep these bounds; every matrix here is closed, so that no bound can be sharpened by two others.
 * The zones are made of it. It knows no law, no fields and no days, and changes nothing in place that somebody else holds.
 */

export interface Matrix {
  readonly size: number;
  /** In row i, column j: the most milliseconds that instant i can be later than instant j. */
  readonly most: Float64Array;
}

/** The place of the present instant in every matrix. */
export const present = 0;

/** A matrix of the present instant alone. */
export const alone: Matrix = { size: 1, most: new Float64Array(1) };

export const mostBetween = ({ size, most }: Matrix, later: number, earlier: number): number =>
  most[later * size + earlier] ?? Infinity;

/** The instants among these for which `later` is at most so much after `earlier`; nothing if there are none. */
export function atMost(matrix: Matrix, later: number, earlier: number, bound: number): Matrix | undefined {
  const { size, most } = matrix;
  if (mostBetween(matrix, later, earlier) <= bound) return matrix;
  if (mostBetween(matrix, earlier, later) + bound < 0) return undefined;
  const tightened = new Float64Array(most);
  for (let row = 0; row < size; row += 1) {
    const way = (most[row * size + later] ?? Infinity) + bound;
    if (way === Infinity) continue;
    for (let column = 0; column < size; column += 1) {
      const through = way + (most[earlier * size + column] ?? Infinity);
      if (through < (tightened[row * size + column] ?? Infinity)) tightened[row * size + column] = through;
    }
  }
  return { size, most: tightened };
}

/** One more instant, which lies between `least` and `greatest` after one that is there. */
export function withAnother(matrix: Matrix, after: number, least: number, greatest: number): Matrix {
  const { size } = matrix;
  const larger = size + 1;
  const most = new Float64Array(larger * larger);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      most[row * larger + column] = mostBetween(matrix, row, column);
  for (let other = 0; other < size; other += 1) {
    most[size * larger + other] = mostBetween(matrix, after, other) + greatest;
    most[other * larger + size] = mostBetween(matrix, other, after) - least;
  }
  return { size: larger, most };
}

/** Instants named as so much after ones that are there, in the order given; all others are forgotten. */
export function picked(
  matrix: Matrix,
  instants: readonly { readonly clock: number; readonly plus: number }[],
): Matrix {
  const size = instants.length;
  const most = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const later = instants[row];
    for (let column = 0; column < size; column += 1) {
      const earlier = instants[column];
      if (row !== column && later !== undefined && earlier !== undefined)
        most[row * size + column] =
          mostBetween(matrix, later.clock, earlier.clock) + later.plus - earlier.plus;
    }
  }
  return { size, most };
}

/** Time passes, by any amount: nothing says any more how far the present lies after the others. */
export function later(matrix: Matrix): Matrix {
  const most = new Float64Array(matrix.most);
  most.fill(Infinity, 1, matrix.size);
  return { size: matrix.size, most };
}

/** Whether every choice of instants of the smaller one is one of the larger one too. */
export function includes(larger: Matrix, smaller: Matrix): boolean {
  for (let place = 0; place < larger.most.length; place += 1)
    if ((larger.most[place] ?? Infinity) < (smaller.most[place] ?? Infinity)) return false;
  return true;
}

/** The least matrix that includes both; it is closed again. */
export const hull = (one: Matrix, other: Matrix): Matrix => ({
  size: one.size,
  most: one.most.map((bound, place) => Math.max(bound, other.most[place] ?? Infinity)),
});

/** Bounds that have grown are dropped, so that growing little by little comes to an end. */
export function leap(before: Matrix, grown: Matrix): Matrix {
  const most = grown.most.map((bound, place) =>
    bound > (before.most[place] ?? Infinity) ? Infinity : bound,
  );
  const wide = { size: grown.size, most };
  close(wide);
  return wide;
}

/** Sharpens all bounds in place by all ways through others; for a matrix that was just made and is nobody's yet. */
export function close({ size, most }: Matrix): void {
  for (let through = 0; through < size; through += 1)
    for (let row = 0; row < size; row += 1) {
      const way = most[row * size + through] ?? Infinity;
      if (way === Infinity) continue;
      for (let column = 0; column < size; column += 1) {
        const sum = way + (most[through * size + column] ?? Infinity);
        if (sum < (most[row * size + column] ?? Infinity)) most[row * size + column] = sum;
      }
    }
}
