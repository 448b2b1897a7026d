// A scenario that is like another one: what it takes over, what stands instead, and what it has to say for itself.
// The mistakes of such a file are told by the same paths as those of one that is written out.
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { readScenario } from "../../../../sim/scenario.ts";
import { defaultScenario, shipped } from "../city.ts";

const small = { schemaVersion: 2, like: "default", name: "A small city", about: "Few people." };

const read = (fields: object, texts = shipped) =>
  readScenario(JSON.stringify({ ...small, ...fields }), texts);
const readWell = (fields: object, texts = shipped) => Result.getOrThrow(read(fields, texts));
const mistakes = (fields: object, texts = shipped) => {
  const result = read(fields, texts);
  return Result.isFailure(result)
    ? result.failure.mistakes.map(({ path, expected }) => [path, expected])
    : [];
};

describe("a scenario like the default one", () => {
  it("takes over every group that it does not give", () => {
    const { name, about, ...rest } = readWell({});
    const { name: otherName, about: otherAbout, ...other } = defaultScenario;
    expect(rest).toEqual(other);
    expect([name, about]).toEqual([small.name, small.about]);
    expect([name, about]).not.toContain(otherName);
    expect(otherAbout).not.toBe(about);
  });

  it("replaces single figures of a group, each with its own source, and keeps the rest with theirs", () => {
    const { people } = readWell({ people: { count: 9, sources: { count: "by hand" } } });
    expect(people).toEqual({
      ...defaultScenario.people,
      count: 9,
      sources: { ...defaultScenario.people.sources, count: "by hand" },
    });
  });

  it("replaces lists whole", () => {
    const issuers = [{ id: "one", ko: "하나", en: "One", share: 1 }];
    expect(readWell({ people: { issuers, sources: { issuers: "by hand" } } }).people.issuers).toEqual(
      issuers,
    );
    expect(readWell({ calibration: [] }).calibration).toEqual([]);
  });

  it("does not take over the source of a figure that it gives itself", () => {
    expect(mistakes({ people: { count: 9 } }).map(([path]) => path)).toEqual(["$.people.sources.count"]);
  });

  it("says a mistake by its path, and has a name and words of its own", () => {
    expect(mistakes({ calendar: { days: 0, sources: { days: "by hand" } } })).toEqual([
      ["$.calendar.days", "a whole number from 1 to 3650"],
    ]);
    expect(mistakes({ name: undefined, about: undefined }).map(([path]) => path)).toEqual([
      "$.name",
      "$.about",
    ]);
  });
});

describe("what a scenario can be like", () => {
  it("is a name that comes along", () => {
    const [mistake] = mistakes({ like: "nowhere" });
    expect(mistake?.[0]).toBe("$.like");
    expect(mistake?.[1]).toContain("default");
    expect(mistakes({ like: 3 }).map(([path]) => path)).toEqual(["$.like"]);
  });

  it("may be like another one in its turn, but not in a circle", () => {
    const middle = JSON.stringify({ ...small, calendar: { days: 7, sources: { days: "by hand" } } });
    const texts = new Map([...shipped, ["middle", middle]]);
    expect(readWell({ like: "middle" }, texts).calendar.days).toBe(7);
    const circle = new Map([
      ...shipped,
      ["a", JSON.stringify({ ...small, like: "b" })],
      ["b", JSON.stringify({ ...small, like: "a" })],
    ]);
    expect(mistakes({ like: "a" }, circle).map(([path]) => path)).toEqual(["$.like"]);
  });
});
