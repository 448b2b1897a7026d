// How much a caller may ask in a minute: counted by caller, refused as a whole, and forgotten with the minute.
import { expect, it } from "vitest";
import { makeCallerRate } from "../../../impl/custodian/callerrate.ts";

it("a caller has so much a minute, and no part of what would be more", () => {
  const rate = makeCallerRate(10);
  expect([rate.take("17", 6, 1_000), rate.take("17", 5, 1_001), rate.take("17", 4, 1_002)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([rate.take("17", 1, 60_999), rate.take("18", 10, 60_999)]).toEqual([false, true]);
});

it("a new minute begins with nothing, and so does one after the clock stepped back", () => {
  const rate = makeCallerRate(1);
  expect([rate.take("17", 1, 100_000), rate.take("17", 1, 159_999), rate.take("17", 1, 160_000)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([rate.take("17", 1, 50_000), rate.take("17", 1, 50_001)]).toEqual([true, false]);
});
