// Whether one matrix holds all instants of another, and the least matrix that holds those of two, against all instants of a small window.
// A search leaves a zone out because another one includes it, and makes two zones one by their hull.
// If the one were wrong, instants would never be looked at; if the other were, what cannot happen would be alarmed about.
import fc from "fast-check";
import { expect, it } from "vitest";
import { hull, includes } from "../../../../sim/prove/zones/matrix.ts";
import { check } from "../../../equal/seed.ts";
import { anyMatrix, closedOf, isSharp, keeps, pointsOf } from "./points.ts";

const file = "test/sim/prove/zones/hull.test.ts";
const runs = 150;

it("includes says whether all instants of the one are instants of the other", () => {
  const seen = { yes: 0, no: 0 };
  const property = fc.property(anyMatrix, anyMatrix, fc.boolean(), (one, other, isJoined) => {
    const larger = isJoined ? hull(one, other) : one;
    const isIncluded = pointsOf(other).every((point) => keeps(larger, point));
    expect(includes(larger, other)).toBe(isIncluded);
    seen[isIncluded ? "yes" : "no"] += 1;
  });
  check(property, file, 2 * runs);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 5);
});

it("hull holds the instants of both, and every bound of it is reached by one of them", () => {
  const property = fc.property(anyMatrix, anyMatrix, (one, other) => {
    const both = hull(one, other);
    const among = [...pointsOf(one), ...pointsOf(other)];
    expect(among.every((point) => keeps(both, point))).toBe(true);
    expect(isSharp(both, among)).toBe(true);
    expect(closedOf([...both.most])).toEqual(both);
  });
  check(property, file, runs);
});
