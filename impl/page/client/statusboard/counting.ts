// What the pictures and tables of the status board count, out of sums by day: what came on each day, and the mean of seven days.
// Where a day or the one before is not known, nothing is said of it. A correction of the source may make a day negative.
export type Sums = readonly (number | null)[];

const meanDays = 7;

/** What came on each day; of the first one nothing is known. */
export const daily = (sums: Sums): Sums =>
  sums.map((sum, place) => {
    const before = sums[place - 1];
    return sum === null || before === null || before === undefined ? null : sum - before;
  });

/** The mean of a day and the six before it, where all of them are known. */
export const means = (days: Sums): Sums =>
  days.map((_, place) => {
    const week = days.slice(Math.max(0, place - meanDays + 1), place + 1).filter((day) => day !== null);
    return week.length < meanDays ? null : week.reduce((sum, day) => sum + day, 0) / meanDays;
  });

/** The last one that is known. */
export const latest = (sums: Sums): number | null => sums.findLast((sum) => sum !== null) ?? null;

/** How many came in the last seven days. */
export const lastWeek = (sums: Sums): number | null => {
  const last = sums.at(-1) ?? null;
  const before = sums.at(-1 - meanDays) ?? null;
  return last === null || before === null ? null : last - before;
};
