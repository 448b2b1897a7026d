// The days of a city in order: outbreak, cases, misuse and the steps that the driver walks down.
// Small worlds with figures that can be counted by hand, and the default city for what must occur at all.
import { Result } from "effect";
import { describe, expect, it } from "vitest";
import { attemptKinds } from "../../../sim/world/attempts.ts";
import { cityDays, type CityDay, type CityEvent } from "../../../sim/world/city.ts";
import { advance, noOutbreak, stayHome } from "../../../sim/world/outbreak.ts";
import { emptyIntended, fates, type IntendedDay } from "../../../sim/world/intended.ts";
import type { DayPlan } from "../../../sim/world/plan.ts";
import { caseKinds } from "../../../sim/world/request.ts";
import { makeWorld } from "../../../sim/world/world.ts";
import { noSteps, stepKinds, stepsOf } from "../../../sim/world/steps.ts";
import { defaultScenario, plainScenario, worldOf, planDay } from "./city.ts";

const startsAtMs = Date.parse("2020-07-01T00:00:00+09:00");
const world = worldOf(defaultScenario, { people: 6_000, seed: 1 });
const days = [...cityDays(world)];
const events = days.flatMap((day) => day.events);

const eventsOf = <Type extends CityEvent["type"]>(type: Type) =>
  events.filter((event): event is Extract<CityEvent, { readonly type: Type }> => event.type === type);

/** Two visits of one evening: one all right after a retry, one shown too late and then again. */
const twoVisits: DayPlan = {
  day: 0,
  startsAtMs,
  endsAtMs: startsAtMs + 86_400_000,
  visits: {
    count: 2,
    person: Int32Array.of(10, 11),
    number: Int32Array.of(0, 0),
    venue: Int32Array.of(0, 0),
    arriveAtMs: Float64Array.of(startsAtMs + 1_000, startsAtMs + 86_390_000),
    leaveAtMs: Float64Array.of(startsAtMs + 601_000, startsAtMs + 90_000_000),
    declines: Uint8Array.of(0, 0),
    wrongCodes: Uint8Array.of(1, 0),
    codeDelayMs: Int32Array.of(10_000, 5_000),
    renewBeforeMs: Float64Array.of(0, 259_200_000),
    firstAskDelayMs: Int32Array.of(45_000, 6_000),
    passesAsked: Uint8Array.of(2, 1),
    passGapMs: Int32Array.of(20_000, 20_000),
    showDelayMs: Int32Array.of(4_000, 18_000),
    secondShowDelayMs: Int32Array.of(3_000, 2_000),
    replayDelayMs: Int32Array.of(7_000, 0),
  },
};

const told = (steps: CityDay["steps"]) =>
  Array.from({ length: steps.count }, (_, row) => [
    ((steps.atMs[row] ?? 0) - startsAtMs) / 1_000,
    stepKinds[steps.kind[row] ?? -1],
    steps.visit[row],
    steps.detail[row],
  ]);

describe("the steps of a day", () => {
  it("are those worked out by hand, and what lies after midnight is left for the next day", () => {
    const { steps, left } = stepsOf(twoVisits, 100, noSteps);
    expect(told(steps)).toEqual([
      [1, "arrive", 100, 0],
      [11, "typeCode", 100, 1],
      [46, "ask", 100, 0],
      [66, "ask", 100, 1],
      [70, "show", 100, 1],
      [70, "askAgain", 100, 2],
      [73, "showAgain", 100, 2],
      [77, "replay", 100, 1],
      [86_390, "arrive", 101, 0],
      [86_395, "typeCode", 101, 0],
      [86_396, "ask", 101, 0],
    ]);
    const empty: DayPlan = {
      ...twoVisits,
      visits: { ...twoVisits.visits, count: 0 },
      startsAtMs: twoVisits.endsAtMs,
      endsAtMs: twoVisits.endsAtMs + 86_400_000,
    };
    expect(told(stepsOf(empty, 102, left).steps)).toEqual([
      [86_414, "show", 101, 0],
      [86_414, "askAgain", 101, 1],
      [86_416, "showAgain", 101, 1],
    ]);
  });
});

describe("an outbreak", () => {
  const certain = {
    ...plainScenario,
    outbreak: {
      ...plainScenario.outbreak,
      indexPersons: 1,
      appearOver: 0,
      infectionInTenMinutes: 1,
      meetAtOnce: 1,
      infectiousAfter: { fromMs: 86_400_000, toMs: 86_400_000 },
      reportAfter: { fromMs: 86_400_000, toMs: 86_400_000 },
      reported: 1,
    },
  };
  /** Persons 10 and 11 at one venue on a day, each from a minute to another. */
  const both = (
    day: number,
    first: readonly [number, number],
    second: readonly [number, number],
  ): IntendedDay => ({
    day,
    startsAtMs: startsAtMs + day * 86_400_000,
    endsAtMs: startsAtMs + (day + 1) * 86_400_000,
    parts: [
      {
        ...emptyIntended(),
        count: 2,
        person: Int32Array.of(10, 11),
        number: Uint16Array.of(0, 0),
        arriveMs: Int32Array.of(first[0] * 60_000, second[0] * 60_000),
        leaveMs: Int32Array.of(first[1] * 60_000, second[1] * 60_000),
      },
    ],
  });

  it("passes to whoever was there at the same time, and they stay at home once reported", () => {
    const city = worldOf(certain);
    const after = advance(city, noOutbreak, both(0, [0, 20], [10, 30]), undefined).outbreak;
    expect(after.infections).toHaveLength(2);
    const [index, other] = after.infections;
    expect(new Set([index?.person, other?.person])).toEqual(new Set([10, 11]));
    expect(other?.infectedBy).toBe(index?.person);
    expect(other?.infectedAtMs).toBe(startsAtMs + 600_000);
    expect(other?.infectiousFromMs).toBe(startsAtMs + 600_000 + 86_400_000);
    expect(index?.reportedAtMs).toBe(startsAtMs + 86_400_000);
    const later = both(1, [0, 20], [0, 20]);
    stayHome(after, later);
    const fateOf = (person: number | undefined) => fates[later.parts[0]?.fate[person === 10 ? 0 : 1] ?? -1];
    expect([fateOf(index?.person), fateOf(other?.person)]).toEqual(["staysHome", "checksIn"]);
  });

  it("does not pass to whoever came after they had left", () => {
    const apart = both(0, [0, 10], [10, 30]);
    expect(advance(worldOf(certain), noOutbreak, apart, undefined).outbreak.infections).toHaveLength(1);
  });
});

