// How far a mean of few differences may lie from the truth: Student's t for an interval of 95 %, by degrees of freedom.
// A closed table, as it stands in every textbook; between its rows the row before is taken, which makes intervals a little wider and never narrower.
// With fewer than two differences nothing can be said, and nothing is.

const degreesOneToThirty = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const further: readonly (readonly [degrees: number, t: number])[] = [
  [40, 2.021],
  [60, 2],
  [120, 1.98],
];

/** The two-sided 95 % point of Student's t. */
export const studentsT = (degrees: number): number => {
  const row = further.findLast(([from]) => degrees >= from);
  return row?.[1] ?? degreesOneToThirty[Math.min(degrees, degreesOneToThirty.length) - 1] ?? Infinity;
};

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Where the mean of all differences lies, in 95 of 100 samples like this one. */
export const intervalOf = (differences: readonly number[]): Interval | undefined => {
  const { length } = differences;
  if (length < 2) return undefined;
  const mean = meanOf(differences);
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (length - 1);
  const half = studentsT(length - 1) * Math.sqrt(variance / length);
  return { from: mean - half, to: mean + half };
};
