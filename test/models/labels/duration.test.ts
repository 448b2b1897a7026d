// Durations in words, in both languages, as a table with literal milliseconds.
// Up to three days are said in hours, and nothing is rounded away.
import { describe, expect, it } from "vitest";
import { sayCount, sayDuration } from "../../../models/labels/duration.ts";

const table: readonly (readonly [number, string, string])[] = [
  [0, "0 seconds", "0초"],
  [1, "1 millisecond", "1밀리초"],
  [999, "999 milliseconds", "999밀리초"],
  [1_000, "1 second", "1초"],
  [15_000, "15 seconds", "15초"],
  [15_001, "15 seconds 1 millisecond", "15초 1밀리초"],
  [60_000, "1 minute", "1분"],
  [90_000, "1 minute 30 seconds", "1분 30초"],
  [180_000, "3 minutes", "3분"],
  [3_600_000, "1 hour", "1시간"],
  [21_600_000, "6 hours", "6시간"],
  [86_400_000, "24 hours", "24시간"],
  [259_200_000, "72 hours", "72시간"],
  [345_600_000, "4 days", "4일"],
  [604_800_000, "7 days", "7일"],
  [2_419_200_000, "28 days", "28일"],
  [2_592_000_000, "30 days", "30일"],
  [2_592_000_000 + 3_600_000, "30 days 1 hour", "30일 1시간"],
  [-2_000, "-2 seconds", "-2초"],
];

describe("durations", () => {
  it.each(table)("%i ms", (durationMs, english, korean) => {
    expect(sayDuration(durationMs, "en")).toBe(english);
    expect(sayDuration(durationMs, "ko")).toBe(korean);
  });
});

describe("counts", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1_000, "1,000"],
    [100_000, "100,000"],
    [1_234_567, "1,234,567"],
  ])("%i", (count, said) => {
    expect(sayCount(count)).toBe(said);
  });
});
