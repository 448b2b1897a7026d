// The line before the service, worked out by hand: one issuer with one or two servers that make a pass a second.
// Who is served when, who is told to come back and does, who gives up, and what a fault takes away.
import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../sim/scenario.ts";
import { serve, type Asks } from "../../../sim/world/queue.ts";
import { cityDays } from "../../../sim/world/city.ts";
import { plainScenario, shippedScenario, worldOf } from "./city.ts";

const startsAtMs = plainScenario.calendar.start;
const noonMs = startsAtMs + 12 * 3_600_000;
const size = { people: 4, venues: 1, days: 1, seed: 1 };

const oneIssuer: Scenario = {
  ...plainScenario,
  people: { ...plainScenario.people, issuers: [{ id: "one", ko: "하나", en: "One", share: 1 }] },
};

const capacity: NonNullable<Scenario["capacity"]> = {
  servers: 1,
  passesASecond: 1,
  queueMost: 2,
  retryAfter: { fromMs: 10_000, toMs: 10_000 },
  triesMost: 2,
  sources: {},
};

const scenarioOf = (
  figures: Partial<typeof capacity> = {},
  faults: NonNullable<Scenario["faults"]> = [],
): Scenario => ({ ...oneIssuer, capacity: { ...capacity, ...figures }, faults });

/** Visits whose first ask comes so many seconds after noon, each for so many passes. */
const asksAt = (seconds: readonly number[], passes: readonly number[] = []): Asks => ({
  count: seconds.length,
  atMs: Float64Array.from(seconds, (second) => noonMs + second * 1_000),
  passes: Uint8Array.from(seconds, (_, row) => passes[row] ?? 1),
  gapMs: new Int32Array(seconds.length).fill(20_000),
  issuer: new Uint8Array(seconds.length),
  person: Int32Array.from(seconds, (_, row) => row),
  number: new Int32Array(seconds.length),
});

const servedOf = (scenario: Scenario, asks: Asks) => {
  const served = serve(scenario, size, startsAtMs, asks);
  if (served === undefined) throw new Error("the scenario says what can be served");
  const seconds = Array.from(served.madeAtMs, (at) => (at - noonMs) / 1_000);
  return { ...served, seconds, noon: served.tenMinutes[72] };
};

describe("a line before one server that makes a pass a second", () => {
  it("serves in the order of time, and tells whoever finds two waiting to come back after ten seconds", () => {
    const { seconds, shed, lost, noon } = servedOf(scenarioOf(), asksAt([0, 0.1, 0.2, 0.3, 5]));
    // Four come at once: one is served, two wait, the fourth is told to come back and is served at 10.3.
    expect(seconds).toEqual([1, 2, 3, 11.3, 6]);
    expect({ shed, lost }).toEqual({ shed: 1, lost: 0 });
    expect(noon).toMatchObject({ asked: 6, shed: 1, made: 5, queueMost: 2, gaveUp: 0 });
    // The waits are 1, 1.9, 2.8, 11 and 1 seconds.
    expect(noon).toMatchObject({ waitP50Ms: 1_900, waitP99Ms: 11_000 });
  });

  it("lets whoever is told so twice give up", () => {
    const busy = Array.from({ length: 40 }, (_, row) => row * 0.5);
    const { seconds, lost, shed, noon } = servedOf(scenarioOf({ queueMost: 0 }), asksAt(busy));
    expect(lost).toBe(seconds.filter((second) => Number.isNaN(second)).length);
    expect(lost).toBeGreaterThan(0);
    expect(noon?.gaveUp).toBe(lost);
    expect(shed).toBeGreaterThan(lost);
  });

  it("is asked for the next pass only when the one before is there", () => {
    const { seconds, firstPass } = servedOf(scenarioOf(), asksAt([0, 0.5], [2, 1]));
    expect([...firstPass]).toEqual([0, 2]);
    expect(seconds).toEqual([1, 22, 2]);
  });

  it("does not care how the visits are laid out", () => {
    const forward = servedOf(scenarioOf(), asksAt([0, 0.1, 0.2]));
    const asks = asksAt([0.2, 0.1, 0]);
    const backward = servedOf(scenarioOf(), { ...asks, person: Int32Array.of(2, 1, 0) });
    expect(backward.seconds.toReversed()).toEqual(forward.seconds);
  });

  it("passes over visits on which no pass is asked for", () => {
    expect(servedOf(scenarioOf(), asksAt([0, 0.1], [0, 1])).seconds).toEqual([1.1]);
  });
});

