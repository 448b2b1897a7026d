// Mistakes in the groups that a scenario may leave out, and disagreements between groups, each told by its path.
// Every one is a single change to a scenario like the default one in which all these groups stand.
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { readScenario } from "../../../../sim/scenario.ts";
import { makeWorld } from "../../../../sim/world/world.ts";
import { shipped } from "../city.ts";

const byHand = (fields: object) => ({
  ...fields,
  sources: Object.fromEntries(Object.keys(fields).map((name) => [name, "by hand"])),
});
const source = "by hand";
const visit = { person: 1, venue: 1, at: "2020-07-02 20:00", stay: "60m" };
const capacity = { servers: 2, passesASecond: 10, queueMost: 5, retryAfter: "10s to 30s", triesMost: 3 };
const fault = { what: "issuer-slow", to: 0.5, issuer: "kakao", from: "2020-07-02 12:00", for: "4h", source };
const threshold = { id: "wait", what: "issuanceWaitP99", most: "3s", source };
const range = { what: "visitsAVenueADay", from: 7.5, to: 10.5, source };

interface Groups {
  readonly diary: object;
  readonly capacity: object | undefined;
  readonly faults: readonly object[];
  readonly thresholds: readonly object[];
  readonly calibration: readonly object[];
  readonly outbreak: object;
}

const whole: Groups = {
  diary: byHand({ visits: [visit], onlyDiary: false }),
  capacity: byHand(capacity),
  faults: [fault],
  thresholds: [threshold],
  calibration: [range],
  outbreak: byHand({ index: [{ person: 1, from: "2020-07-01 18:00" }] }),
};

const read = (changes: Partial<Groups>) =>
  readScenario(
    JSON.stringify({ schemaVersion: 2, like: "default", name: "A", about: "B", ...whole, ...changes }),
    shipped,
  );

const pathsOf = (changes: Partial<Groups>): readonly string[] => {
  const result = read(changes);
  return Result.isFailure(result) ? result.failure.mistakes.map(({ path }) => path) : [];
};

const diaryOf = (...visits: readonly object[]) => ({ diary: byHand({ visits, onlyDiary: false }) });

describe("the groups that may be left out", () => {
  it("are read when they are right", () => {
    const { diary, capacity: serving, faults, thresholds, outbreak } = Result.getOrThrow(read({}));
    expect(diary?.visits[0]).toMatchObject({ at: Date.parse("2020-07-02T20:00:00+09:00"), stay: 3_600_000 });
    expect(serving?.retryAfter).toEqual({ fromMs: 10_000, toMs: 30_000 });
    expect(faults?.[0]).toMatchObject({ from: Date.parse("2020-07-02T12:00:00+09:00"), for: 14_400_000 });
    expect(thresholds?.[0]?.most).toBe(3_000);
    expect(outbreak.index?.[0]?.person).toBe(1);
  });

  const wrong: readonly (readonly [string, Partial<Groups>, string])[] = [
    ["a figure without source", { capacity }, "$.capacity.sources"],
    [
      "a figure that may be left out, given without source",
      { outbreak: { index: [] } },
      "$.outbreak.sources.index",
    ],
    ["a fault unknown", { faults: [{ ...fault, what: "fire" }] }, "$.faults[0].what"],
    ["a fault without source", { faults: [{ ...fault, source: undefined }] }, "$.faults[0].source"],
    ["a fault of an issuer that is none", { faults: [{ ...fault, issuer: "daum" }] }, "$.faults[0].issuer"],
    ["a slow issuer without a share", { faults: [{ ...fault, to: undefined }] }, "$.faults[0].to"],
    ["a share for another fault", { faults: [{ ...fault, what: "issuer-away" }] }, "$.faults[0].to"],
    ["a fault of issuers without capacity", { capacity: undefined }, "$.faults[0].what"],
    ["a threshold of nothing known", { thresholds: [{ ...threshold, what: "joy" }] }, "$.thresholds[0].what"],
    ["a threshold both ways", { thresholds: [{ ...threshold, least: 1 }] }, "$.thresholds[0]"],
    ["a threshold without limit", { thresholds: [{ ...threshold, most: undefined }] }, "$.thresholds[0]"],
    ["a limit in words", { thresholds: [{ ...threshold, most: "soon" }] }, "$.thresholds[0].most"],
    ["two thresholds of one id", { thresholds: [threshold, threshold] }, "$.thresholds"],
    [
      "a threshold of people who give up, where nobody can",
      { capacity: undefined, faults: [], thresholds: [{ ...threshold, what: "visitsLost", most: 0 }] },
      "$.thresholds[0].what",
    ],
    ["a range backwards", { calibration: [{ ...range, from: 11 }] }, "$.calibration[0]"],
    [
      "an index person who is not there",
      { outbreak: byHand({ index: [{ person: 60_000, from: "2020-07-01" }] }) },
      "$.outbreak.index[0].person",
    ],
    ["a visit of nobody", diaryOf({ ...visit, person: 50_001 }), "$.diary.visits[0].person"],
    ["a visit to nowhere", diaryOf({ ...visit, venue: 2_001 }), "$.diary.visits[0].venue"],
    [
      "a visit before the first day of life",
      diaryOf({ ...visit, at: "2020-07-01 04:59" }),
      "$.diary.visits[0].at",
    ],
    ["a visit after the last day", diaryOf({ ...visit, at: "2020-08-05 00:00" }), "$.diary.visits[0].at"],
    ["somebody at two places", diaryOf(visit, { ...visit, at: "2020-07-02 20:59" }), "$.diary.visits[1].at"],
    [
      "more visits than a day of life holds",
      diaryOf(
        ...["08:00", "10:00", "12:00", "14:00"].map((clock) => ({ ...visit, at: `2020-07-02 ${clock}` })),
      ),
      "$.diary.visits[3].at",
    ],
  ];

  it.each(wrong)("tell %s by its path", (_name, changes, path) => {
    expect(pathsOf(changes)).toEqual([path]);
  });

  it("let somebody go on the minute at which they leave", () => {
    expect(pathsOf(diaryOf(visit, { ...visit, at: "2020-07-02 21:00" }))).toEqual([]);
  });
});

describe("a run made smaller than what the scenario names", () => {
  it("is refused, and says how many there must be", () => {
    const scenario = Result.getOrThrow(read(diaryOf({ ...visit, person: 40, venue: 30 })));
    const made = makeWorld(scenario, { people: 39, venues: 29 });
    expect(Result.isFailure(made) && made.failure.mistakes).toEqual([
      { path: "--people", found: "39", expected: "at least the 40 that the scenario names" },
      { path: "--venues", found: "29", expected: "at least the 30 that the scenario names" },
    ]);
    expect(Result.isSuccess(makeWorld(scenario, { people: 40, venues: 30 }))).toBe(true);
  });
});
