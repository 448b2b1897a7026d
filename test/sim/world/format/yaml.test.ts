// A scenario in YAML is the scenario in JSON: the same values, the same mistakes by path, mistakes of syntax by line and column.
// The YAML of the tests is written by the library from the shipped JSON, but for what is written by hand to be wrong.
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readScenario } from "../../../../sim/scenario.ts";
import { changed, defaultText, shipped } from "../city.ts";

const yamlOf = (json: string): string => stringify(JSON.parse(json));

const mistakesIn = (text: string) => {
  const read = readScenario(text, shipped);
  return Result.isFailure(read) ? read.failure.mistakes : [];
};

describe("a scenario in YAML", () => {
  it.each([...shipped])("means what it means in JSON: %s", (_name, text) => {
    expect(Result.getOrThrow(readScenario(yamlOf(text), shipped))).toEqual(
      Result.getOrThrow(readScenario(text, shipped)),
    );
  });

  it("has the same mistakes by path", () => {
    const wrong = changed(["venues", "kinds", 2, "dailyVisits"], "many");
    expect(mistakesIn(yamlOf(wrong))).toEqual(mistakesIn(wrong));
    expect(mistakesIn(wrong)).toHaveLength(1);
  });

  it("may be written by hand, with comments, and with dates and times that stay as they are", () => {
    const text = [
      "# a small city",
      "schemaVersion: 2",
      "like: default",
      "name: A small city",
      "about: Few people, few days.",
      "calendar:",
      "  start: 2021-03-01 # a Monday",
      "  days: 3",
      "  sources: { start: by hand, days: by hand }",
    ].join("\n");
    const { calendar } = Result.getOrThrow(readScenario(text, shipped));
    expect(calendar.start).toBe(Date.parse("2021-03-01T00:00:00+09:00"));
  });

  it.each([
    ["name: [1, 2\nabout: x", /^line \d+, column \d+$/],
    ["name: a\nname: b", /^line 2, column 1$/],
    ["name: a\n\tabout: b", /^line 2, column \d+$/],
    ["name: !strange a", /^line 1, column 7$/],
    ["a: 1\n---\nb: 2", /^line 2, column 1$/],
  ])("says line and column where %j stops being YAML", (text, place) => {
    const [mistake] = mistakesIn(text);
    expect(mistake?.path).toMatch(place);
    expect(mistake?.expected).toMatch(/^YAML \(.+\)$/);
  });

  it("is refused like any other when it is no scenario at all", () => {
    expect(mistakesIn("just a sentence").map(({ path }) => path)).toEqual(["$"]);
    expect(mistakesIn(defaultText.slice(1)).length).toBeGreaterThan(0);
  });
});
