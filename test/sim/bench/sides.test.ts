// How two sides are compared: A B B A, rates by the stopwatch alone, and work that is not the same is told.
// The stopwatch here is made of numbers, so nothing depends on how fast anything is.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { compare, median, roundsOf, type Side } from "../../../sim/bench/sides.ts";
import { Stopwatch } from "../../../sim/stopwatch.ts";

/** A side that takes so many milliseconds a round, as the stopwatch sees it. */
const taking = (name: string, elapsedMs: (round: number) => number, seen: string[], outcome = "same") => {
  const side = (time: { present: number }): Side<never> => ({
    ready: () =>
      Effect.sync(() => {
        time.present += 1_000_000;
      }),
    work: (round) =>
      Effect.sync(() => {
        seen.push(`${name}${String(round)}`);
        time.present += elapsedMs(round);
        return 100;
      }),
    outcome: () =>
      Effect.sync(() => {
        time.present += 1_000_000;
        return outcome;
      }),
  });
  return side;
};

const compared = (
  ours: (time: { present: number }) => Side<never>,
  theirs: (time: { present: number }) => Side<never>,
  blocks: number,
) => {
  const time = { present: 0 };
  return Effect.runSync(
    Effect.provideService(compare(ours(time), theirs(time), blocks), Stopwatch, { now: () => time.present }),
  );
};

describe("a comparison", () => {
  it("goes A B to warm up, and then B A A B in each block", () => {
    const seen: string[] = [];
    compared(
      taking("A", () => 1, seen),
      taking("B", () => 1, seen),
      2,
    );
    expect(seen.join(" ")).toBe("A0 B0 B1 A1 A2 B2 B3 A3 A4 B4");
    expect(roundsOf(2)).toBe(5);
  });

  it("measures the work alone, leaves the first round out, and takes the median", () => {
    const seen: string[] = [];
    const slowOnce = [9_000, 10, 20, 5_000, 40];
    const result = compared(
      taking("A", (round) => slowOnce[round] ?? 0, seen),
      taking("B", () => 100, seen),
      2,
    );
    // 100 units in 10, 20, 40 and 5,000 ms: the median lies between 5,000 and 2,500 a second.
    expect(result).toEqual({ ours: 3_750, theirs: 1_000, equal: true });
  });

  it("tells when the two sides have come to different things", () => {
    const seen: string[] = [];
    const result = compared(
      taking("A", () => 1, seen),
      taking("B", () => 1, seen, "something else"),
      1,
    );
    expect(result.equal).toBe(false);
  });
});

describe("the median", () => {
  it("is the middle one, or lies between the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBe(0);
  });
});
