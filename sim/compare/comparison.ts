// Two runs for each seed, held against each other figure by figure: the mean of both, and the paired difference with what chance leaves of it.
// The same seed brings the same people, so what differs comes of what was set otherwise; `compare` prints it, as a table or as JSON.
// It runs nothing: pairs are made elsewhere, or are read from folders.
import { brokenIn, figures, type ComparedFigure } from "./figures.ts";
import { intervalOf, meanOf, type Interval } from "./studentst.ts";
import type { Run } from "../results/run.ts";

/** One seed, two runs. */
export interface Pair {
  readonly a: Run;
  readonly b: Run;
}

export interface Compared {
  readonly id: string;
  readonly says: string;
  readonly unit: string;
  /** In how many pairs both runs know the figure. */
  readonly pairs: number;
  readonly a: number;
  readonly b: number;
  /** B less A. */
  readonly difference: number;
  /** In 95 of 100; not there for a single pair. */
  readonly interval?: Interval;
}

/** A promise, and in how many runs of either side it was broken. */
export interface BrokenPromise {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

export const comparedBy = (
  { id, says, unit, of }: ComparedFigure,
  pairs: readonly Pair[],
): readonly Compared[] => {
  const known = pairs.flatMap(({ a, b }) => {
    const [ofA, ofB] = [of(a), of(b)];
    return ofA === undefined || ofB === undefined ? [] : [{ a: ofA, b: ofB }];
  });
  if (known.length === 0) return [];
  const differences = known.map(({ a, b }) => b - a);
  const interval = intervalOf(differences);
  return [
    {
      id,
      says,
      unit,
      pairs: known.length,
      a: meanOf(known.map(({ a }) => a)),
      b: meanOf(known.map(({ b }) => b)),
      difference: meanOf(differences),
      ...(interval === undefined ? {} : { interval }),
    },
  ];
};

export const compareAll = (pairs: readonly Pair[]): readonly Compared[] =>
  figures.flatMap((figure) => comparedBy(figure, pairs));

export const brokenPromises = (pairs: readonly Pair[]): readonly BrokenPromise[] => {
  const [ofA, ofB] = [pairs.flatMap(({ a }) => brokenIn(a)), pairs.flatMap(({ b }) => brokenIn(b))];
  const times = (broken: readonly string[], id: string): number =>
    broken.filter((each) => each === id).length;
  return [...new Set([...ofA, ...ofB])].map((id) => ({ id, a: times(ofA, id), b: times(ofB, id) }));
};
