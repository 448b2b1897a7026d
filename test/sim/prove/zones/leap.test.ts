// A leap over what grows: bounds that have grown are dropped, so that a search that makes zones one comes to an end.
// It holds what has grown, keeps what has not, and can happen only as often as there are bounds to drop.
// Without it, making zones one little by little would go on for as long as the constants are long.
import fc from "fast-check";
import { expect, it } from "vitest";
import { hull, includes, leap, mostBetween, type Matrix } from "../../../../sim/prove/zones/matrix.ts";
import { check } from "../../../equal/seed.ts";
import { anyMatrix, closedOf, matrixOf } from "./points.ts";

const file = "test/sim/prove/zones/leap.test.ts";
const bounds = 6;

it("a leap holds all that has grown, and keeps the bounds that have not", () => {
  const property = fc.property(anyMatrix, anyMatrix, (before, other) => {
    const grown = hull(before, other);
    const wide = leap(before, grown);
    expect(includes(wide, grown)).toBe(true);
    expect(closedOf([...wide.most])).toEqual(wide);
    for (const [place, bound] of grown.most.entries())
      if (bound === before.most[place]) expect(wide.most[place]).toBe(bound);
  });
  check(property, file, 300);
});

it("a bound that has grown and follows from no others is gone", () => {
  const before = matrixOf([0, 2, 5, 0]);
  expect(leap(before, matrixOf([0, 2, 6, 0]))).toEqual(matrixOf([0, 2, Infinity, 0]));
  // Of three instants the third is still bound through the second.
  const through = closedOf([0, 0, 0, 1, 0, 0, 2, 1, 0]);
  const grown = closedOf([0, 0, 0, 1, 0, 0, 2, 2, 0]);
  expect(mostBetween(leap(through, grown), 2, 1)).toBe(2);
});

it("whatever comes, no more leaps change anything than there are bounds", () => {
  const property = fc.property(fc.array(anyMatrix, { minLength: 2, maxLength: 40, size: "max" }), (all) => {
    let [zone] = all;
    let changes = 0;
    for (const next of all) {
      if (zone === undefined || includes(zone, next)) continue;
      zone = leap(zone, hull(zone, next));
      changes += 1;
    }
    expect(changes).toBeLessThanOrEqual(bounds);
  });
  check(property, file, 200);
});

it("what grows by one millisecond at a time grows forever in hulls, and once in a leap", () => {
  const growing = (so: (before: Matrix, both: Matrix) => Matrix): number => {
    let zone = matrixOf([0, 0, 1, 0]);
    let changes = 0;
    for (let most = 2; most <= 50; most += 1) {
      const next = matrixOf([0, 0, most, 0]);
      if (includes(zone, next)) continue;
      zone = so(zone, hull(zone, next));
      changes += 1;
    }
    return changes;
  };
  expect(growing((_before, both) => both)).toBe(49);
  expect(growing(leap)).toBe(1);
});
