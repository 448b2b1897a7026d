// `compare` meets the same people on both sides: what is given the same gives differences of exactly 0, and what is not is told in a sentence.
// A small city is run a few times; finished runs are compared from their folders; what cannot be compared is refused.
import { Schema } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { compareCommand } from "../../../sim/compare/command.ts";
import type { Pair } from "../../../sim/compare/comparison.ts";
import { comparisonOf } from "../../../sim/compare/comparing.ts";
import type { Run } from "../../../sim/results/run.ts";
import { endOf, startTelling } from "../processes.ts";
import { runCommand } from "../prove/running.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "../simulate/running.ts";

const scratch = makeScratch();
const scenario = scratch.file(
  "city.json",
  scenarioText({ outbreak: { indexPersons: 20, reportAfter: "1d to 2d" } }),
);
const compare = (...given: readonly string[]) => runCommand(compareCommand, ...given);
const small = ["--people", "400", "--days", "12"];

const decode = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({
      seeds: Schema.Array(Schema.Int),
      sentence: Schema.String,
      promisesBroken: Schema.Array(Schema.Struct({ id: Schema.String, a: Schema.Int, b: Schema.Int })),
      figures: Schema.Array(
        Schema.Struct({
          id: Schema.String,
          pairs: Schema.Int,
          a: Schema.Finite,
          b: Schema.Finite,
          difference: Schema.Finite,
          interval: Schema.optionalKey(Schema.Struct({ from: Schema.Finite, to: Schema.Finite })),
        }),
      ),
    }),
  ),
);

describe("compare", () => {
  it("finds no difference at all between a scenario and itself", async () => {
    const { code, text } = await compare(scenario, "--seeds", "3", ...small, "--json");
    expect(code).toBe(0);
    const { seeds, figures, sentence } = decode(text);
    expect(seeds).toEqual([1, 2, 3]);
    expect(figures.length).toBeGreaterThan(8);
    expect(figures.filter(({ pairs }) => pairs !== 3)).toEqual([]);
    expect(
      figures.filter(
        ({ difference, interval }) => difference !== 0 || interval?.from !== 0 || interval.to !== 0,
      ),
    ).toEqual([]);
    expect(figures.find(({ id }) => id === "contactsFound")?.a).toBeGreaterThan(0);
    expect(sentence).toBe("A and B are given the same, and every figure is exactly the same.");
  });

  it("tells two policies apart, seed by seed, with the same people at the door", async () => {
    const set = ["--set-b", "retention=2d", "--seeds", "2", "--seed", "7", ...small];
    const { text } = await compare(scenario, scenario, ...set, "--json");
    const { seeds, figures, sentence, promisesBroken } = decode(text);
    const figure = (id: string) => figures.find((each) => each.id === id);
    expect(seeds).toEqual([7, 8]);
    expect(figure("visitsStored")).toMatchObject({ difference: 0, interval: { from: 0, to: 0 } });
    const { a = 0, b = 0 } = figure("personDaysExposed") ?? {};
    expect(b / a).toBeCloseTo(2 / 28, 10);
    expect(figure("contactsFound")?.difference).toBeLessThan(0);
    expect(promisesBroken).toEqual([{ id: "trace-possible", a: 0, b: 2 }]);
    expect(sentence).toMatch(
      /^With retention 48 hours instead of 28 days, the records name [\d.]+ % fewer contacts/,
    );
    expect(sentence).toMatch(/93 % fewer person-days lie exposed/);
    const told = await compare(scenario, ...set);
    expect(told.text.trimEnd().endsWith(sentence)).toBe(true);
  });

  it("compares the pairs there are when it is interrupted", async () => {
    const child = startTelling([
      "compare",
      scenario,
      "--set-b",
      "retention=2d",
      "--seeds",
      "200",
      "--people",
      "2000",
    ]);
    const { status, stdout, stderr } = await endOf(child, (said) => {
      // Whoever is at the second seed, or at a later one, has a pair.
      if (!child.killed && /seed (?!1,)\d+, /.test(said)) child.kill("SIGINT");
    });
    expect(status).toBe(130);
    expect(stderr).toContain("Interrupted; the pairs there are by now are compared.\n");
    const [, pairs = 0] = /\(interrupted: (\d+) of 200 pairs\)/.exec(stdout) ?? [];
    expect(Number(pairs)).toBeGreaterThan(0);
    expect(stdout).toMatch(/With retention 48 hours instead of 28 days, /);
  });

  it.each([
    ["seeds-unusable", [scenario, "--seeds", "0"]],
    ["workers-unusable", [scenario, "--workers", "0"]],
    ["scenario-unreadable", [scratch.path("none.json")]],
    ["scenario-invalid", [scenario, "--set-b", "retention=soon"]],
    ["one-folder", [scratch.path("."), scenario]],
    ["run-missing", [scratch.path("."), scratch.path(".")]],
  ] as const)("is refused with %s", async (reason, given) => {
    expect(await compare(...given)).toMatchObject({ code: 2, reason, text: "" });
  });
});

