// Every scenario that comes along: it is read, says of each figure where it comes from, and its first days can be lived.
// That a figure without a source is refused is tried in world/scenario.test.ts; here it is looked at what the sources say.
import { describe, expect, it } from "vitest";
import { policyOf } from "../../sim/policychoice.ts";
import { cityDays } from "../../sim/world/city.ts";
import { makeWorld } from "../../sim/world/world.ts";
import { Result } from "effect";
import { shipped, shippedScenario } from "./world/city.ts";

const expected = [
  "busiest-month",
  "club-outbreak",
  "crisis-ends",
  "custodian-away",
  "default",
  "enforcement-day",
  "forged-passes",
  "hot-spot",
  "launch-month",
  "retention",
  "ten-minutes",
  "three-people",
];

/** What sources may begin with: a clause, a record, a derivation, an assumption, or pencil and paper. */
const known = /^([SFC]\d+|published|derived|assumption|by hand)/;

const sourcesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: readonly [string, unknown]) =>
    name === "sources" && typeof inner === "object" && inner !== null
      ? Object.values(inner).map((source: unknown) => String(source))
      : name === "source"
        ? [String(inner)]
        : sourcesIn(inner),
  );
};

describe("the scenarios that come along", () => {
  it("are these", () => {
    expect([...shipped.keys()].toSorted()).toEqual(expected);
  });

  it.each(expected)("%s is read, and its policy is one", (name) => {
    const scenario = shippedScenario(name);
    expect(Result.isSuccess(policyOf(scenario))).toBe(true);
    expect(scenario.about.length).toBeGreaterThan(100);
    const sources = sourcesIn(scenario);
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((source) => !known.test(source))).toEqual([]);
  });

  it.each(expected)("%s can be lived for two days at a small size", (name) => {
    const scenario = shippedScenario(name);
    const named = (scenario.diary?.visits ?? []).length > 0;
    const world = Result.getOrThrow(makeWorld(scenario, { days: 2, ...(named ? {} : { people: 1_000 }) }));
    const days = [...cityDays(world)];
    expect(days).toHaveLength(2);
    const visits = days.reduce((sum, { plan }) => sum + plan.visits.count, 0);
    expect(visits).toBeGreaterThan(name === "three-people" ? 2 : 100);
  });
});
