// The clock of a simulated world: Effect's Clock, whose present instant the driver sets and which nobody waits for.
// Every party in the simulation reads it as it would read the real one; only code in sim/ can make it.
// It refuses to run backwards, and to sleep: a simulation steps from instant to instant.
import { Clock, Effect, Layer } from "effect";

export interface VirtualClock {
  /** Whole milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Moves on to an instant; an earlier one leaves the clock where it is. */
  readonly advanceTo: (atMs: number) => void;
  readonly layer: Layer.Layer<never>;
}

const nanosAMillisecond = 1_000_000n;

export const makeVirtualClock = (startsAtMs: number): VirtualClock => {
  let present = startsAtMs;
  const nanos = (): bigint => BigInt(present) * nanosAMillisecond;
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => present,
    currentTimeMillis: Effect.sync(() => present),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: nanos,
    monotonicTimeNanos: Effect.sync(nanos),
    sleep: () => Effect.never,
  };
  return {
    now: () => present,
    advanceTo: (atMs) => {
      if (atMs > present) present = atMs;
    },
    layer: Layer.succeed(Clock.Clock, clock),
  };
};