describe("compare of two finished runs", () => {
  const out = (name: string): string => scratch.path(name);
  beforeAll(async () => {
    const asked = { scenario, level: "policy", people: 300, days: 2 } as const;
    await runOf({ ...asked, venues: 20, out: out("long") });
    await runOf({ ...asked, venues: 20, out: out("short"), set: { passLifetime: "5s" } });
    await runOf({ ...asked, venues: 20, seed: 2, out: out("others") });
  });

  it("gives their differences without an interval, and says that it is one pair", async () => {
    const { text } = await compare(out("long"), out("short"), "--json");
    const { figures, sentence } = decode(text);
    expect(figures.every(({ interval }) => interval === undefined)).toBe(true);
    expect(figures.find(({ id }) => id === "lateShare")?.difference).toBeGreaterThan(0);
    expect(sentence).toMatch(
      /^With life of a pass 5 seconds instead of 15 seconds, .* This is one pair of runs/,
    );
  });

  it("is refused where not the same people met", async () => {
    const { code, reason, sentence } = await compare(out("long"), out("others"));
    expect({ code, reason }).toEqual({ code: 2, reason: "runs-unpaired" });
    expect(sentence).toContain("different seed: 1 in A and 2 in B");
  });
});

describe("a comparison", () => {
  let run: Run;
  beforeAll(async () => {
    run = await runOf({ scenario, level: "policy", people: 60, out: scratch.path("planted") });
  });
  const found = (count: number): Run => ({
    ...run,
    tracing: { contacts: 100, found: count, personDaysExposed: 1_000, curve: [] },
  });
  const said = (...counts: readonly (readonly [a: number, b: number])[]): string => {
    const pairs = counts.map(([a, b]): Pair => ({ a: found(a), b: found(b) }));
    return comparisonOf(pairs, pairs.length)?.sentence ?? "";
  };

  it("calls a difference sure only where chance cannot make it", () => {
    // Differences -10, -11, -12 of 50: mean -11, standard error 0.577, t 4.303.
    expect(said([50, 40], [50, 39], [50, 38])).toContain("22 % fewer contacts (surely: 17 % to 27 % fewer)");
    expect(said([50, 40], [50, 58], [50, 49])).toMatch(
      /fewer contacts \(it may be chance: from [\d.]+ % fewer to [\d.]+ % more\)/,
    );
  });

  it("says half as many in words, and what is exactly the same", () => {
    expect(said([50, 25], [50, 25])).toContain("the records name half as many contacts (in every pair)");
    expect(said([50, 25], [50, 25])).toContain("exactly as many person-days lie exposed");
  });

  it("of nothing is none", () => {
    expect(comparisonOf([], 10)).toBeUndefined();
  });
});
