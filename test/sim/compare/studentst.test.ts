// The table of Student's t is what the density itself gives: 95 of 100 lie within, integrated here by a rule of its own.
// An interval worked out by hand stands beside it.
import { describe, expect, it } from "vitest";
import { intervalOf, studentsT } from "../../../sim/compare/studentst.ts";

/** The share of Student's distribution within -t and t, by Simpson's rule over the density, made whole by its own integral. */
const within = (t: number, degrees: number): number => {
  const density = (angle: number): number => Math.cos(angle) ** (degrees - 1);
  // x = sqrt(degrees) tan(angle): the whole line becomes a finite range.
  const integral = (to: number): number => {
    const steps = 2_000;
    const width = to / steps;
    let sum = density(0) + density(to);
    for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 0 ? 2 : 4);
    return (sum * width) / 3;
  };
  return integral(Math.atan(t / Math.sqrt(degrees))) / integral(Math.PI / 2);
};

describe("Student's t", () => {
  it.each([1, 2, 3, 5, 9, 10, 19, 29, 30, 40, 60, 120])(
    "for %i degrees leaves 95 of 100 within",
    (degrees) => {
      expect(within(studentsT(degrees), degrees)).toBeCloseTo(0.95, 3);
    },
  );

  it("falls with every degree, and takes the row before where it has none", () => {
    const table = Array.from({ length: 200 }, (_, place) => studentsT(place + 1));
    expect(table.every((t, place) => place === 0 || !(t > (table[place - 1] ?? 0)))).toBe(true);
    expect([studentsT(39), studentsT(59), studentsT(5_000)]).toEqual([
      studentsT(30),
      studentsT(40),
      studentsT(120),
    ]);
  });
});

describe("an interval", () => {
  it("is the mean and t times its standard error on both sides", () => {
    // 1, 2, 3: mean 2, deviation 1, standard error 1/sqrt(3), t 4.303.
    const { from, to } = intervalOf([1, 2, 3]) ?? { from: 0, to: 0 };
    expect(from).toBeCloseTo(2 - 4.303 / Math.sqrt(3), 6);
    expect(to).toBeCloseTo(2 + 4.303 / Math.sqrt(3), 6);
  });

  it("of one value is none, and of equal values has no width", () => {
    expect(intervalOf([7])).toBeUndefined();
    expect(intervalOf([7, 7, 7])).toEqual({ from: 7, to: 7 });
  });
});
