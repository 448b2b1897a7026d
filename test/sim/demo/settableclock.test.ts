// The clock of the demonstration: ahead of the machine's by what it was told, waking who is due, and never going back.
// Everything here happens under the machine's real clock, within a second.
import { Clock, Duration, Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { makeSettableClock } from "../../../sim/demo/settableclock.ts";

const dayMs = 86_400_000;

/** Runs under a settable clock. */
const under = <A>(clock: ReturnType<typeof makeSettableClock>, effect: Effect.Effect<A>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Clock.Clock, clock.clock));

describe("a settable clock", () => {
  it("is the machine's and as much more as it was told, in all its readings", async () => {
    const settable = makeSettableClock(dayMs);
    const [wallMs, nanos, steady] = await under(
      settable,
      Effect.all([Clock.currentTimeMillis, Clock.currentTimeNanos, Clock.monotonicTimeNanos]),
    );
    const machineMs = await Effect.runPromise(Clock.currentTimeMillis);
    expect(Math.abs(wallMs - machineMs - dayMs)).toBeLessThan(10_000);
    expect(Math.abs(Number(nanos) / 1e6 - wallMs)).toBeLessThan(10_000);
    settable.setAhead(3 * dayMs);
    const later = await under(settable, Clock.monotonicTimeNanos);
    expect(Number(later - steady) / 1e6).toBeGreaterThanOrEqual(2 * dayMs);
  });

  it("wakes everybody who is due when it is set ahead, the earliest first, and nobody else", async () => {
    const settable = makeSettableClock();
    const woken: string[] = [];
    const sleeper = (name: string, ms: number) =>
      Effect.andThen(
        Effect.sleep(Duration.millis(ms)),
        Effect.sync(() => woken.push(name)),
      );
    await under(
      settable,
      Effect.gen(function* () {
        const month = yield* Effect.forkChild(sleeper("30 days", 30 * dayMs));
        const day = yield* Effect.forkChild(sleeper("a day", dayMs));
        const year = yield* Effect.forkChild(sleeper("a year", 365 * dayMs));
        yield* Effect.yieldNow;
        settable.setAhead(dayMs / 2);
        yield* Effect.sleep("5 millis");
        expect(woken).toEqual([]);
        settable.setAhead(30 * dayMs + 1);
        yield* Fiber.join(day);
        yield* Fiber.join(month);
        expect(woken).toEqual(["a day", "30 days"]);
        yield* Fiber.interrupt(year);
        settable.setAhead(400 * dayMs);
        yield* Effect.sleep("5 millis");
        expect(woken).toEqual(["a day", "30 days"]);
      }),
    );
  });

  it("never goes back, and no sleep ends before its time", async () => {
    const settable = makeSettableClock(2 * dayMs);
    await under(
      settable,
      Effect.gen(function* () {
        const before = yield* Clock.monotonicTimeNanos;
        settable.setAhead(dayMs);
        expect(settable.aheadMs()).toBe(2 * dayMs);
        yield* Effect.sleep("30 millis");
        expect(Number((yield* Clock.monotonicTimeNanos) - before)).toBeGreaterThanOrEqual(30e6);
      }),
    );
  });
});
