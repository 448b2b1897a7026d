// The source of randomness: no two draws alike, all values reachable and about equally often, nothing lost in a
// shuffle. The bounds are so wide that a sound source fails them less than once in a billion runs.
import { expect, it } from "vitest";
import { fillRandom, randomBelow, randomBytes, shuffled } from "../../../impl/protocol/randomness.ts";
import { toHex } from "./hex.ts";

it("never gives the same bytes twice, across refills of the pool and for large draws", () => {
  const draws = Array.from({ length: 20_000 }, () => toHex(randomBytes(16)));
  expect(new Set(draws).size).toBe(draws.length);
  const large = randomBytes(100_000);
  expect(large.subarray(0, 50_000)).not.toEqual(large.subarray(50_000));
  const bits = large.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
  expect(Math.abs(bits - 400_000)).toBeLessThan(4000);
});

it("fills exactly what it was given", () => {
  const whole = new Uint8Array(48);
  fillRandom(whole.subarray(16, 32));
  expect(toHex(whole.subarray(0, 16)) + toHex(whole.subarray(32))).toBe("00".repeat(32));
  expect(toHex(whole.subarray(16, 32))).not.toBe("00".repeat(16));
});

it("draws every number below a limit about equally often", () => {
  const counts = new Uint32Array(7);
  for (let draw = 0; draw < 70_000; draw += 1) {
    const value = randomBelow(7);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(1000);
  expect(randomBelow(1)).toBe(0);
});

it("shuffles without losing anything, and puts each item in each place", () => {
  const items = [0, 1, 2, 3];
  const places = new Set<string>();
  for (let round = 0; round < 400; round += 1) {
    const order = shuffled(items);
    expect([...order].sort()).toEqual(items);
    order.forEach((item, place) => places.add(`${item} at ${place}`));
  }
  expect(places.size).toBe(16);
  expect(items).toEqual([0, 1, 2, 3]);
});
