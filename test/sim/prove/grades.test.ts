// The grade of a promise that held, on searches made up for it: it is never higher than the weakest of them allows.
// Each row changes one thing of a search after which the promise holds for all constants.
import { describe, expect, it } from "vitest";
import { whole } from "../../../models/slices/whole.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";
import { byStates, byZones, holdsInAll, judgedIn } from "./judging.ts";
import { broken, kept, kinds, never, slice, zoneAnswer } from "./planting.ts";

describe("the grade of a promise that held", () => {
  const real = "for the real constants";
  const small = "searched with small constants";
  const breaks = { met: 5, broken: 2, kinds };
  const rows: readonly (readonly [string, Partial<Searched>, string])[] = [
    ["both zone searches asked and kept it", {}, "for all constants"],
    ["durations that may be anything break it", byZones(zoneAnswer(kept), zoneAnswer(breaks)), real],
    ["the untimed search never asks it", byZones(zoneAnswer(kept), zoneAnswer(never)), real],
    ["the untimed search was cut", byZones(zoneAnswer(kept), zoneAnswer(kept, { cut: 1 })), real],
    ["no zone search asks it", byZones(zoneAnswer(never), zoneAnswer(never)), small],
    ["the timed search was cut", byZones(zoneAnswer(kept, { cut: 1 })), small],
    [
      "zones know a way to break it that cannot be played",
      byZones(zoneAnswer(breaks), zoneAnswer(breaks)),
      small,
    ],
  ];
  it.each(rows)("where %s", (_, changes, grade) => {
    expect(judgedIn([{ ...holdsInAll, ...changes }])).toMatchObject({ verdict: "held", grade });
  });

  it("is that of a search where only states were searched", () => {
    expect(judgedIn([{ slice, ...byStates(kept) }])).toMatchObject({ verdict: "held", grade: small });
  });

  it("is the weakest of all slices that ask it, in whatever order, and of no other", () => {
    const onlySmall: Searched = { slice, ...byStates(kept) };
    const onlyReal: Searched = { ...holdsInAll, ...byZones(zoneAnswer(kept), zoneAnswer(breaks)) };
    const unasked: Searched = { slice, ...byStates(never) };
    expect(judgedIn([holdsInAll, unasked]).grade).toBe("for all constants");
    expect(judgedIn([onlyReal, holdsInAll]).grade).toBe(real);
    expect(judgedIn([onlySmall, holdsInAll, onlyReal]).grade).toBe(small);
    expect(judgedIn([onlyReal, onlySmall]).grade).toBe(small);
  });

  it("is not lowered by the whole, which zones never search, and stays small where nothing else was searched", () => {
    const inWhole: Searched = { slice: whole, ...byStates(kept) };
    expect(judgedIn([holdsInAll, inWhole]).grade).toBe("for all constants");
    expect(judgedIn([inWhole])).toMatchObject({ verdict: "held", grade: small });
    expect(judgedIn([holdsInAll, { slice: whole, ...byStates(broken) }]).verdict).toBe("broken");
  });
});
