// The reader of scenarios: a good one is read whole, and every mistake is told by its path.
// The table of mistakes is made of single changes to the default scenario.
import { Result } from "effect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScenario, type Mistake } from "../../../sim/scenario.ts";
import { syntaxMistake } from "../../../sim/world/format/syntax.ts";
import { changed, defaultScenario, defaultText } from "./city.ts";

const mistakesIn = (text: string): readonly Mistake[] => {
  const read = readScenario(text);
  return Result.isFailure(read) ? read.failure.mistakes : [];
};

const broken: readonly (readonly [string, readonly (string | number)[], unknown, string, string, string])[] =
  [
    [
      "a text for a number",
      ["venues", "kinds", 2, "dailyVisits"],
      "many",
      "$.venues.kinds[2].dailyVisits",
      '"many"',
      "a number of 0 or more",
    ],
    [
      "a negative number",
      ["venues", "kinds", 0, "dailyVisits"],
      -1,
      "$.venues.kinds[0].dailyVisits",
      "-1",
      "a number of 0 or more",
    ],
    [
      "a field left out",
      ["people", "count"],
      undefined,
      "$.people.count",
      "nothing",
      "a whole number from 1 to 10000000",
    ],
    ["half a person", ["people", "count"], 1.5, "$.people.count", "1.5", "a whole number from 1 to 10000000"],
    [
      "a share over 1",
      ["behaviour", "showsLate"],
      1.2,
      "$.behaviour.showsLate",
      "1.2",
      "a share from 0 to 1",
    ],
    [
      "a length without unit",
      ["investigation", "lookBack"],
      "14",
      "$.investigation.lookBack",
      '"14"',
      'a length of time such as "15s", "10m" or "28d"',
    ],
    [
      "a number for a length",
      ["demand", "doorDelay"],
      45,
      "$.demand.doorDelay",
      "45",
      'a length of time such as "15s", "10m" or "28d"',
    ],
    [
      "a day that is none",
      ["calendar", "start"],
      "2020-02-30",
      "$.calendar.start",
      '"2020-02-30"',
      'a date such as "2020-07-01"',
    ],
    [
      "a span backwards",
      ["demand", "passGap"],
      "40s to 16s",
      "$.demand.passGap",
      '"40s to 16s"',
      'two lengths of time, the shorter first, such as "60m to 150m"',
    ],
    [
      "a night too long",
      ["venues", "kinds", 0, "hours"],
      "18:00 to 07:00",
      "$.venues.kinds[0].hours",
      '"18:00 to 07:00"',
      'opening hours such as "18:00 to 02:00", opening from 05:00 to 23:00 and closing by 05:00',
    ],
    [
      "a rhythm unknown",
      ["venues", "kinds", 1, "rhythm"],
      "nights",
      "$.venues.kinds[1].rhythm",
      '"nights"',
      'one of "day", "lunchAndEvening", "evening", "night"',
    ],
    [
      "a field unknown",
      ["venues", "kindz"],
      [],
      "$.venues.kindz",
      "a list of 0",
      "no such field; the fields here are count, kinds, popularityTail, timesUsual, sources",
    ],
    [
      "a week of six days",
      ["venues", "kinds", 0, "weekdays"],
      [1, 1, 1, 1, 1, 1],
      "$.venues.kinds[0].weekdays",
      "a list of 6",
      "a list of 7 weights, Monday first, not all 0",
    ],
    [
      "shares that are not one",
      ["people", "districts"],
      [{ ko: "동", en: "dong", share: 0.9 }],
      "$.people.districts",
      "a list of 1",
      "a list whose shares sum to 1",
    ],
    [
      "a figure without source",
      ["outbreak", "sources", "reported"],
      undefined,
      "$.outbreak.sources.reported",
      "nothing",
      'where the figure comes from: a clause such as "F9", a published record, or "assumption: ..."',
    ],
    [
      "a source for no figure",
      ["measured", "sources", "speed"],
      "F9",
      "$.measured.sources.speed",
      '"F9"',
      "no such figure; the figures here are lookups, reidentifications, guests",
    ],
    [
      "an empty source",
      ["measured", "sources", "lookups"],
      " ",
      "$.measured.sources.lookups",
      '" "',
      'where the figure comes from: a clause such as "F9", a published record, or "assumption: ..."',
    ],
    [
      "a preset unknown",
      ["policy", "preset"],
      "2021",
      "$.policy.preset",
      '"2021"',
      'one of "2020-07", "2020-10"',
    ],
    [
      "a setting that is a list",
      ["policy", "set"],
      { passLifetime: [15] },
      "$.policy.set.passLifetime",
      "a list of 1",
      'a number, or a text such as "15s"',
    ],
    [
      "a level unknown",
      ["crisis", "levels"],
      [{ at: "2020-07-01", level: "red" }],
      "$.crisis.levels[0].level",
      '"red"',
      'one of "attention", "caution", "alert", "serious"',
    ],
    [
      "levels out of order",
      ["crisis", "levels"],
      [
        { at: "2020-07-09", level: "serious" },
        { at: "2020-07-02", level: "alert" },
      ],
      "$.crisis.levels[1].at",
      '"2020-07-02"',
      "a time after the one before",
    ],
    [
      "no level",
      ["crisis", "levels"],
      [],
      "$.crisis.levels",
      "a list of 0",
      "a list of at least one level, the first at the start",
    ],
    ["another version", ["schemaVersion"], 1, "$.schemaVersion", "1", "2"],
    ["a group that is a number", ["policy"], 3, "$.policy", "3", "a group with the fields preset, set"],
  ];

