// The named streams of randomness: published vectors, even spread, and independence of order.
// A stream that depended on the order of its use would let two policies meet different people.
import { describe, expect, it } from "vitest";
import { draw, stream, uniform, type Stream } from "../../../sim/world/random.ts";

/** Both words of a vector as the one number that `draw` gives. */
const joined = (first: number, second: number): number => first * 2 ** 21 + (second >>> 11);

const chiSquare = (counts: readonly number[]): number => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
};

const histogram = (values: Iterable<number>, buckets: number): readonly number[] => {
  const counts = Array.from({ length: buckets }, () => 0);
  for (const value of values)
    counts[Math.floor(value * buckets)] = (counts[Math.floor(value * buckets)] ?? 0) + 1;
  return counts;
};

/** Far outside what chance gives 255 degrees of freedom: five standard deviations above the mean. */
const tooUneven = 255 + 5 * Math.sqrt(2 * 255);

describe("chance", () => {
  it.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])("gives the published vectors of Threefry-2x32-20", (key0, key1, entity, count, first, second) => {
    const key: Stream = { key0: key0 | 0, key1: key1 | 0 };
    expect(draw(key, entity, count)).toBe(joined(first, second));
  });

  const lines = {
    "along the counts of one person": (index: number) => uniform(stream(1, "a"), 7, index),
    "along the people at one count": (index: number) => uniform(stream(1, "a"), index, 7),
    "along the seeds": (index: number) => uniform(stream(index, "a"), 7, 7),
    "along the concerns": (index: number) => uniform(stream(1, `concern ${index}`), 7, 7),
    "on the diagonal": (index: number) => uniform(stream(1, "a"), index, index),
  };
  it.each(Object.entries(lines))("is even %s", (_name, at) => {
    const values = Array.from({ length: 65_536 }, (_, index) => at(index));
    expect(chiSquare(histogram(values, 256))).toBeLessThan(tooUneven);
    expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 1000))).toBeLessThan(1);
  });

  it("is even in pairs of neighbours, of people and of concerns", () => {
    const key = stream(1, "a");
    const other = stream(1, "b");
    const pairs: readonly ((index: number) => readonly [number, number])[] = [
      (index) => [uniform(key, 3, index), uniform(key, 3, index + 1)],
      (index) => [uniform(key, index, 3), uniform(key, index + 1, 3)],
      (index) => [uniform(key, 3, index), uniform(other, 3, index)],
    ];
    for (const pair of pairs) {
      const cells = Array.from({ length: 65_536 }, (_, index) => {
        const [first, second] = pair(index);
        return (Math.floor(first * 16) + second) / 16;
      });
      expect(chiSquare(histogram(cells, 256))).toBeLessThan(tooUneven);
    }
  });

  it("tells seeds apart beyond 32 bits", () => {
    expect(draw(stream(2 ** 32 + 1, "a"), 0, 0)).not.toBe(draw(stream(1, "a"), 0, 0));
  });
});
