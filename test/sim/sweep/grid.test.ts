// Ranges, lists and grids of a sweep as they are typed: which values they give, and which are refused with a sentence.
// Nothing is run here.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { Stop } from "../../../impl/exit.ts";
import { gridOf, settingsText } from "../../../sim/sweep/grid.ts";
import { valuesOf } from "../../../sim/sweep/values.ts";

const values = (name: string, text: string): readonly string[] => Effect.runSync(valuesOf(name, text));
const refusal = (set: Readonly<Record<string, string>>): Stop => Effect.runSync(Effect.flip(gridOf(set)));

describe("the values of a constant", () => {
  it.each([
    ["retention", "7d..35d:7d", ["7d", "14d", "21d", "28d", "35d"]],
    ["retention", "1d..2d:12h", ["1d", "36h", "2d"]],
    ["passLifetime", "5s..16s:5s", ["5s", "10s", "15s"]],
    ["officersRequired", "2..4:1", ["2", "3", "4"]],
    ["retention", "7d,14d, 28d,7d", ["7d", "14d", "28d"]],
    ["consentAsked", "once,everyPass", ["once", "everyPass"]],
    ["retention", "10d", ["10d"]],
  ] as const)("%s=%s", (name, text, expected) => {
    expect(values(name, text)).toEqual(expected);
  });

  it.each([
    ["7d..35d", "a number or a duration on each side"],
    ["7d..35d:0d", "no step leads"],
    ["35d..7d:7d", "no step leads"],
    ["7d..35:7d", "do not go together"],
    ["1s..7d:1s", "604800 values, and 200 are the most"],
    ["soon..late:1d", "a number or a duration on each side"],
    ["7d,,14d", "is empty"],
  ])("%s is refused", (text, why) => {
    expect(refusal({ retention: text })).toMatchObject({ code: 2, reason: "range-unusable" });
    expect(refusal({ retention: text }).sentence).toContain(why);
  });
});

describe("a grid", () => {
  it("has every combination once, the last constant changing fastest", () => {
    const grid = Effect.runSync(gridOf({ retention: "7d,14d", officersRequired: "2..3:1" }));
    expect(grid.map(settingsText)).toEqual([
      "retention=7d officersRequired=2",
      "retention=7d officersRequired=3",
      "retention=14d officersRequired=2",
      "retention=14d officersRequired=3",
    ]);
  });

  it("of more than 200 runs is refused, and one of 200 is not", () => {
    const many = { retention: "1d..20d:1d", caseRecords: "1..10:1" };
    expect(Effect.runSync(gridOf(many)).length).toBe(200);
    expect(refusal({ ...many, caseRecords: "1..11:1" })).toMatchObject({ code: 2, reason: "grid-too-large" });
  });
});
