/**
 * A clock whose present instant the harness sets, forwards or backwards, and which sleeps as long as a real one.
 * Each party that the harness serves has one of its own, because a pass is issued by one clock and judged by another.
 * It refuses to move by itself.
 */
import { Clock, Effect, Layer } from "effect";

export interface SettableClock {
  readonly now: () => number;
  readonly set: (atMs: number) => void;
  readonly layer: Layer.Layer<never>;
}

const nanosAMillisecond = 1_000_000n;

export const makeSettableClock = (startsAtMs: number): SettableClock => {
  let present = startsAtMs;
  const nanos = (): bigint => BigInt(present) * nanosAMillisecond;
  return {
    now: () => present,
    set: (atMs) => {
      present = atMs;
    },
    layer: Layer.effect(
      Clock.Clock,
      Effect.map(Clock.Clock, (real): Clock.Clock => ({
        currentTimeMillisUnsafe: () => present,
        currentTimeMillis: Effect.sync(() => present),
        currentTimeNanosUnsafe: nanos,
        currentTimeNanos: Effect.sync(nanos),
        monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
        monotonicTimeNanos: real.monotonicTimeNanos,
        sleep: (duration) => real.sleep(duration),
      })),
    ),
  };
};
