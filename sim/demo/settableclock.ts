// A clock that can be set ahead: the machine's own, and as much more as it was told. Whatever sleeps under it wakes when its time has come,
// also where that time came at once. The demonstration's processes run under it, and tests; nothing of a party knows of it.
// It refuses to go back, because a party that lived through an instant cannot unlive it.
import { Clock, Context, Duration, Effect } from "effect";

export interface SettableClock {
  readonly clock: Clock.Clock;
  readonly aheadMs: () => number;
  /** So far ahead of the machine's; less than it is already changes nothing. */
  readonly setAhead: (aheadMs: number) => void;
}

interface Sleeper {
  /** In the clock's monotonic time. */
  readonly wakesAtMs: number;
  readonly wake: () => void;
  timer: NodeJS.Timeout | undefined;
}

const nanosAMillisecond = 1_000_000n;
/** A Node timer beyond it fires at once. */
const timerMostMs = 2 ** 31 - 1;

export const makeSettableClock = (
  aheadAtFirstMs = 0,
  machine: Clock.Clock = Context.get(Context.empty(), Clock.Clock),
): SettableClock => {
  let aheadMs = aheadAtFirstMs;
  const aheadNanos = (): bigint => BigInt(aheadMs) * nanosAMillisecond;
  const millis = (): number => machine.currentTimeMillisUnsafe() + aheadMs;
  const nanos = (): bigint => machine.currentTimeNanosUnsafe() + aheadNanos();
  const monotonic = (): bigint => machine.monotonicTimeNanosUnsafe() + aheadNanos();
  const steadyMs = (): number => Number(monotonic()) / Number(nanosAMillisecond);
  const sleepers = new Set<Sleeper>();

  const forget = (sleeper: Sleeper): void => {
    clearTimeout(sleeper.timer);
    sleepers.delete(sleeper);
  };
  const look = (sleeper: Sleeper): void => {
    clearTimeout(sleeper.timer);
    const leftMs = sleeper.wakesAtMs - steadyMs();
    if (leftMs > 0) {
      // Upwards, because a timer counts whole milliseconds and must not come before its time.
      sleeper.timer = setTimeout(() => look(sleeper), Math.min(Math.ceil(leftMs), timerMostMs));
      return;
    }
    forget(sleeper);
    sleeper.wake();
  };

  const sleep = (duration: Duration.Duration): Effect.Effect<void> => {
    const sleepMs = Duration.toMillis(duration);
    if (sleepMs <= 0) return Effect.yieldNow;
    if (!Number.isFinite(sleepMs)) return Effect.never;
    return Effect.callback((resume) => {
      const sleeper: Sleeper = {
        wakesAtMs: steadyMs() + sleepMs,
        wake: () => resume(Effect.void),
        timer: undefined,
      };
      sleepers.add(sleeper);
      look(sleeper);
      return Effect.sync(() => forget(sleeper));
    });
  };

  return {
    clock: {
      currentTimeMillisUnsafe: millis,
      currentTimeMillis: Effect.sync(millis),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: monotonic,
      monotonicTimeNanos: Effect.sync(monotonic),
      sleep,
    },
    aheadMs: () => aheadMs,
    setAhead: (nextMs) => {
      if (nextMs <= aheadMs) return;
      aheadMs = nextMs;
      // Those who are due are woken in the order of their instants.
      for (const sleeper of [...sleepers].sort((one, other) => one.wakesAtMs - other.wakesAtMs))
        look(sleeper);
    },
  };
};
