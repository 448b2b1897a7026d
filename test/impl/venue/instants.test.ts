// The instants that a device signs: never twice the same, never before a scan that was admitted, and otherwise the clock's.
import { describe, expect, it } from "vitest";
import { makeInstants } from "../../../impl/venue/instants.ts";

describe("the instants of a device", () => {
  it("are the clock's, and another one for each scan of one millisecond", () => {
    const instants = makeInstants();
    expect([5_000, 5_000, 5_000, 6_000, 6_000].map(instants.next)).toEqual([
      5_000, 5_001, 5_002, 6_000, 6_001,
    ]);
  });

  it("go on where they were when the clock steps back a little, and go back with it when it was wrong", () => {
    const instants = makeInstants();
    expect([5_000, 4_001, 4_500, 3_000, 3_000].map(instants.next)).toEqual([
      5_000, 5_001, 5_002, 3_000, 3_001,
    ]);
  });

  it("never lie at or before a scan that was admitted on time, whatever the clock does", () => {
    const instants = makeInstants();
    instants.admitted(instants.next(5_000));
    expect([1_000, 1_000, 9_000].map(instants.next)).toEqual([5_001, 5_002, 9_000]);
  });

  it("leap forward with a clock and back again, as long as nothing was admitted there", () => {
    const instants = makeInstants();
    expect([5_000, 3_605_000, 5_100].map(instants.next)).toEqual([5_000, 3_605_000, 5_100]);
  });
});
