// The instants of a load: as many as its rates make, in their order, spread as chance spreads arrivals, and the same for the same seed.
// Counts are held against what is computed by hand, with room for chance.
import { describe, expect, it } from "vitest";
import {
  arrivalsOf,
  constant,
  expected,
  lengthMs,
  mostPerSecond,
  ramp,
  shareOf,
  spike,
} from "../../../sim/load/arrivals.ts";
import { stream } from "../../../sim/world/random.ts";

const chances = stream(7, "arrivals of a test");
const within = (instants: Float64Array, fromMs: number, untilMs: number): number =>
  instants.filter((at) => at >= fromMs && at < untilMs).length;

/** Of Poisson's distribution, five standard deviations to either side. */
const closeTo = (count: number, mean: number): void => {
  expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(mean));
};

describe("arrivals", () => {
  it("come at a rate that stands, in their order, and never at the same intervals", () => {
    const instants = arrivalsOf(constant(100, 60_000), chances);
    closeTo(instants.length, 6_000);
    closeTo(within(instants, 0, 30_000), 3_000);
    expect(instants).toEqual(instants.toSorted());
    const gaps = instants.slice(1).map((at, place) => at - (instants[place] ?? 0));
    // The lengths of Poisson's gaps vary as much as they are long.
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.sqrt(variance) / mean).toBeGreaterThan(0.9);
    expect(Math.sqrt(variance) / mean).toBeLessThan(1.1);
  });

  it("climb: in the first half a quarter of all, where the rate begins at nothing", () => {
    const instants = arrivalsOf(ramp(0, 200, 60_000), chances);
    closeTo(instants.length, 6_000);
    closeTo(within(instants, 0, 30_000), 1_500);
    const falling = arrivalsOf(ramp(200, 0, 60_000), chances);
    closeTo(within(falling, 0, 30_000), 4_500);
  });

  it("leap in the middle fifth of a spike", () => {
    const shape = spike(10, 100, 50_000);
    expect(lengthMs(shape)).toBe(50_000);
    expect(expected(shape)).toBe(1_400);
    expect(mostPerSecond(shape)).toBe(100);
    const instants = arrivalsOf(shape, chances);
    closeTo(within(instants, 20_000, 30_000), 1_000);
    closeTo(within(instants, 0, 20_000), 200);
  });

  it("are the same for the same seed, and are shared among threads without a loss", () => {
    const shape = constant(50, 20_000);
    expect(arrivalsOf(shape, chances)).toEqual(arrivalsOf(shape, chances));
    expect(arrivalsOf(shape, stream(8, "arrivals of a test"))).not.toEqual(arrivalsOf(shape, chances));
    const shared = [0, 1].flatMap((thread) => [
      ...arrivalsOf(shareOf(shape, 2), stream(7, `thread ${String(thread)}`)),
    ]);
    closeTo(shared.length, 1_000);
  });

  it("are none where the rate is nothing", () => {
    expect(arrivalsOf(constant(0, 60_000), chances)).toHaveLength(0);
  });
});
