// The start of the Seoul day in zones, against every millisecond of days that are eight milliseconds long, with midnight at an odd one.
// All that the search and the plain reading do with days is done as with real ones; a real day has too many milliseconds to try each.
// What is asked of real days stands in realdays.test.ts.
import { describe, expect, it, vi } from "vitest";
import { millisecondsADay } from "../../../../models/policy.ts";
import { answersOf, combinations, eight, without } from "./grid.ts";
import { lastDay, missingTooEarly, missingTooEarlyLate } from "./systems/dayend.ts";

const day = 8;

vi.mock("../../../../models/policy.ts", async (original) => ({
  ...(await original<Readonly<Record<string, unknown>>>()),
  millisecondsADay: 8,
  seoulOffset: 3,
}));

it("the days are eight milliseconds long", () => {
  expect(millisecondsADay).toBe(day);
});

describe("a record that is gone before its time", () => {
  // Kept for one to almost two of these days, and to be there for up to one: kept - 7 < joinable.
  const all = combinations([8, 9, 10, 11, 12, 13, 14, 15], eight);
  const answers = answersOf(missingTooEarly(day), all);
  const { lived } = answers;

  it("is gone where the arithmetic says so, millisecond after millisecond", () => {
    // 7 + 6 + 5 + 4 + 3 + 2 + 1 of 64.
    expect(lived).toHaveLength(28);
    expect(lived).toEqual(all.filter(([kept, joinable]) => kept - 7 < joinable));
  });

  it("is gone in the zones at the same combinations, with a story", () => {
    expect(answers.zones).toEqual(lived);
    expect(answers.exactly).toEqual(lived);
    expect(answers.told).toEqual(lived);
  });

  it("is a false alarm in real time, whose day has an instant after its last millisecond", () => {
    expect(without(answers.dense, lived)).toEqual(eight.map((joinable) => [joinable + 7, joinable]));
    expect(without(lived, answers.dense)).toEqual([]);
  });

  it("is an alarm at every combination without constants", () => {
    expect(answers.untimed).toEqual(all);
  });
});

describe("a record that is delivered late, perhaps on another day", () => {
  // Kept for two of these days: 16 - 7 - (late - 1) < joinable.
  const all = combinations(eight);
  const answers = answersOf(missingTooEarlyLate(day, 16), all);
  const { lived } = answers;

  it("is gone where the arithmetic says so, millisecond after millisecond", () => {
    // Sums of 11 to 16: 6 + 5 + 4 + 3 + 2 + 1 of 64.
    expect(lived).toHaveLength(21);
    expect(lived).toEqual(all.filter(([late, joinable]) => late + joinable >= 11));
  });

  it("is gone in the zones at the same combinations, with a story", () => {
    expect(answers.zones).toEqual(lived);
    expect(answers.exactly).toEqual(lived);
    expect(answers.told).toEqual(lived);
  });

  it("is a false alarm in real time where two instants less than a millisecond from their bounds make the difference", () => {
    const isFalse = (sum: number): boolean => sum === 9 || sum === 10;
    expect(without(answers.dense, lived)).toEqual(all.filter(([late, joinable]) => isFalse(late + joinable)));
    expect(without(lived, answers.dense)).toEqual([]);
  });
});

describe("the last day of a record, found from the day that it was made on", () => {
  const all = combinations([9, 10, 11, 12, 13, 14, 15, 16], eight);
  const answers = answersOf(lastDay(day), all);
  const { lived } = answers;

  it("is near the record's end where the arithmetic says so, in milliseconds and in zones", () => {
    // 8 + 7 + 6 + 5 + 4 + 3 + 2 + 1 of 64.
    expect(lived).toHaveLength(36);
    expect(lived).toEqual(all.filter(([kept, margin]) => kept - margin <= 8));
    expect(answers.zones).toEqual(lived);
    expect(answers.exactly).toEqual(lived);
    expect(answers.told).toEqual(lived);
  });

  it("is not otherwise in real time, and anywhere without constants", () => {
    expect(answers.dense).toEqual(lived);
    expect(answers.untimed).toEqual(all);
  });
});
