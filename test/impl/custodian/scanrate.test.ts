// How many scans a venue delivered in the last minute, against a count made the plain way: over long streams, many venues,
// and on both sides of the minute.
import { describe, expect, it } from "vitest";
import { makeScanRate } from "../../../impl/custodian/scanrate.ts";

describe("the scans of the last minute", () => {
  it("are those younger than a minute, to the millisecond", () => {
    const rate = makeScanRate();
    expect(rate.lastMinute(17, 0)).toBe(0);
    rate.count(17, 1_000);
    rate.count(17, 2_000);
    expect([60_999, 61_000, 61_999, 62_000].map((atMs) => rate.lastMinute(17, atMs))).toEqual([2, 1, 1, 0]);
    expect(rate.lastMinute(18, 2_000)).toBe(0);
  });

  it("are counted rightly over a long stream, whenever they are asked for", () => {
    const rate = makeScanRate();
    const times: number[] = [];
    for (let step = 0; step < 3_000; step += 1) {
      // Bursts and pauses, so that many leave at once and at other times none.
      const atMs = step * 317 + Math.floor(step / 100) * 45_000;
      times.push(atMs);
      rate.count(17, atMs);
      if (step % 7 === 0)
        expect(rate.lastMinute(17, atMs)).toBe(times.filter((time) => time > atMs - 60_000).length);
    }
  });

  it("are each venue's own, with more venues than are kept without looking", () => {
    const rate = makeScanRate();
    const venues = 10_000;
    rate.count(0, 0);
    for (let venue = 1; venue < venues; venue += 1) rate.count(venue, 30_000);
    // One more makes room: what is a minute old goes, and nothing else.
    rate.count(venues, 60_000);
    expect(rate.lastMinute(0, 60_000)).toBe(0);
    for (const venue of [1, 5_000, venues - 1, venues]) expect(rate.lastMinute(venue, 60_000)).toBe(1);
    rate.count(0, 60_000);
    rate.count(1, 60_000);
    expect([rate.lastMinute(0, 60_000), rate.lastMinute(1, 60_000)]).toEqual([1, 2]);
  });
});
