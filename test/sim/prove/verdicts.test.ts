// What may be said of a promise after the searches, on searches made up for it: "held" needs a caught mistake and a run in which
// its condition happens, and "broken" comes with the story that shows most.
import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { properties } from "../../../models/properties.ts";
import { sliceOf, slices } from "../../../models/slices.ts";
import type { PromiseFound } from "../../../sim/prove/states/result.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";
import { judgedOf, nothingToSay } from "../../../sim/prove/verdicts.ts";
import { byStates, byZones, caught, holdsInAll, judgedIn } from "./judging.ts";
import {
  broken,
  brokenInZones,
  kept,
  kinds,
  never,
  promise,
  slice,
  spinFound,
  spinSearched,
  zoneAnswer,
  zonesStory,
} from "./planting.ts";

const setOtherwise: Policy = {
  ...defaultPolicy,
  constants: { ...defaultPolicy.constants, officersRequired: 1 },
};

describe("a promise that is not shown", () => {
  it("never happened, however much was searched", () => {
    expect(judgedIn([{ slice, ...byStates(never), ...byZones(zoneAnswer(never)) }])).toMatchObject({
      verdict: "not shown",
      witnessed: false,
      because:
        "its condition never happens in what was searched: a case is approved; the records of a case are released; " +
        "a release is answered; a visit is looked up under a case",
    });
    expect(judgedIn([])).toMatchObject({ verdict: "not shown", witnessed: false, because: nothingToSay });
  });

  it("has a condition among several that never happened, if all parts of the system were searched", () => {
    const found = { met: 5, broken: 0, kinds: kinds.filter((kind) => kind !== "reidentified") };
    const searched = (met: PromiseFound): readonly Searched[] =>
      slices.map((one) => ({ slice: one, ...byStates(met) }));
    expect(judgedIn(searched(found))).toMatchObject({
      verdict: "not shown",
      witnessed: false,
      because: "its condition never happens in what was searched: a visit is looked up under a case",
    });
    expect(judgedIn(searched(kept)).verdict).toBe("held");
    expect(judgedIn([{ slice, ...byStates(found) }]).verdict).toBe("held");
  });

  it("or has a mistake that was not caught, or that nobody made", () => {
    const uncaught = caught.map((one) => ({ ...one, caught: one.promise !== promise }));
    const notShown = { verdict: "not shown", witnessed: true, mutantCaught: false };
    expect(judgedIn([holdsInAll], defaultPolicy, uncaught)).toMatchObject({
      ...notShown,
      because: "the mistake that must break it was not caught",
    });
    expect(judgedIn([holdsInAll], defaultPolicy, [])).toMatchObject({
      ...notShown,
      because: "the mistake that must break it was not tried",
    });
  });
});

describe("a promise that is broken", () => {
  const inZones: Searched = { ...holdsInAll, ...byZones(zoneAnswer(brokenInZones)) };
  const inStates: Searched = { slice, ...byStates(broken) };

  it("is so whether its mistake was caught or not", () => {
    expect(judgedIn([inStates], defaultPolicy, [])).toMatchObject({
      verdict: "broken",
      because: "broken in the slice case",
    });
  });

  it("by zones comes with a story in real time, before one in the small", () => {
    const { verdict, story } = judgedIn([inStates, inZones]);
    expect(verdict).toBe("broken");
    expect(story).toMatchObject({ clock: "real", form: "timed", steps: zonesStory });
    expect(story?.slice).toBe(sliceOf("case", "timed"));
  });

  it("by states comes with its moves, each tick a day here", () => {
    expect(judgedIn([inStates]).story).toMatchObject({
      clock: "small",
      form: "counted",
      steps: [{ waitMs: 0, move: "request by first" }, { waitMs: 86_400_000 }],
    });
  });

  it("by SPIN alone is broken all the same, with no story", () => {
    const found = spinFound({ promises: new Map([[promise, { met: 5, broken: 1 }]]) });
    const { verdict, story } = judgedIn([{ slice, ...byStates(kept), spin: spinSearched(found) }]);
    expect({ verdict, story }).toEqual({ verdict: "broken", story: undefined });
  });

  it("names the slice that breaks it", () => {
    const door = sliceOf("door");
    if (door === undefined) throw new Error("there is no slice door");
    expect(judgedIn([holdsInAll, { ...inStates, slice: door }]).because).toBe("broken in the slice door");
  });
});

describe("small constants that only keep proportions", () => {
  const smallBreaks = { ...holdsInAll, ...byStates(broken) };

  it("do not count against zones that asked and kept a promise", () => {
    expect(judgedIn([smallBreaks], setOtherwise).verdict).toBe("held");
  });

  it("count where zones never asked it, were cut, or know a way that cannot be played", () => {
    const silent = [
      zoneAnswer(never),
      zoneAnswer(kept, { cut: 1 }),
      zoneAnswer({ met: 5, broken: 1, kinds }),
    ];
    for (const timed of silent)
      expect(judgedIn([{ ...smallBreaks, ...byZones(timed) }], setOtherwise).verdict).toBe("broken");
  });

  it("say so where only they were searched, and nothing more where zones were asked too", () => {
    const onlySmall: Searched = { slice, ...byStates(broken) };
    expect(judgedIn([onlySmall], setOtherwise).because).toBe(
      "broken in the slice case, with constants that were made small and only keep proportions; --zones asks the real ones",
    );
    expect(judgedIn([onlySmall]).because).toBe("broken in the slice case");
    const asked = { ...smallBreaks, ...byZones(zoneAnswer(brokenInZones)) };
    expect(judgedIn([asked], setOtherwise).because).toBe("broken in the slice case");
  });

  it("count under the law's own constants, which were made small by hand", () => {
    expect(judgedIn([smallBreaks]).verdict).toBe("broken");
  });
});

describe("all promises", () => {
  it("are judged in the order of the properties, those about knowledge without any search", () => {
    const all = judgedOf([], caught, defaultPolicy);
    expect(all.map(({ id }) => id)).toEqual(properties.map(({ id }) => id));
    const shown = all.filter(({ verdict }) => verdict !== "not shown");
    expect(shown.map(({ id, verdict, grade }) => [id, verdict, grade])).toEqual([
      ["issuer-blind", "held", "for all constants"],
      ["custodian-blind", "held", "for all constants"],
      ["venue-blind", "held", "for all constants"],
    ]);
    const uncaught = judgedOf([], [], defaultPolicy);
    expect(uncaught.filter(({ verdict }) => verdict !== "not shown")).toEqual([]);
  });
});