describe("a fault", () => {
  const four = asksAt([0, 0.1, 0.2, 0.3]);
  const faultOf = (what: NonNullable<Scenario["faults"]>[number]["what"], more = {}) => [
    { what, from: noonMs, for: 4_000, source: "by hand", ...more },
  ];

  it("of the balancer sends everybody to one of two servers", () => {
    const two = { servers: 2, queueMost: 9 };
    expect(servedOf(scenarioOf(two), four).seconds).toEqual([1, 1.1, 2, 2.1]);
    expect(servedOf(scenarioOf(two, faultOf("balancer-failed")), four).seconds).toEqual([1, 2, 3, 4]);
  });

  it("that leaves half of the throughput doubles the time of a pass until it is over", () => {
    const slow = scenarioOf({ queueMost: 9 }, faultOf("issuer-slow", { to: 0.5 }));
    expect(servedOf(slow, four).seconds).toEqual([2, 4, 5, 6]);
  });

  it("that takes an issuer away refuses everybody at once, and only that issuer's people", () => {
    const away = scenarioOf({ triesMost: 1 }, faultOf("issuer-away", { issuer: "one" }));
    expect(servedOf(away, four)).toMatchObject({ lost: 4, shed: 4 });
    const elsewhere = scenarioOf({ queueMost: 9 }, faultOf("issuer-away", { issuer: "two" }));
    expect(servedOf(elsewhere, four).seconds).toEqual([1, 2, 3, 4]);
  });
});

describe("a run made smaller", () => {
  it("keeps a server busy for all whom a person stands for, and has the pass as soon as in reality", () => {
    const scenario: Scenario = {
      ...scenarioOf({ passesASecond: 1_000, queueMost: 9_000 }),
      people: { ...oneIssuer.people, standsFor: 1_000 },
    };
    expect(servedOf(scenario, asksAt([0, 0.1, 5])).seconds).toEqual([0.001, 1.001, 5.001]);
  });

  it("tells nearly the same share of people to come back, and gives the same passes at once where the service is large enough", () => {
    const lunch = (name: string, people: number) => {
      const [day] = [...cityDays(worldOf(shippedScenario(name), { people, days: 1 }))];
      const tens = day?.served?.tenMinutes ?? [];
      const asked = tens.reduce((sum, ten) => sum + ten.asked, 0);
      return {
        shedShare: (day?.served?.shed ?? 0) / asked,
        lostShare: (day?.served?.lost ?? 0) / (day?.plan.visits.count ?? 1),
        waitMs: Math.max(...tens.map(({ waitP99Ms }) => waitP99Ms)),
      };
    };
    const [small, large] = [2_000, 12_000].map((people) => lunch("enforcement-day", people));
    expect(small?.shedShare).toBeGreaterThan(0.3);
    expect(small?.shedShare).toBeCloseTo(large?.shedShare ?? 0, 1);
    expect(small?.lostShare).toBeCloseTo(large?.lostShare ?? 0, 1);
    for (const people of [2_000, 12_000]) {
      expect(lunch("busiest-month", people)).toMatchObject({ shedShare: 0, lostShare: 0 });
      expect(lunch("busiest-month", people).waitMs).toBeLessThan(3_000);
    }
  });

  it("says nothing of a line where the scenario says nothing of capacity", () => {
    expect(serve(oneIssuer, size, startsAtMs, asksAt([0]))).toBeUndefined();
  });
});
