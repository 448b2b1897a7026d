// Ordinals follow what came, not what it was called: passes by issue, visits by day and place, cases by first sight.
// A store that goes on at a random distance after a restart gives the same ordinals as one that did not.
import { describe, expect, it } from "vitest";
import { makeTraceNames } from "../../../sim/trace/names.ts";

describe("names in a trace", () => {
  it("counts passes in the order of issue, whatever epoch and number they have", () => {
    const names = makeTraceNames();
    expect(["aa/7", "bb/7", "aa/3"].map(names.nameToken)).toEqual([0, 1, 2]);
    expect(["aa/3", "bb/7", "aa/7"].map(names.tokenName)).toEqual(["2", "1", "0"]);
    expect(["bb/3", "cc/7", "bb/3", ""].map(names.tokenName)).toEqual(["x0", "x1", "x0", ""]);
    expect(names.tokens()).toBe(3);
  });

  it("counts visits of a day, over a gap too, and a refused one does not take a place", () => {
    const names = makeTraceNames();
    const told = (positions: readonly number[]) =>
      positions.map((position) => names.visitName(`10/${String(position)}`));
    expect(told([500, 501, 501, 502])).toEqual(["10.0", "10.1", "10.1", "10.2"]);
    expect(told([90_000, 90_001, 500])).toEqual(["10.3", "10.4", "10.0"]);
    expect(told([3, 90_001, 4])).toEqual(["10.5", "10.4", "10.6"]);
    expect(names.visitName("11/77")).toBe("11.0");
    expect(names.visitName("")).toBe("");
  });

  it("counts cases", () => {
    const names = makeTraceNames();
    expect(["f0", "0f", "f0"].map(names.caseName)).toEqual(["c0", "c1", "c0"]);
  });
});
