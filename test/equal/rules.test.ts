// Every rule of the law: its generated function and the plain reading of it agree in what becomes of each instance,
// in everything taken, in order, and in what is refused or told. Over random states, and over all states with their
// deadlines before, at and after now. Every refusal and every rule is met, so that agreeing means something.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { decide } from "../../models/language/decide.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import { presetNames, presets, type PresetName } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";
import { covering } from "../covering.ts";
import { drawnCase, orderedCases, type RuleCase } from "./rulecases.ts";
import { ruleSide } from "./ruleside.ts";
import { check, seed } from "./seed.ts";

const runsEach = 1_000;
const cover = covering(import.meta.url);

/** Compares both sides of a rule; answers the code with which the case was refused. */
const comparison = (rule: Rule, preset: PresetName, reading: Rule = rule) => {
  const policy = presets[preset];
  const generated = ruleSide(rule, policyNumbers(policy));
  return ({ before, given, now }: RuleCase): string => {
    const plain = decide(reading, machineOf, policy, before, given, now);
    const { instances, taken, refused, told } = generated(before, given, now);
    const ours = JSON.stringify({ refused, told, taken, instances }, sorted);
    const theirs = JSON.stringify(plain, sorted);
    if (ours !== theirs) {
      const asked = JSON.stringify({ before, given, now });
      throw new Error(`${rule.id} under ${preset} asked ${asked}\ngenerated: ${ours}\nplain:     ${theirs}`);
    }
    if (reading === rule)
      for (const of of Map.groupBy(plain.taken, ({ instance }) => instance).values())
        cover.life(of.map(({ transition }) => transition));
    return refused;
  };
};

/** Fields in one order, whoever wrote them down. */
const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

let compared = 0;

describe.for(presetNames)("rules under %s", (preset) => {
  it.for(rules.map((rule) => [rule.id, rule] as const))("%s agrees", { timeout: 120_000 }, ([, rule]) => {
    const agree = comparison(rule, preset);
    const met = new Set<string>();
    for (const one of orderedCases(rule)) {
      met.add(agree(one));
      compared += 1;
    }
    const random = fc.property(drawnCase(rule), (one) => {
      met.add(agree(one));
    });
    check(random, "rules.test.ts", runsEach);
    compared += runsEach;
    for (const { code } of rule.refusals) expect(met).toContain(code);
    expect(met).toContain("");
  });
});

describe("a rule read wrongly is noticed", () => {
  const noticed = (rule: Rule, reading: Rule): boolean => {
    const agree = comparison(rule, "2020-07", reading);
    try {
      for (const one of fc.sample(drawnCase(rule), { seed, numRuns: runsEach })) agree(one);
      for (const one of orderedCases(rule)) agree(one);
      return false;
    } catch {
      return true;
    }
  };
  const missing = <T>(list: readonly T[], place: number): readonly T[] =>
    list.filter((_, index) => index !== place);

  it.for(rules.map((rule) => [rule.id, rule] as const))("%s", ([, rule]) => {
    const readings = [
      ...rule.refusals.map((_, place) => ({ ...rule, refusals: missing(rule.refusals, place) })),
      ...rule.steps.map((_, place) => ({ ...rule, steps: missing(rule.steps, place) })),
    ];
    expect(readings.filter((reading) => !noticed(rule, reading))).toEqual([]);
  });
});

describe("the rules", () => {
  it("were compared in at least 20,000 cases", () => {
    console.info(`compared ${String(compared)} cases of ${String(rules.length)} rules`);
    expect(compared).toBeGreaterThanOrEqual(20_000);
  });
});
