// What became of requests, and how long they took, in several threads: added up it is what one would have counted.
// Percentiles of the sum are held against those of all lengths sorted by hand; percentiles of parts cannot be added, histograms can.
import { describe, expect, it } from "vitest";
import { askedIn, becameOf, makeCounting, sumOfCounts } from "../../../sim/load/counting.ts";
import { percentilesOf, sumOfLatencies } from "../../../sim/load/latencies.ts";

describe("counting", () => {
  it("tells apart what the law refused, what a busy server shed and what nobody answered", () => {
    expect([200, 201].map((status) => becameOf({ status }))).toEqual(["done", "done"]);
    expect([400, 401, 403, 409, 422].map((status) => becameOf({ status }))).toEqual(
      Array.from({ length: 5 }, () => "refused"),
    );
    expect([429, 503].map((status) => becameOf({ status }))).toEqual(["shed", "shed"]);
    expect([0, 500].map((status) => becameOf({ status }))).toEqual(["failed", "failed"]);
  });

  it("adds up threads without a loss", () => {
    // Lengths from 0.1 ms to 1,000 ms, the long ones in one thread alone.
    const lengths = Array.from({ length: 10_000 }, (_, place) => (place + 1) / 10);
    const threads = [makeCounting(), makeCounting()];
    for (const length of lengths) threads[length > 900 ? 1 : 0]?.count("done", "", length);
    threads[0]?.count("refused", "pass-expired", 5_000);
    threads[1]?.count("refused", "pass-expired", 5_000);
    threads[1]?.count("shed", "overloaded", 5_000);
    const sum = sumOfCounts(threads.map((thread) => thread.counted()));
    expect(sum).toMatchObject({ done: 10_000, refused: 2, shed: 1, failed: 0 });
    expect(sum.codes).toEqual({ "pass-expired": 2, overloaded: 1 });
    expect(askedIn(sum)).toBe(10_003);
    const { p50Ms, p90Ms, p99Ms, maxMs } = percentilesOf(sumOfLatencies([sum.latencies]));
    const near = (value: number, byHand: number): void => {
      expect(Math.abs(value - byHand) / byHand).toBeLessThan(0.002);
    };
    near(p50Ms, 500);
    near(p90Ms, 900);
    near(p99Ms, 990);
    near(maxMs, 1_000);
  });

  it("keeps the wait of what was given up, and neither hides nor is hidden by quick refusals", () => {
    const counting = makeCounting();
    for (let time = 0; time < 90; time += 1) counting.count("shed", "overloaded", 1);
    for (let time = 0; time < 10; time += 1) counting.count("failed", "timeout", 10_000);
    const { p50Ms } = percentilesOf(sumOfLatencies([counting.counted().latencies]));
    expect(p50Ms).toBeGreaterThan(9_900);
  });

  it("answers nothing but zeros where nothing was counted", () => {
    const sum = sumOfCounts([]);
    expect(askedIn(sum)).toBe(0);
    expect(percentilesOf(sumOfLatencies([sum.latencies]))).toEqual({
      p50Ms: 0,
      p90Ms: 0,
      p99Ms: 0,
      p999Ms: 0,
      maxMs: 0,
    });
  });
});