describe("a scenario with a mistake", () => {
  it.each(broken)("%s", (_name, keys, value, path, found, expected) => {
    expect(mistakesIn(changed(keys, value))).toEqual([{ path, found, expected }]);
  });

  it("is told all its mistakes at once, and each in a sentence", () => {
    const text = changed(["venues", "kinds", 2, "dailyVisits"], "many")
      .replace('"count":50000', '"count":0')
      .replace('"preset":"2020-07"', '"preset":7');
    const read = readScenario(text);
    expect(Result.isFailure(read) && read.failure._tag).toBe("ScenarioInvalid");
    expect(mistakesIn(text).map(({ path }) => path)).toEqual([
      "$.people.count",
      "$.venues.kinds[2].dailyVisits",
      "$.policy.preset",
    ]);
    expect(Result.isFailure(read) && read.failure.message).toContain(
      '$.venues.kinds[2].dailyVisits: found "many", expected a number of 0 or more',
    );
  });

  it.each([
    ['{\n  "a": 1,\n  "b": [1 2]\n}', "line 3, column 11", '"2]"', 'a "," or the "]" that ends the list'],
    ['{"a": 1,}', "line 1, column 9", '"}"', "the name of a field, in double quotes"],
    ['{"a": 1', "line 1, column 8", "the end of the text", 'a "," or the "}" that ends the group'],
    ['{\n"a": 1,\n"a": 2}', "line 3, column 1", '"\\"a\\":"', "each field once"],
    ["", "line 1, column 1", "the end of the text", "a value"],
    ["{} x", "line 1, column 4", '"x"', "nothing more after the end"],
    ["{\"a\": 'b'}", "line 1, column 7", "\"'b'}\"", "a value"],
  ])("says line and column where %j stops being JSON", (text, path, found, expected) => {
    expect(mistakesIn(text)).toEqual([{ path, found, expected }]);
  });

  it("finds a mistake of syntax exactly where JSON.parse does", () => {
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
        return false;
      }
    };
    const spoiled = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "}", "]", '"', "\\", "0", "-", ".", "e", " ", "\n", "\u0000", "x"),
      )
      .map(([text, place, put]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + (put === "" ? 1 : 0));
      })
      .filter((text) => syntaxMistake(text)?.expected !== "each field once");
    fc.assert(
      fc.property(spoiled, (text) => (syntaxMistake(text) === undefined) === parses(text)),
      { numRuns: 2_000 },
    );
  });
});

describe("the default scenario", () => {
  it("is read, with a mark of byte order too, and times are whole milliseconds in Seoul", () => {
    expect(readScenario(`\uFEFF${defaultText}`)).toEqual(readScenario(defaultText));
    expect(defaultScenario.calendar.start).toBe(Date.parse("2020-07-01T00:00:00+09:00"));
    expect(defaultScenario.investigation.lookBack).toBe(1_209_600_000);
    expect(defaultScenario.venues.kinds[0]?.hours).toEqual({ fromMs: 64_800_000, toMs: 97_200_000 });
  });

  it("has the twelve kinds of F9 and the size that is asked for", () => {
    expect(defaultScenario.venues.kinds).toHaveLength(12);
    expect(defaultScenario.venues.count).toBeGreaterThanOrEqual(2_000);
    expect(defaultScenario.people.count).toBeGreaterThanOrEqual(50_000);
    expect(defaultScenario.calendar.days).toBe(35);
  });
});
