// A clock for real servers in tests that live through weeks: time passes as it does, and the test can let any span of it pass at once.
// Whoever sleeps wakes when their instant has come, however it came, so sweeps, time-outs and deadlines go on by themselves.
// It never runs backwards.
import { Clock, Duration, Effect, Layer } from "effect";

const nanosAMillisecond = 1_000_000n;
const longestTimerMs = 2 ** 31 - 1;

export interface PassingClock {
  readonly now: () => number;
  /** Lets time pass until this instant; an earlier one changes nothing. */
  readonly passTo: (atMs: number) => void;
  readonly layer: Layer.Layer<never>;
}

export const makePassingClock = (startsAtMs: number): PassingClock => {
  const real = Effect.runSync(Clock.clockWith((clock) => Effect.succeed(clock)));
  const began = real.currentTimeMillisUnsafe();
  let skipped = 0;
  const now = (): number => startsAtMs + skipped + real.currentTimeMillisUnsafe() - began;
  const waiting = new Set<() => void>();
  const nanos = (): bigint => BigInt(now()) * nanosAMillisecond;

  const sleep = (duration: Duration.Duration): Effect.Effect<void> =>
    Effect.callback((resume: (woken: Effect.Effect<void>) => void) => {
      const wakesAtMs = now() + Duration.toMillis(duration);
      let timer: NodeJS.Timeout | undefined;
      const look = (): void => {
        clearTimeout(timer);
        const left = wakesAtMs - now();
        if (left > 0) {
          timer = setTimeout(look, Math.min(left, longestTimerMs));
          return;
        }
        waiting.delete(look);
        resume(Effect.void);
      };
      waiting.add(look);
      look();
      return Effect.sync(() => {
        clearTimeout(timer);
        waiting.delete(look);
      });
    });

  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: now,
    currentTimeMillis: Effect.sync(now),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep,
  };
  return {
    now,
    passTo: (atMs) => {
      const span = atMs - now();
      if (span <= 0) return;
      skipped += span;
      for (const look of [...waiting]) look();
    },
    layer: Layer.succeed(Clock.Clock, clock),
  };
};
