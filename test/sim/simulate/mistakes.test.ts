// A scenario with a mistake is answered by where it is, what was found and what was expected; nothing is run and nothing is made.
// What a mistake looks like on the command line is tried with real processes, the table of mistakes in this one.
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changed, defaultText } from "../world/city.ts";
import { entrylog } from "../processes.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText, stopOf } from "./running.ts";

const scratch = makeScratch();
const out = scratch.path("never-made");
const setting = (set: Readonly<Record<string, unknown>>): string => scenarioText({ policy: { set } });

const mistakes: readonly (readonly [string, string, string])[] = [
  [
    "a field that is none",
    changed(["people", "cuont"], 5),
    "$.people.cuont: found 5, expected no such field; the fields here are count",
  ],
  [
    "a text for a number",
    changed(["people", "count"], "many"),
    '$.people.count: found "many", expected a whole number from 1',
  ],
  [
    "a length of time without unit",
    changed(["demand", "doorDelay"], "45"),
    '$.demand.doorDelay: found "45", expected a length of time such as "15s"',
  ],
  [
    "a field left out",
    changed(["outbreak", "reported"], undefined),
    "$.outbreak.reported: found nothing, expected a share from 0 to 1",
  ],
  [
    "a preset that is none",
    changed(["policy", "preset"], "2021-01"),
    '$.policy.preset: found "2021-01", expected one of "2020-07", "2020-10"',
  ],
  [
    "a constant that is none",
    setting({ passLifetim: "5s" }),
    "$.policy.set.passLifetim: found a name that is no constant of the policy, expected one of consentAsked,",
  ],
  [
    "a constant of the wrong kind",
    setting({ passLifetime: "soon" }),
    '$.policy.set.passLifetime: found "soon", expected a duration such as "15s"',
  ],
  [
    "a choice that is none",
    setting({ consentAsked: "never" }),
    '$.policy.set.consentAsked: found "never", expected one of everyPass, once',
  ],
  [
    "one officer alone",
    setting({ officersRequired: 1 }),
    "$.policy.set.officersRequired: found 1, expected a whole number from 2 to the scenario's 4 officers",
  ],
  [
    "more officers than there are",
    setting({ officersRequired: 5 }),
    "found 5, expected a whole number from 2 to the scenario's 4 officers",
  ],
  [
    "records kept for less than a day",
    setting({ retention: "23h" }),
    '$.policy.set.retention: found "23h", expected a duration from "1d"',
  ],
  [
    "a code longer than can be drawn",
    setting({ codeDigits: 20 }),
    "$.policy.set.codeDigits: found 20, expected a whole number from 4 to 9",
  ],
  [
    "more tries than a row can count",
    setting({ codeTries: 6 }),
    "$.policy.set.codeTries: found 6, expected a whole number from 1 to 5",
  ],
  [
    "more passes than an epoch has bits",
    setting({ epochPasses: 4097 }),
    "$.policy.set.epochPasses: found 4097, expected a whole number from 1 to 4096",
  ],
  [
    "a comma left out",
    defaultText.replace('"count": 50000,', '"count": 50000'),
    'line 15, column 5: found "\\"districts\\":", expected a ","',
  ],
];

describe("a scenario with a mistake", () => {
  it.each(mistakes)("%s is answered by its place", async (_, text, sentence) => {
    const scenario = scratch.file("mistaken.json", text);
    const stop = await stopOf({ scenario, out });
    expect({ code: stop.code, reason: stop.reason }).toEqual({ code: 2, reason: "scenario-invalid" });
    expect(stop.sentence).toContain(`${scenario} cannot be run:\n`);
    expect(stop.sentence).toContain(sentence);
    expect(existsSync(out)).toBe(false);
  });

  it("with several mistakes is answered by all of them", async () => {
    const text = setting({ passLifetime: "soon", retentoin: "28d" });
    const { sentence } = await stopOf({ scenario: scratch.file("two.json", text), out });
    expect(sentence).toContain("$.policy.set.passLifetime");
    expect(sentence).toContain("$.policy.set.retentoin");
  });

  it("without one is run", async () => {
    const scenario = scratch.file(
      "good.json",
      setting({ passLifetime: "10s", codeDigits: 4, officersRequired: 2 }),
    );
    expect(
      (await runOf({ scenario, out: scratch.path("made"), people: 30, venues: 3 })).manifest.complete,
    ).toBe(true);
  });
});

describe("the size of a run", () => {
  it.each([
    ["people", 0, "--people: found 0, expected a whole number from 1 to"],
    ["venues", 0, "--venues: found 0, expected a whole number from 1 to"],
    ["days", -1, "--days: found -1, expected a whole number from 1 to"],
    ["seed", -1, "--seed: found -1, expected a whole number from 0 to"],
  ] as const)("--%s %i is refused", async (name, value, sentence) => {
    const stop = await stopOf({ scenario: "default", out, [name]: value });
    expect(stop.code).toBe(2);
    expect(stop.sentence).toContain(sentence);
    expect(existsSync(out)).toBe(false);
  });
});

describe("on the command line", () => {
  const simulated = (...args: readonly string[]) => entrylog("simulate", ...args, "--out", out);
  const isPlain = (stderr: string) => {
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain("Error:");
    expect(existsSync(out)).toBe(false);
  };

  it("a mistake in the file ends with 2 on stderr, in plain lines", async () => {
    const scenario = scratch.file("plain.json", changed(["people", "count"], "many"));
    const { status, stdout, stderr } = await simulated(scenario);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.split("\n")).toEqual([
      `scenario-invalid: ${scenario} cannot be run:`,
      '$.people.count: found "many", expected a whole number from 1 to 10000000',
      "Mend what is named above and run it again.",
      "",
    ]);
    isPlain(stderr);
  });

  it("a file that is not there ends with 2 and the names there are", async () => {
    const { status, stdout, stderr } = await simulated(scratch.path("nowhere.json"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^scenario-unreadable: .*nowhere\.json.*\n.*default/);
    isPlain(stderr);
  });

  it("days that are no number end with 2", async () => {
    const { status, stdout, stderr } = await simulated("default", "--days", "x");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--days");
    isPlain(stderr);
  });
});
