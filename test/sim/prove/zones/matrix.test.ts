// The operations on matrices of bounds, against all whole-number instants of a small window: what each leaves in and what it leaves out.
// A matrix that is not as sharp as what it stands for would make searches wrong later, so sharpness is asked everywhere too.
// The cases are drawn from one seed, and a failure names it.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  alone,
  atMost,
  later,
  mostBetween,
  picked,
  withAnother,
  type Matrix,
} from "../../../../sim/prove/zones/matrix.ts";
import { check } from "../../../equal/seed.ts";
import {
  anyBound,
  anyBounds,
  anyMatrix,
  anyPlace,
  boundMost,
  closedOf,
  difference,
  isSharp,
  keeps,
  matrixOf,
  points,
  pointsOf,
  range,
  type Point,
} from "./points.ts";

const file = "test/sim/prove/zones/matrix.test.ts";
const runs = 150;

const copyOf = ({ size, most }: Matrix): Matrix => ({ size, most: most.slice() });

it("close takes no instants away and makes every bound sharp; where there are none it says so", () => {
  const seen = { possible: 0, impossible: 0 };
  const property = fc.property(anyBounds, (bounds) => {
    const before = pointsOf(matrixOf(bounds));
    const matrix = closedOf(bounds);
    seen[before.length > 0 ? "possible" : "impossible"] += 1;
    if (before.length === 0)
      expect([0, 1, 2].some((place) => mostBetween(matrix, place, place) < 0)).toBe(true);
    else {
      expect(pointsOf(matrix)).toEqual(before);
      expect(isSharp(matrix, before)).toBe(true);
    }
  });
  check(property, file, runs);
  expect(seen.possible).toBeGreaterThan(runs / 5);
  expect(seen.impossible).toBeGreaterThan(runs / 5);
});

it("atMost leaves the instants that keep the bound, and nothing where none do", () => {
  const seen = { some: 0, none: 0, all: 0 };
  const property = fc.property(anyMatrix, anyPlace, anyPlace, anyBound, (matrix, one, other, bound) => {
    fc.pre(one !== other);
    const before = copyOf(matrix);
    const among = pointsOf(matrix).filter((point) => difference(point, one, other) <= bound);
    const part = atMost(matrix, one, other, bound);
    if (part === undefined) expect(among).toEqual([]);
    else {
      expect(pointsOf(part)).toEqual(among);
      expect(isSharp(part, among)).toBe(true);
    }
    // Whoever asks tells from the same matrix that nothing was taken away.
    expect(part === matrix).toBe(mostBetween(matrix, one, other) <= bound);
    expect(matrix).toEqual(before);
    seen[part === undefined ? "none" : part === matrix ? "all" : "some"] += 1;
  });
  check(property, file, 3 * runs);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 5);
});

it("withAnother adds an instant between so much and so much after another one, and moves no other", () => {
  const anySpan = fc.oneof(fc.nat(3), fc.constant(Infinity));
  const property = fc.property(anyMatrix, anyPlace, anyBound, anySpan, (matrix, after, least, more) => {
    const larger = withAnother(matrix, after, least, least + more);
    const among: Point[] = [];
    let isAlike = true;
    for (const point of points) {
      const isThere = keeps(matrix, point);
      for (const instant of range) {
        const all = [...point, instant];
        const lies = difference(all, 3, after);
        const isIn = isThere && lies >= least && lies <= least + more;
        if (isIn) among.push(all);
        isAlike &&= isIn === keeps(larger, all);
      }
    }
    expect(isAlike).toBe(true);
    expect(isSharp(larger, among)).toBe(true);
  });
  check(property, file, 40);
});

it("picked names instants anew and forgets the others, and nothing that was bound through them", () => {
  const anyInstant = fc.record({ clock: anyPlace, plus: anyBound });
  const property = fc.property(
    anyMatrix,
    fc.tuple(anyInstant, anyInstant, anyInstant),
    (matrix, instants) => {
      const renamed = pointsOf(matrix).map((point) => {
        const [first = 0, ...others] = instants.map(({ clock, plus }) => (point[clock] ?? NaN) + plus);
        return [0, ...others.map((other) => other - first)];
      });
      const smaller = picked(matrix, instants);
      expect(renamed.every((point) => keeps(smaller, point))).toBe(true);
      const among = new Set(renamed.map((point) => point.join()));
      const isNear = (point: Point): boolean => point.every((instant) => Math.abs(instant) <= boundMost);
      const near = pointsOf(smaller).filter(isNear);
      expect(near.filter((point) => !among.has(point.join()))).toEqual([]);
    },
  );
  check(property, file, runs);
});

/** From no time to all the time that the window has room for. */
const times = range.map((instant) => instant - Math.min(...range));

it("later lets the present be any time later, and leaves the other instants where they are", () => {
  const property = fc.property(anyMatrix, (matrix) => {
    const before = copyOf(matrix);
    const passed = later(matrix);
    // The present stands at 0, so that time has passed when the others lie further back.
    const hasBeen = ([, one = NaN, other = NaN]: Point): boolean =>
      times.some((time) => keeps(matrix, [0, one + time, other + time]));
    const among = points.filter(hasBeen);
    expect(pointsOf(passed)).toEqual(among);
    expect(isSharp(passed, among)).toBe(true);
    expect(matrix).toEqual(before);
  });
  check(property, file, runs);
});

it("the present alone is bound to nothing but itself", () => {
  expect(alone).toEqual(matrixOf([0]));
  expect(withAnother(alone, 0, -2, 5)).toEqual(matrixOf([0, 2, 5, 0]));
});
