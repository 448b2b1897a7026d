// A day in steps of ten minutes, as a service feels it: asks, those told to come back, passes made, the line, and the waits.
// The queue fills it while it goes through a day. A wait counts from the first try to the pass, coming back included.
// What happens after midnight counts to the last ten minutes of the day it began on.
import { millisecondsADay } from "../../models/policy.ts";

export interface TenMinutes {
  /** When these ten minutes begin. */
  readonly fromMs: number;
  readonly asked: number;
  readonly shed: number;
  readonly made: number;
  readonly gaveUp: number;
  readonly queueMost: number;
  readonly waitP50Ms: number;
  readonly waitP99Ms: number;
}

export const tenMinutesMs = 600_000;
export const tensADay = millisecondsADay / tenMinutesMs;

const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");

/** When such a step of a day begins, as a clock shows it: 12:10. */
export const clockOfTen = (step: number): string => {
  const minutes = (step * tenMinutesMs) / 60_000;
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

export interface Tens {
  readonly asked: (atMs: number, waiting: number, isShed: boolean) => void;
  readonly made: (atMs: number, waitMs: number) => void;
  readonly gaveUp: (atMs: number) => void;
  readonly rows: () => readonly TenMinutes[];
}

export const emptyTens = (dayStartsAtMs: number): Tens => {
  const rows = Array.from({ length: tensADay }, () => ({ asked: 0, shed: 0, gaveUp: 0, queueMost: 0 }));
  const waits: number[][] = rows.map(() => []);
  const placeOf = (atMs: number): number =>
    Math.min(tensADay - 1, Math.max(0, Math.floor((atMs - dayStartsAtMs) / tenMinutesMs)));
  return {
    asked: (atMs, waiting, isShed) => {
      const row = rows[placeOf(atMs)];
      if (row === undefined) return;
      row.asked += 1;
      if (isShed) row.shed += 1;
      if (waiting > row.queueMost) row.queueMost = waiting;
    },
    made: (atMs, waitMs) => void waits[placeOf(atMs)]?.push(waitMs),
    gaveUp: (atMs) => {
      const row = rows[placeOf(atMs)];
      if (row !== undefined) row.gaveUp += 1;
    },
    rows: () =>
      rows.map((row, place) => {
        const sorted = (waits[place] ?? []).toSorted((a, b) => a - b);
        return {
          ...row,
          fromMs: dayStartsAtMs + place * tenMinutesMs,
          made: sorted.length,
          waitP50Ms: percentile(sorted, 0.5),
          waitP99Ms: percentile(sorted, 0.99),
        };
      }),
  };
};