describe("a city's days", () => {
  it("follow one another in time, steps and events alike, and every visit has its steps once", () => {
    let before = startsAtMs;
    for (const day of days) {
      for (const list of [[...day.steps.atMs], day.events.map(({ atMs }) => atMs)]) {
        expect(
          list.every((at, index) => at >= (list[index - 1] ?? day.startsAtMs) && at < day.endsAtMs),
        ).toBe(true);
      }
      expect(day.startsAtMs).toBe(before);
      before = day.endsAtMs;
    }
    const arrivals = days.flatMap(({ steps }) => [...steps.visit].filter((_, row) => steps.kind[row] === 0));
    expect(arrivals).toEqual(Array.from({ length: arrivals.length }, (_, visit) => visit));
    expect(arrivals).toHaveLength(days.reduce((sum, { plan }) => sum + plan.visits.count, 0));
  });

  it("are the same again for the same seed", () => {
    const again = [...cityDays(worldOf(defaultScenario, { people: 6_000, seed: 1 }))];
    expect(again.map((day) => day.events)).toEqual(days.map((day) => day.events));
    const other = [...cityDays(worldOf(defaultScenario, { people: 6_000, seed: 4 }))];
    expect(other.map((day) => day.events)).not.toEqual(days.map((day) => day.events));
  });

  it("hold every kind of attempt and of case, so that every refusal is met", () => {
    expect(new Set(eventsOf("attempt").map(({ attempt }) => attempt.kind))).toEqual(new Set(attemptKinds));
    expect(new Set(eventsOf("case").map((event) => event.case.kind))).toEqual(new Set(caseKinds));
    expect(eventsOf("crisis").map(({ level }) => level)).toEqual(["serious"]);
  });

  it("bring cases within the law, but for those that are meant to break it", () => {
    for (const { atMs, case: each } of eventsOf("case")) {
      const lengthMs = each.windowEndMs - each.windowStartMs;
      const proper = each.kind === "regular" || each.kind === "denied" || each.kind === "unattended";
      const lawful =
        each.ground === "investigation" &&
        lengthMs > 0 &&
        lengthMs <= 86_400_000 &&
        each.windowEndMs <= atMs &&
        each.windowStartMs >= startsAtMs &&
        each.venues.length >= 1 &&
        each.venues.length <= 20 &&
        each.decidedBy !== each.requestedBy &&
        atMs < each.windowEndMs + 27 * 86_400_000;
      expect([each.kind, lawful]).toEqual([each.kind, proper]);
    }
    const decided = eventsOf("decision").map(({ caseNumber }) => caseNumber);
    expect(new Set(decided).size).toBe(decided.length);
  });

  it("let people withdraw after a visit, and those gone for good do not come back", () => {
    const list = eventsOf("withdrawal");
    expect(list.length).toBeGreaterThan(20);
    const visits = days.flatMap(({ plan }) =>
      [...plan.visits.person].map((person, row) => ({ person, atMs: plan.visits.arriveAtMs[row] ?? 0 })),
    );
    const byPerson = Map.groupBy(visits, ({ person }) => person);
    const back = list.filter(({ person, atMs }) => byPerson.get(person)?.some((visit) => visit.atMs > atMs));
    for (const { person, atMs } of list) {
      expect(
        world.withdrawals.forGood.has(person) && byPerson.get(person)?.some((visit) => visit.atMs > atMs),
      ).toBe(false);
    }
    expect(back.length).toBeGreaterThan(0);
  });

  it("let verifications run out and be renewed within the run", () => {
    const first = new Map<number, number>();
    let renewed = 0;
    for (const { plan } of days) {
      plan.visits.person.forEach((person, row) => {
        const atMs = plan.visits.arriveAtMs[row] ?? 0;
        const since = first.get(person);
        if (since === undefined) first.set(person, atMs);
        else if (atMs >= since + 30 * 86_400_000) renewed += 1;
      });
    }
    expect(renewed).toBeGreaterThan(100);
  });
});

describe("what the command line overrides", () => {
  it.each([
    [{ people: 0 }, "--people", "0"],
    [{ venues: 1.5 }, "--venues", "1.5"],
    [{ days: -1 }, "--days", "-1"],
    [{ seed: Number.NaN }, "--seed", "NaN"],
  ])("is refused like a mistake in the file: %j", (overrides, path, found) => {
    const made = makeWorld(defaultScenario, overrides);
    expect(Result.isFailure(made) && made.failure.mistakes).toMatchObject([{ path, found }]);
  });

  it("may be as small as one person, one venue and one day", () => {
    const tiny = worldOf(defaultScenario, { people: 1, venues: 1, days: 1 });
    expect([...cityDays(tiny)]).toHaveLength(1);
    expect(planDay(tiny, 0).visits.count).toBeLessThanOrEqual(3);
  });
});
