// Our side of the simulator's rows: the plain city at the policy level, measured without the making of its world.
// Everything that the policy level does is done: decisions by the generated rules, promises judged, transitions counted, records kept.
// Of what it finds only the counts are told that a peer has too; what comes after the last day is nobody's.
import { Effect } from "effect";
import type { HearsDecision } from "../../decisions.ts";
import { runPolicy } from "../../policy/run.ts";
import { Stopwatch } from "../../stopwatch.ts";
import type { CityCounts } from "./counts.ts";
import type { PlainCity } from "./plaincity.ts";

const sum = (column: Iterable<number>): number => {
  let all = 0;
  for (const each of column) all += each;
  return all;
};
/** Without the last place, in which everything after the last day is counted. */
const ofDays = (column: Int32Array | Float64Array): number => sum(column.subarray(0, -1));

/** Both sums over some days, two places a day, as eight hexadecimal digits each. */
export const hashOf = (sums: Uint32Array): string =>
  [0, 1]
    .map((half) => sums.reduce((all, each, place) => (place % 2 === half ? (all + each) >>> 0 : all), 0))
    .map((part) => part.toString(16).padStart(8, "0"))
    .join("");

export interface OursOptions {
  readonly workers: number;
  readonly hears?: HearsDecision;
  /** Told after each day, which is over then; days count from 1. */
  readonly dayOver?: (day: number) => void;
}

export interface OursRan extends CityCounts {
  /** After each day, on the stopwatch, how many seconds the run had taken. */
  readonly secondsByDay: readonly number[];
  readonly checkInsByDay: readonly number[];
}

const slotsADay = 144;

export const runOurs = ({ world, policy }: PlainCity, { workers, hears, dayOver }: OursOptions) =>
  Effect.gen(function* () {
    const stopwatch = yield* Stopwatch;
    const secondsByDay: number[] = [];
    const begun = stopwatch.now();
    const ran = yield* Effect.promise(() =>
      runPolicy({
        world,
        policy,
        workers,
        hears,
        progress: () => {
          secondsByDay.push((stopwatch.now() - begun) / 1_000);
          dayOver?.(secondsByDay.length);
        },
      }),
    );
    const { counts, days } = ran;
    return {
      decided: ofDays(counts.decided),
      hash: hashOf(counts.hash.subarray(0, -2)),
      passes: ofDays(counts.issued),
      checkIns: ofDays(counts.checkIns),
      verifications: ofDays(counts.verified),
      // What ends with the last day is erased after it.
      erased: sum(days.slice(0, -1).map(({ recordsErased }) => recordsErased)),
      refused: ofDays(counts.refused),
      seconds: secondsByDay.at(-1) ?? 0,
      secondsByDay,
      checkInsByDay: days.map((_, day) =>
        sum(counts.checkIns.subarray(day * slotsADay, (day + 1) * slotsADay)),
      ),
    } satisfies OursRan;
  });
