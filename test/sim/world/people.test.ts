// Who lives in the city: homes, ages, phones and issuers, and who keeps the log when.
// Shares are counted in a large city; what a single figure does is tried by setting it to an end.
import { describe, expect, it } from "vitest";
import { activityClasses } from "../../../sim/world/activity.ts";
import { dutiesOn, keepsLog } from "../../../sim/world/duty.ts";
import { housemates, isFirstAtHome } from "../../../sim/world/households.ts";
import { fates, type Fate } from "../../../sim/world/intended.ts";
import { issuerOn } from "../../../sim/world/issuers.ts";
import { phoneNumber } from "../../../sim/world/people.ts";
import type { World } from "../../../sim/world/world.ts";
import { defaultScenario, intendedDay, plainScenario, shippedScenario, worldOf } from "./city.ts";

const at = (date: string): number => Date.parse(`${date}T00:00:00+09:00`);
const city = worldOf(defaultScenario, { people: 40_000 });
const everybody = Array.from({ length: city.people.count }, (_, person) => person);

const shareOf = (test: (person: number) => boolean): number =>
  everybody.filter(test).length / everybody.length;

describe("homes", () => {
  it("have one to six people, who live in one district and find each other", () => {
    for (const person of everybody.slice(0, 2_000)) {
      const others = housemates(city.people.household, person);
      expect(others.length).toBeLessThan(6);
      for (const other of others) {
        expect(city.people.district[other]).toBe(city.people.district[person]);
        expect(housemates(city.people.household, other)).toContain(person);
      }
    }
  });

  it("come in the sizes of the scenario", () => {
    const firsts = everybody.filter((person) => isFirstAtHome(city.people.household, person));
    const alone = firsts.filter((person) => housemates(city.people.household, person).length === 0);
    expect(alone.length / firsts.length).toBeCloseTo(0.317, 2);
    expect(firsts.length).toBeGreaterThan(city.people.count / 3);
  });
});

describe("ages, phones and issuers", () => {
  it("have the shares of the scenario", () => {
    defaultScenario.people.ages.forEach(({ share }, age) => {
      expect(shareOf((person) => city.people.age[person] === age)).toBeCloseTo(share, 2);
    });
    const without = defaultScenario.people.ages.reduce((sum, age) => sum + age.share * age.withoutPhone, 0);
    expect(shareOf((person) => city.people.phone[person] === phoneNumber("none"))).toBeCloseTo(without, 2);
  });

  it("go out as often as their age does", () => {
    const meanOf = (id: string): number => {
      const age = defaultScenario.people.ages.findIndex((each) => each.id === id);
      const own = everybody.filter((person) => city.people.age[person] === age);
      const weights = own.map((person) => city.people.activity[city.people.activityClass[person] ?? 0] ?? 0);
      return weights.reduce((sum, weight) => sum + weight, 0) / own.length;
    };
    expect(meanOf("20-29") / meanOf("50-59")).toBeCloseTo(1.6, 1);
    expect(meanOf("70-") / meanOf("50-59")).toBeLessThan(0.6);
    expect(Math.max(...city.people.activityClass)).toBeLessThan(activityClasses);
  });

  it("use another issuer until theirs has begun", () => {
    const ids = (date: string) =>
      new Set(
        everybody.map(
          (person) => defaultScenario.people.issuers[issuerOn(city.issuers, person, at(date))]?.id,
        ),
      );
    expect(ids("2020-06-10")).toEqual(new Set(["naver"]));
    expect(ids("2020-06-30")).toEqual(new Set(["naver", "pass"]));
    expect(ids("2020-07-01")).toEqual(new Set(["naver", "pass", "kakao"]));
    expect(ids("2021-07-01")).toEqual(new Set(["naver", "pass", "kakao", "toss"]));
    const person = everybody.find((each) => city.people.issuer[each] === 2) ?? 0;
    expect(issuerOn(city.issuers, person, at("2020-07-01"))).toBe(2);
  });
});

const fateCounts = (world: World, day: number): Partial<Record<Fate, number>> => {
  const counts: Partial<Record<Fate, number>> = {};
  for (const { count, fate } of intendedDay(world, day).parts)
    for (const each of fate.subarray(0, count)) {
      const name = fates[each] ?? "checksIn";
      counts[name] = (counts[name] ?? 0) + 1;
    }
  return counts;
};

describe("the log", () => {
  it("is kept on paper for whoever has no phone", () => {
    const [age] = plainScenario.people.ages;
    const ages = age === undefined ? [] : [{ ...age, withoutPhone: 1 }];
    const world = worldOf({ ...plainScenario, people: { ...plainScenario.people, ages } });
    const all = [0, 1, 2].map((day) => fateCounts(world, day));
    expect(all.some(({ onPaper = 0 }) => onPaper > 0)).toBe(true);
    expect(all.every(({ checksIn = 0 }) => checksIn === 0)).toBe(true);
  });

  it("is kept from the day of the duty on, and before it by those who chose to", () => {
    const launch = worldOf(shippedScenario("launch-month"), { people: 20_000 });
    const kindAt = (id: string): number => launch.venues.kinds.findIndex((kind) => kind.id === id);
    const keepers = (id: string, date: string): number => {
      const duties = dutiesOn(launch.venues, at(date));
      const own = Array.from(launch.venues.kind.keys()).filter(
        (venue) => launch.venues.kind[venue] === kindAt(id),
      );
      return own.filter((venue) => keepsLog(launch.venues, duties, venue)).length / own.length;
    };
    expect(keepers("karaoke", "2020-06-10")).toBe(1);
    expect(keepers("karaoke", "2020-06-09")).toBeLessThan(0.2);
    expect(keepers("buffet", "2020-06-22")).toBeLessThan(0.2);
    expect(keepers("buffet", "2020-06-23")).toBe(1);
    expect(fateCounts(launch, 12).notLogged).toBeGreaterThan(0);
    expect(fateCounts(launch, 14).notLogged ?? 0).toBeLessThan((fateCounts(launch, 12).notLogged ?? 0) / 10);
  });

  it("is a duty until the day on which it ends", () => {
    const [kind] = plainScenario.venues.kinds;
    const kinds = kind === undefined ? [] : [{ ...kind, duty: { until: at("2020-07-02") } }];
    const world = worldOf({ ...plainScenario, venues: { ...plainScenario.venues, kinds } });
    expect([at("2020-07-01"), at("2020-07-02")].map((day) => dutiesOn(world.venues, day)[0])).toEqual([1, 0]);
  });
});

describe("what a person needs in memory", () => {
  it("is no more than 8 bytes for who they are", () => {
    const { people } = city;
    const columns = [people.district, people.household, people.age, people.issuer, people.phone];
    const bytes = [...columns, people.activityClass].reduce(
      (sum, column) => sum + column.BYTES_PER_ELEMENT,
      0,
    );
    expect(bytes).toBeLessThanOrEqual(8);
  });
});
