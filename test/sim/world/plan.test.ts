// The plan of a day: who goes where and when, as arrays. It repeats with its seed, keeps opening hours,
// and stays within the figures that the scenario names.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planHash, type DayPlan } from "../../../sim/world/plan.ts";
import { businessNumberOf, kindOf } from "../../../sim/world/venues.ts";
import { personOf, phoneOf } from "../../../sim/world/people.ts";
import { strangers } from "../../../sim/world/attempts.ts";
import { defaultScenario, plainScenario, worldOf, planDay } from "./city.ts";

const dayMs = 86_400_000;
const small = worldOf(defaultScenario, { people: 5_000, seed: 7 });

const rowsOf = (plan: DayPlan) =>
  Array.from({ length: plan.visits.count }, (_, row) => ({
    person: plan.visits.person[row] ?? -1,
    venue: plan.visits.venue[row] ?? -1,
    arriveAtMs: plan.visits.arriveAtMs[row] ?? 0,
    leaveAtMs: plan.visits.leaveAtMs[row] ?? 0,
  }));

describe("a plan", () => {
  it("is the same for the same seed, whatever day is planned first, and another for another seed", () => {
    const forward = [3, 4, 5].map((day) => planHash(planDay(small, day)));
    const again = worldOf(defaultScenario, { people: 5_000, seed: 7 });
    const backward = [5, 4, 3].map((day) => planHash(planDay(again, day))).reverse();
    expect(backward).toEqual(forward);
    expect(new Set(forward).size).toBe(3);
    const other = worldOf(defaultScenario, { people: 5_000, seed: 8 });
    expect(planHash(planDay(other, 3))).not.toBe(forward[0]);
  });

  it("does not depend on the policy or on how long the run is", () => {
    const asked = {
      ...defaultScenario,
      policy: { preset: "2020-10" as const, set: { passLifetime: "60s" } },
    };
    const hash = planHash(planDay(small, 2));
    expect(planHash(planDay(worldOf(asked, { people: 5_000, seed: 7 }), 2))).toBe(hash);
    expect(planHash(planDay(worldOf(defaultScenario, { people: 5_000, seed: 7, days: 3 }), 2))).toBe(hash);
  });

  it("is sorted, lies within its day and within the opening hours of each venue", () => {
    for (const day of [0, 2, 3]) {
      const plan = planDay(small, day);
      const rows = rowsOf(plan);
      expect(rows.length).toBeGreaterThan(1_000);
      rows.forEach((row, index) => {
        expect(row.arriveAtMs).toBeGreaterThanOrEqual(rows[index - 1]?.arriveAtMs ?? plan.startsAtMs);
        expect(row.arriveAtMs).toBeLessThan(plan.endsAtMs);
        expect(row.leaveAtMs).toBeGreaterThan(row.arriveAtMs);
        const hours = kindOf(small.venues, row.venue)?.hours ?? { fromMs: 0, toMs: 0 };
        const open = [plan.startsAtMs, plan.startsAtMs - dayMs].some(
          (midnight) => row.arriveAtMs >= midnight + hours.fromMs && row.leaveAtMs <= midnight + hours.toMs,
        );
        expect(open).toBe(true);
      });
    }
  });

  it("has nobody at two places at once, and nobody out more than three times between two mornings", () => {
    const rows = [0, 1, 2, 3].flatMap((day) => rowsOf(planDay(small, day)));
    for (const visits of Map.groupBy(rows, ({ person }) => person).values()) {
      visits.forEach((visit, index) => {
        expect(visit.arriveAtMs).toBeGreaterThanOrEqual(visits[index - 1]?.leaveAtMs ?? 0);
      });
      const nights = Map.groupBy(visits, ({ arriveAtMs }) =>
        Math.floor((arriveAtMs - small.startsAtMs - dayMs * (5 / 24)) / dayMs),
      );
      for (const night of nights.values()) expect(night.length).toBeLessThanOrEqual(3);
    }
  });

  it("keeps to the published figures in the default city", () => {
    const world = worldOf(defaultScenario);
    let visits = 0;
    let passes = 0;
    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const plan = planDay(world, day);
      const aVenue = plan.visits.count / world.size.venues;
      expect(aVenue).toBeGreaterThanOrEqual(7.5);
      expect(aVenue).toBeLessThanOrEqual(10.5);
      visits += plan.visits.count;
      passes += plan.visits.passesAsked.reduce((sum, asked) => sum + asked, 0);
    }
    expect(passes / visits).toBeGreaterThan(1.5);
    expect(passes / visits).toBeLessThan(2);
  });

  it("keeps to them in a small city too", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 4_000 }), fc.nat(1_000_000), (people, seed) => {
        const world = worldOf(defaultScenario, { people, seed });
        const plans = [1, 2, 3, 4, 5, 6, 7].map((day) => planDay(world, day).visits.count);
        const aVenue = plans.reduce((sum, count) => sum + count, 0) / 7 / world.size.venues;
        return aVenue > 7.5 && aVenue < 10.5;
      }),
      { numRuns: 20 },
    );
  });

  it("asks no more of few people than they can do", () => {
    const world = worldOf(defaultScenario, { people: 50, venues: 500, days: 2 });
    expect(planDay(world, 1).visits.count).toBeLessThanOrEqual(50 * 6);
    expect(planDay(world, 1).visits.count).toBeGreaterThan(50);
  });

  it("can be told by hand where everything is plain", () => {
    const world = worldOf(plainScenario);
    const opensAtMs = Date.parse("2020-07-01T10:00:00+09:00");
    const plans = [0, 1, 2].map((day) => planDay(world, day));
    expect(plans.reduce((sum, plan) => sum + plan.visits.count, 0)).toBeGreaterThan(0);
    plans.forEach((plan, day) => {
      const people = rowsOf(plan).map((row) => {
        expect(row.venue).toBe(0);
        expect(row.arriveAtMs - opensAtMs - day * dayMs).toBeGreaterThanOrEqual(0);
        expect(row.arriveAtMs - opensAtMs - day * dayMs).toBeLessThan(1_800_000);
        expect(row.leaveAtMs - row.arriveAtMs).toBe(1_800_000);
        return row.person;
      });
      expect(new Set(people).size).toBe(people.length);
      expect([...plan.visits.passesAsked].every((asked) => asked === 1)).toBe(true);
      expect([...plan.visits.showDelayMs].every((delay) => delay === 5_000)).toBe(true);
      expect([...plan.visits.firstAskDelayMs].every((delay) => delay === 45_000)).toBe(true);
    });
  });
});

describe("people and venues", () => {
  it("have numbers of their own that nobody else has", () => {
    const people = small.people.count + strangers;
    const phones = Array.from({ length: people }, (_, person) => phoneOf(person));
    expect(new Set(phones).size).toBe(people);
    expect(phones.every((phone) => /^010-[01]\d{3}-\d{4}$/.test(phone))).toBe(true);
    fc.assert(fc.property(fc.nat(19_999_999), (person) => personOf(phoneOf(person)) === person));
    expect(personOf("010-2345-6789")).toBe(-1);
    expect(businessNumberOf(1_234)).toBe("000-00-01234");
  });

  it("come in every kind, however few the venues", () => {
    const few = worldOf(defaultScenario, { people: 2_000 });
    expect(few.size.venues).toBe(80);
    const counts = few.venues.kinds.map((_, kind) => few.venues.kind.filter((each) => each === kind).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  });
});
