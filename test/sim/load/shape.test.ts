// The shapes that a load can be asked for, and the mistakes that can be made in asking.
// A scenario's day keeps its form in a shorter time: its busiest ten minutes come at the rate that is given, and the night is quiet.
import { Effect, Result } from "effect";
import { describe, expect, it } from "vitest";
import { expected, lengthMs, mostPerSecond } from "../../../sim/load/arrivals.ts";
import { dayOf, rateOf, shapeOf, timeOf } from "../../../sim/load/shape.ts";
import { defaultScenario, worldOf } from "../world/city.ts";

const asked = { perSecond: 10, ramp: undefined, spike: undefined, world: undefined, forMs: 10_000 };
const world = worldOf(defaultScenario, { people: 3_000 });

describe("the shape of a load", () => {
  it("stands, climbs or leaps, in the time that is given", () => {
    const of = (changed: object) => Effect.runSync(shapeOf({ ...asked, ...changed }));
    expect(expected(of({}))).toBe(100);
    expect(expected(of({ ramp: "10..30" }))).toBe(200);
    expect(expected(of({ spike: 60 }))).toBe(200);
    for (const changed of [{}, { ramp: "10..30" }, { spike: 60 }, { world }])
      expect(lengthMs(of(changed))).toBeCloseTo(10_000, 6);
  });

  it("follows a scenario's day", () => {
    const day = dayOf(world, 50, 144_000);
    expect(day).toHaveLength(144);
    expect(mostPerSecond(day)).toBe(50);
    const between = (from: number, until: number): number => expected(day.slice(from * 6, until * 6));
    // Lunch against the early morning.
    expect(between(12, 13)).toBeGreaterThan(10 * between(4, 5));
  });

  it("refuses what is no rate, no climb, no time, and two shapes at once", () => {
    const reason = (effect: Effect.Effect<unknown, { readonly reason: string; readonly sentence: string }>) =>
      Result.match(Effect.runSync(Effect.result(effect)), {
        onFailure: ({ reason: why, sentence }) => `${why}: ${sentence}`,
        onSuccess: () => "taken",
      });
    expect(reason(rateOf("rate", 0))).toContain("load-invalid: --rate");
    expect(reason(rateOf("spike", 1e9))).toContain("load-invalid: --spike");
    expect(reason(timeOf("for", "soon", 1_000))).toContain("load-invalid: --for");
    expect(reason(timeOf("for", "999ms", 1_000))).toContain("load-invalid: --for");
    expect(reason(timeOf("for", "1s", 1_000))).toBe("taken");
    expect(reason(shapeOf({ ...asked, ramp: "50" }))).toContain("load-invalid: --ramp");
    expect(reason(shapeOf({ ...asked, ramp: "1..2", spike: 3 }))).toContain("load-invalid");
  });
});
