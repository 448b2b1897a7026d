/**
 * Check 0: said by hand. Every story runs on every driver; every clause that the models cite has a story or a party test to come.
 * The stories were written from the policy's sentences, so they can disagree with the models where everything generated would agree.
 * The last part shows that they do: a constant changed by hand makes its story fail.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clauses } from "../../models/clauses.ts";
import { presets, type Policy } from "../../models/policy.ts";
import { cited } from "./cited.ts";
import { drivers } from "./drivers.ts";
import { departures } from "./expectations.ts";
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

describe.each(drivers)("stories on $name", (driver) => {
  const run = stories.filter((story) => driver.runs(story));
  it.each(run)("$clause, $subject: $says", async (story) => {
    expect(await departures(story, driver, policyOf(story))).toEqual([]);
  });
  it("runs at least half of all stories", () => {
    expect(run.length * 2).toBeGreaterThan(stories.length);
  });
});

describe("numbers", () => {
  it.each(numberExamples)("$clause, $name: $says", ({ name, preset, is }) => {
    const policy = presets[preset];
    expect(policy.constants[name] ?? policy.sets[name]).toEqual(is);
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
  it("every test file named exists and names its clause", () => {
    const missing = shown.filter(({ clause, shownBy }) => {
      const file = new URL(shownBy ?? "", root);
      return !existsSync(file) || !new RegExp(`\\b${clause}\\b`).test(readFileSync(file, "utf8"));
    });
    expect(missing).toEqual([]);
  });
  for (const { clause, shows } of partyClauses.filter(({ shownBy }) => shownBy === undefined))
    it.todo(`${clause}: ${shows}`);
});

describe("the examples can fail", () => {
  const changed = async (constants: Policy["constants"], clause: string) => {
    const concerned = stories.filter((story) => clausesOf(story).includes(clause));
    const found = await Promise.all(
      drivers.flatMap((driver) =>
        concerned
          .filter((story) => driver.runs(story))
          .map((story) => {
            const policy = policyOf(story);
            return departures(story, driver, { ...policy, constants: { ...policy.constants, ...constants } });
          }),
      ),
    );
    return found.flat();
  };
  it("a pass shown for 16 s breaks a story of F3, which names the instant", async () => {
    const broken = await changed({ passLifetime: 16_000 }, "F3");
    expect(broken).toContain(
      '2020-07-01T12:00:15.000+09:00 pass.presented: refused: said "pass-expired", found null',
    );
  });
});
