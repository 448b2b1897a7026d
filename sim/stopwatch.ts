// The one stopwatch: real elapsed time, for measuring and for nothing else. No party and no law reads it.
// Simulator and benchmarks take it as a service; a recorder keeps what they measured in columns and answers percentiles.
import { Context } from "effect";

export interface StopwatchService {
  /** Milliseconds since some instant, with fractions; only differences mean anything. */
  readonly now: () => number;
}

export const Stopwatch = Context.Reference<StopwatchService>("entrylog/sim/Stopwatch", {
  defaultValue: () => ({ now: () => performance.now() }),
});

export interface Measured {
  readonly count: number;
  /** Items a second of measured time; 0 when nothing was measured. */
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Keeps how long batches took, each weighted by its items: an item waits as long as its batch takes. */
export interface Recorder {
  readonly add: (items: number, elapsedMs: number) => void;
  readonly measured: () => Measured;
}

export const makeRecorder = (): Recorder => {
  let items = new Float64Array(1_024);
  let elapsed = new Float64Array(1_024);
  let length = 0;
  let count = 0;
  let total = 0;

  const percentile = (order: readonly number[], share: number): number => {
    let seen = 0;
    for (const place of order) {
      seen += items[place] ?? 0;
      if (seen >= count * share) return elapsed[place] ?? 0;
    }
    return 0;
  };
  return {
    add: (added, elapsedMs) => {
      if (length === items.length) {
        items = grown(items);
        elapsed = grown(elapsed);
      }
      items[length] = added;
      elapsed[length] = elapsedMs;
      length += 1;
      count += added;
      total += elapsedMs;
    },
    measured: () => {
      const order = Array.from({ length }, (_, place) => place).sort(
        (a, b) => (elapsed[a] ?? 0) - (elapsed[b] ?? 0),
      );
      return {
        count,
        perSecond: total > 0 ? (count / total) * 1_000 : 0,
        p50Ms: percentile(order, 0.5),
        p99Ms: percentile(order, 0.99),
      };
    },
  };
};

const grown = (old: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(old.length * 2);
  larger.set(old);
  return larger;
};
