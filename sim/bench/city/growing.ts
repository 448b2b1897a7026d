// The simulator's rows about size: whether a check-in costs as much in a nation as in a town, and how long a nation takes.
// Each size is a plain city at the policy level in one thread; making its world is not measured.
// The smallest city has to come to the same each time, and every city to as many check-ins as its venues draw visits.
import { Effect } from "effect";
import type { LimitRow, Point, RatioRow } from "../row.ts";
import { median } from "../sides.ts";
import { toldOf } from "./counts.ts";
import { runOurs } from "./ours.ts";
import { plainCity, type CitySize, type PlainCity } from "./plaincity.ts";

const figure = (value = 0): string => value.toLocaleString("en");

/** Visits that the venues draw on the days of a city. */
const drawnBy = ({ world }: PlainCity): number => {
  const { demand, firstWeekday } = world.lives;
  let drawn = 0;
  for (let day = 0; day < world.size.days; day += 1) drawn += demand.expected[(firstWeekday + day) % 7] ?? 0;
  return drawn;
};

/** What a run of one size came to, and how its check-ins stand to the visits that the venues draw. */
export const runSize = Effect.fnUntraced(function* (size: CitySize) {
  const city = yield* plainCity(size);
  const counts = yield* runOurs(city, { workers: 1 });
  return { size, counts, rate: counts.checkIns / counts.seconds, drawn: counts.checkIns / drawnBy(city) };
});
export type SizeRun = Effect.Success<ReturnType<typeof runSize>>;

/** Some decline, and some visits are given up because no free time is left in the day for them. */
const drawnLeast = 0.9;
const drawnMost = 1.05;
const isWhole = ({ drawn }: SizeRun): boolean => drawn >= drawnLeast && drawn <= drawnMost;

/** The largest against the smallest, which goes as often as it takes to be sure of it. */
export const flatRow = (smallest: readonly SizeRun[], larger: readonly SizeRun[]): RatioRow => {
  const theirs = median(smallest.map((run) => run.rate));
  const runs = [...smallest.slice(0, 1).map((run) => ({ ...run, rate: theirs })), ...larger];
  const [least, most] = [runs[0], runs.at(-1)];
  const ours = most?.rate ?? 0;
  return {
    id: "sim-flat",
    compared:
      `Check-ins a second of ${figure(most?.size.people)} people over ${figure(most?.size.days)} days, ` +
      `against those of ${figure(least?.size.people)} people over ${figure(least?.size.days)}, at the policy level in one thread.`,
    unit: "check-ins a second",
    goal: 0.8,
    aim: 0.9,
    ours,
    theirs,
    ratio: ours / theirs,
    equal: runs.every(isWhole) && new Set(smallest.map(({ counts }) => toldOf(counts))).size === 1,
    besides: {},
    growth: {
      people: runs.map(({ size, rate }): Point => ({ size: size.people, rate })),
      records: runs.map(({ counts, rate }): Point => ({ size: counts.checkIns, rate })),
    },
  };
};

export const nationRow = (run: SizeRun): LimitRow => ({
  id: "sim-nation",
  compared:
    `Seconds that ${figure(run.size.people)} people over ${figure(run.size.days)} days take at the policy level in one thread: ` +
    `${figure(run.counts.checkIns)} check-ins, ${figure(run.counts.decided)} decisions, every promise judged.`,
  unit: "seconds",
  goal: 60,
  aim: 30,
  lessIsBetter: true,
  ours: run.counts.seconds,
  equal: isWhole(run),
  besides: {},
});
