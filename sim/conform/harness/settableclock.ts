/**
 * A clock whose present instant the harness sets, forwards or backwards, and which sleeps as long as a real one; but whoever sleeps for
 * minutes, as a party does between two sweeps, sleeps until the harness has it swept. So nothing is erased by chance while a case goes on.
 * Each party that the harness serves has one of its own, because a pass is issued by one clock and judged by another.
 * It refuses to move by itself.
 */
import { Clock, Duration, Effect, Layer } from "effect";

export interface SettableClock {
  readonly now: () => number;
  readonly set: (atMs: number) => void;
  /** Wakes whoever sleeps for minutes, once, and waits until somebody does again: a sweep has been and is over. */
  readonly sweep: Effect.Effect<void>;
  readonly layer: Layer.Layer<never>;
}

const nanosAMillisecond = 1_000_000n;
/** More than anybody waits for an answer or for the end of an epoch, less than between two sweeps. */
const longMs = 120_000;

export const makeSettableClock = (startsAtMs: number): SettableClock => {
  let present = startsAtMs;
  const nanos = (): bigint => BigInt(present) * nanosAMillisecond;
  const asleep = new Set<() => void>();
  const watching = new Set<() => void>();
  const longSleep = Effect.callback((resume: (woken: Effect.Effect<void>) => void) => {
    const wake = (): void => {
      asleep.delete(wake);
      resume(Effect.void);
    };
    asleep.add(wake);
    for (const seen of watching) seen();
    return Effect.sync(() => void asleep.delete(wake));
  });
  const somebodySleeps = Effect.callback((resume: (seen: Effect.Effect<void>) => void) => {
    const seen = (): void => {
      if (asleep.size === 0) return;
      watching.delete(seen);
      resume(Effect.void);
    };
    watching.add(seen);
    seen();
    return Effect.sync(() => void watching.delete(seen));
  });
  const wakeAll = Effect.sync(() => {
    // Whoever wakes may sleep again at once.
    for (const wake of [...asleep]) wake();
  });
  return {
    now: () => present,
    set: (atMs) => {
      present = atMs;
    },
    sweep: Effect.andThen(Effect.andThen(somebodySleeps, wakeAll), somebodySleeps),
    layer: Layer.effect(
      Clock.Clock,
      Effect.map(Clock.Clock, (real): Clock.Clock => ({
        currentTimeMillisUnsafe: () => present,
        currentTimeMillis: Effect.sync(() => present),
        currentTimeNanosUnsafe: nanos,
        currentTimeNanos: Effect.sync(nanos),
        monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
        monotonicTimeNanos: real.monotonicTimeNanos,
        sleep: (duration) => (Duration.toMillis(duration) >= longMs ? longSleep : real.sleep(duration)),
      })),
    ),
  };
};
