/**
 * Check 0: said by hand. Every story runs on every driver; every clause that the models cite has a story or a party test to come.
 * The stories were written from the policy's sentences, so they can disagree with the models where everything generated would agree.
 * The last part shows that they do: a constant changed by hand makes its story fail.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clauses } from "../../models/clauses.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { covering } from "../covering.ts";
import { cited } from "./cited.ts";
import { drivers, reasonAgainst, runs, type Driver } from "./drivers.ts";
import { departures } from "./expectations.ts";
import { livesIn } from "./lives.ts";
import { numberExamples } from "./numbers.examples.ts";
import { partyClauses } from "./party-clauses.ts";
import { stories, storiesByFile } from "./stories.ts";
import type { Story } from "./story.ts";

const policyOf = (story: Story): Policy => {
  const preset = presets[story.preset ?? "2020-07"];
  return { ...preset, constants: { ...preset.constants, ...story.policy } };
};
const clausesOf = (story: Story): readonly string[] => [story.clause, ...(story.also ?? [])];
const folder = new URL(".", import.meta.url);
const cover = covering(import.meta.url);

/** Said once more here, so that a driver cannot run less without a test being changed. */
const leftOutBy: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  XState: {},
  "the plain reading": {},
  "the generated core": {},
  "the generated services": { pass: 13, visit: 10, verification: 1 },
};

describe.each(drivers)("stories on $name", (driver) => {
  const run = stories.filter((story) => runs(driver, story));
  it.each(run)("$clause, $subject: $says", async (story) => {
    expect(await departures(story, driver, policyOf(story))).toEqual([]);
    for (const clause of clausesOf(story)) cover.clause(clause);
    for (const life of livesIn(story, policyOf(story))) cover.life(life);
  });
  it("runs all stories but those counted here", () => {
    const leftOut = stories.filter((story) => !runs(driver, story));
    const counts = [...Map.groupBy(leftOut, ({ subject }) => subject)].map(([subject, of]) => [
      subject,
      of.length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(leftOutBy[driver.name]);
    expect(run.length + leftOut.length).toBe(stories.length);
    // And no reason stands there for a story that is no more.
    const reasons = new Set(leftOut.map((story) => reasonAgainst(driver, story)));
    expect(reasons.size).toBe(driver.leavesOut.length);
  });
});

describe("numbers", () => {
  it.each(numberExamples)("$clause, $name: $says", ({ clause, name, preset, is }) => {
    const policy = presets[preset];
    expect(policy.constants[name] ?? policy.sets[name]).toEqual(is);
    cover.clause(clause);
  });
  it("every constant and set of the policy is said by hand", () => {
    const { constants, sets } = presets["2020-07"];
    const said = new Set(numberExamples.map(({ name }) => name));
    expect([...Object.keys(constants), ...Object.keys(sets)].filter((name) => !said.has(name))).toEqual([]);
  });
});

describe("coverage", () => {
  const told = new Set([...stories.flatMap(clausesOf), ...numberExamples.map(({ clause }) => clause)]);
  const ofParties = new Set(partyClauses.map(({ clause }) => clause));

  it("every clause that the models cite has a story, or a party's test to show it", () => {
    expect(cited.size).toBeGreaterThan(20);
    const untold = [...cited].filter(([clause]) => !told.has(clause) && !ofParties.has(clause));
    expect(untold).toEqual([]);
  });
  it("every clause of the register is shown somewhere", () => {
    expect(Object.keys(clauses).filter((clause) => !told.has(clause) && !ofParties.has(clause))).toEqual([]);
  });
  it("every story names clauses of the register", () => {
    const named = [...told, ...ofParties];
    expect(named.filter((clause) => !(clause in clauses))).toEqual([]);
  });
  it("no example file is forgotten, and none imports anything but the form of a story", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".examples.ts"));
    expect(files.filter((name) => name !== "numbers.examples.ts")).toEqual(Object.keys(storiesByFile));
    const imports = files.flatMap((name) =>
      [...readFileSync(new URL(name, folder), "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(
        ([, from]) => from,
      ),
    );
    expect(new Set(imports)).toEqual(new Set(["./story.ts"]));
  });
});

describe("clauses that parties show", () => {
  const root = new URL("../../", folder);
  const shown = partyClauses.filter(({ shownBy }) => shownBy !== undefined);
  /** What tests are called, wherever the words stand. */
  const titlesOf = (text: string): string =>
    [...text.matchAll(/\b(?:it|describe|refuses)(?:\.\w+)?\(\s*[`"]([^`"]*)/g)]
      .map(([, title]) => title)
      .join("\n");
  it("every test file named exists and names its clause in a title", () => {
    const missing = shown.flatMap(({ clause, shownBy }) =>
      (shownBy ?? [])
        .filter((path) => {
          const file = new URL(path, root);
          return (
            !existsSync(file) || !new RegExp(`\\b${clause}\\b`).test(titlesOf(readFileSync(file, "utf8")))
          );
        })
        .map((path) => `${clause} in ${path}`),
    );
    expect(missing).toEqual([]);
    for (const { clause } of shown) cover.clause(clause);
  });
  const waiting = partyClauses.filter(({ shownBy }) => shownBy === undefined).map(({ clause }) => clause);
  it(`${waiting.length} wait for a test of the parties (${waiting.join(" ")}); of these no story shows anything yet`, () => {
    const told = new Set(stories.flatMap(clausesOf));
    const notShown = waiting.filter((clause) => !told.has(clause));
    // Shorten this list with each `shownBy` that is filled in.
    expect(notShown).toEqual(["S1", "S3", "F14"]);
  });
});

describe("the examples can fail", () => {
  /** What a driver's stories say under a policy changed by hand. */
  const under = async (driver: Driver, change: Policy["constants"]) => {
    const found: string[] = [];
    for (const story of stories.filter((one) => runs(driver, one))) {
      const policy = policyOf(story);
      found.push(
        ...(await departures(story, driver, { ...policy, constants: { ...policy.constants, ...change } })),
      );
    }
    return found;
  };
  const quick = drivers.filter(({ isQuick }) => isQuick);

  it.each(quick)(
    "a pass shown for 16 s breaks a story of F3 on $name, which names the instant",
    async (driver) => {
      expect(await under(driver, { passLifetime: 16_000 })).toContain(
        '2020-07-01T12:00:15.000+09:00 pass.presented: refused: said "pass-expired", found null',
      );
    },
  );

  it.each(drivers)("a verification of a millisecond breaks stories on $name", async (driver) => {
    expect((await under(driver, { verificationValidity: 1 })).length).toBeGreaterThan(3);
  });

  it.each(quick)(
    "one millisecond, or one of a count, more or less is noticed on $name wherever it is used",
    async (driver) => {
      const usual = await under(driver, {});
      const unnoticed: string[] = [];
      for (const [name, value] of Object.entries(presets["2020-07"].constants))
        for (const change of typeof value === "number" ? [value - 1, value + 1] : []) {
          const found = await under(driver, { [name]: change });
          if (JSON.stringify(found) === JSON.stringify(usual)) unnoticed.push(`${name} ${change}`);
        }
      // No lifecycle and no rule reads these yet; numbers.examples.ts holds them, and the parties' tests will.
      const ofParties = new Set([
        "codeDigits",
        "epochLength",
        "epochPasses",
        "joinableAtLeast",
        "passUseless",
        "rosterDelay",
        "sweepLateness",
        "venueReminder",
      ]);
      expect(unnoticed.filter((line) => !ofParties.has(line.replace(/ .*/, "")))).toEqual([]);
    },
    // Every story is told twice for each number.
    240_000,
  );
});
