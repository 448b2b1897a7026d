// Counts a day of a run by ten minutes, and keeps the day with the most check-ins.
// The tally adds to it what has an instant in the city; how long batches took is real time on this machine.
// What happens before or after the day that runs, as at the end of a run, is not of the day.
import { profileMinutes, type Profile, type ProfileRow } from "../results/days.ts";
import type { Recorder } from "../stopwatch.ts";
import { clockOfTen, tenMinutesMs, tensADay } from "../world/tenminutes.ts";

type ProfileColumn = "issued" | "checkIns" | "refused";

export interface Profiling {
  readonly begin: (day: string, startsAtMs: number) => void;
  readonly add: (column: ProfileColumn, atMs: number) => void;
  /** So many passes came out of a batch after this time. */
  readonly waited: (passes: number, elapsedMs: number, atMs: number) => void;
  readonly busiest: () => Profile | undefined;
}

interface Counted {
  readonly day: string;
  readonly startsAtMs: number;
  readonly counts: Readonly<Record<ProfileColumn, Int32Array>>;
  readonly waits: (Recorder | undefined)[];
}

const rowOf = ({ counts, waits }: Counted, step: number): ProfileRow => {
  const waited = waits[step]?.measured();
  return {
    at: clockOfTen(step),
    issued: counts.issued[step] ?? 0,
    checkIns: counts.checkIns[step] ?? 0,
    refused: counts.refused[step] ?? 0,
    ...(waited === undefined ? {} : { waitP50Ms: waited.p50Ms, waitP99Ms: waited.p99Ms }),
  };
};

const checkInsOf = (counted: Counted | undefined): number =>
  counted?.counts.checkIns.reduce((sum, count) => sum + count, 0) ?? -1;

export const makeProfiling = (recorder: () => Recorder): Profiling => {
  let current: Counted | undefined;
  let best: Counted | undefined;
  const busiest = (): Counted | undefined => (checkInsOf(current) > checkInsOf(best) ? current : best);
  const stepOf = (atMs: number): number => Math.floor((atMs - (current?.startsAtMs ?? 0)) / tenMinutesMs);

  return {
    begin: (day, startsAtMs) => {
      best = busiest();
      const empty = (): Int32Array => new Int32Array(tensADay);
      const counts = { issued: empty(), checkIns: empty(), refused: empty() };
      current = { day, startsAtMs, counts, waits: Array.from({ length: tensADay }) };
    },
    add: (column, atMs) => {
      const counts = current?.counts[column];
      const step = stepOf(atMs);
      // Beyond the day there is no place in the column, and nothing is counted.
      if (counts !== undefined) counts[step] = (counts[step] ?? 0) + 1;
    },
    waited: (passes, elapsedMs, atMs) => {
      const step = stepOf(atMs);
      if (current === undefined || !(step >= 0 && step < tensADay)) return;
      (current.waits[step] ??= recorder()).add(passes, elapsedMs);
    },
    busiest: () => {
      const day = busiest();
      if (day === undefined) return undefined;
      const rows = Array.from({ length: tensADay }, (_, step) => rowOf(day, step));
      return { day: day.day, minutes: profileMinutes, rows };
    },
  };
};
