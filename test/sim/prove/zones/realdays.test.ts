// The start of the Seoul day in zones with days of 24 hours, at both sides of the bound that the arithmetic gives, to the millisecond.
// A record made in the last millisecond of a day and kept for 28 days from its start is there for 27 days and 1 ms, and no longer.
// In real time it could have been made later still, and that is a false alarm.
import { describe, expect, it } from "vitest";
import { searchZones, type ZoneSearch } from "../../../../sim/prove/zones/search.ts";
import { missingTooEarly } from "./systems/dayend.ts";

const day = 86_400_000;
const { slice, law, promise, policyOf } = missingTooEarly(1);

const foundWith = (joinable: number, otherwise: Partial<ZoneSearch> = {}) =>
  searchZones({ slice, law, policy: policyOf(28 * day, joinable), ...otherwise }).promises.get(promise);

describe("kept for 28 days from the start of its day, a record", () => {
  it("is there for 27 days and 1 ms", () => {
    expect(foundWith(27 * day + 1)?.broken ?? 0).toBe(0);
    expect(foundWith(27 * day + 1, { exact: true })?.broken ?? 0).toBe(0);
  });

  it("is not always there 1 ms longer, as the story of the last millisecond of a day tells", () => {
    expect(foundWith(27 * day + 2)?.story).toEqual([
      // From midnight to 23:59:59.999, and from there to 28 days after that midnight.
      { waitMs: 86_399_999, move: "make" },
      { waitMs: 2_332_800_001, move: "the bad thing" },
    ]);
  });

  it("is there for no more than 27 days in real time", () => {
    const dense = { exact: true, dense: true };
    expect(foundWith(27 * day, dense)?.broken ?? 0).toBe(0);
    expect(foundWith(27 * day + 1, dense)?.broken).toBeGreaterThan(0);
    expect(foundWith(27 * day + 1, dense)?.story).toBeUndefined();
  });
});
