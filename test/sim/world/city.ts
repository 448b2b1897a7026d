// Cities for the tests: the default one, and one so small and plain that its days can be worked out by hand.
import { readdirSync, readFileSync } from "node:fs";
import { Result } from "effect";
import { readScenario, type Scenario } from "../../../sim/scenario.ts";
import { dayOf, everybody, makeIntending, type IntendedDay } from "../../../sim/world/intended.ts";
import { planOf, type DayPlan } from "../../../sim/world/plan.ts";
import type { Overrides } from "../../../sim/world/size.ts";
import { makeWorld, type World } from "../../../sim/world/world.ts";

const folder = new URL("../../../sim/scenarios/", import.meta.url);

/** The texts of the scenarios that come with the program, by name. */
export const shipped: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ""),
    readFileSync(new URL(file, folder), "utf8"),
  ]),
);

export const defaultText = shipped.get("default") ?? "";

export const shippedScenario = (name: string): Scenario =>
  Result.getOrThrow(readScenario(shipped.get(name) ?? "", shipped));

export const defaultScenario: Scenario = Result.getOrThrow(readScenario(defaultText));

export const worldOf = (scenario: Scenario, overrides: Overrides = {}): World =>
  Result.getOrThrow(makeWorld(scenario, overrides));

/** The default file with one field changed, named by its keys; `undefined` takes the field away. */
export const changed = (keys: readonly (string | number)[], value: unknown): string => {
  const edit = (inner: unknown, left: readonly (string | number)[]): unknown => {
    const [key, ...rest] = left;
    if (key === undefined) return value;
    if (Array.isArray(inner)) {
      const items: readonly unknown[] = inner;
      return items.map((item, index) => (index === key ? edit(item, rest) : item));
    }
    const fields = Object.entries(typeof inner === "object" && inner !== null ? inner : {});
    const held: unknown = fields.find(([name]) => name === key)?.[1];
    return Object.fromEntries([...fields.filter(([name]) => name !== key), [key, edit(held, rest)]]);
  };
  return JSON.stringify(edit(JSON.parse(defaultText), keys));
};

/** One karaoke room open from 10:00 to 11:00, where everyone stays 30 minutes, does all right and shows one pass after 5 s. */
export const plainScenario: Scenario = {
  ...defaultScenario,
  calendar: { ...defaultScenario.calendar, days: 3 },
  people: {
    ...defaultScenario.people,
    count: 4,
    districts: [{ ko: "동", en: "dong", share: 1 }],
    ages: [{ id: "all", ko: "모두", en: "all", share: 1, withoutPhone: 0, oldPhone: 0, goesOut: 1 }],
    householdSizes: [1, 0, 0, 0, 0, 0],
    activityTail: 0,
    favourites: 1,
    visitsADayMax: 1,
  },
  venues: {
    ...defaultScenario.venues,
    count: 1,
    kinds: [
      {
        id: "karaoke",
        ko: "노래연습장",
        en: "karaoke room",
        share: 1,
        dailyVisits: 1_000,
        capacity: 1_000,
        duty: {},
        hours: { fromMs: 36_000_000, toMs: 39_600_000 },
        rhythm: "day",
        weekdays: [1, 1, 1, 1, 1, 1, 1],
        stay: { fromMs: 1_800_000, toMs: 1_800_000 },
      },
    ],
  },
  demand: {
    ...defaultScenario.demand,
    passesACheckIn: 1,
    showDelay: { fromMs: 5_000, toMs: 5_000 },
    passGap: { fromMs: 20_000, toMs: 20_000 },
    doorDelay: 45_000,
  },
  behaviour: {
    ...defaultScenario.behaviour,
    declinesNotice: 0,
    withdrawsAWeek: 0,
    wrongCode: 0,
    wrongCodeUntilLocked: 0,
    slowCode: 0,
    renewsEarly: 0,
    showsLate: 0,
    showsTwice: 0,
    relaysADay: 0,
    forgedADay: 0,
    consentSkippedADay: 0,
    verificationSkippedADay: 0,
    hammeringADay: 0,
  },
  outbreak: { ...defaultScenario.outbreak, indexPersons: 0 },
};

/** What everybody intends on a day, whichever is asked for. */
export const intendedDay = (world: World, day: number): IntendedDay =>
  dayOf(world, day, [makeIntending(world, everybody(world))(day)]);

/** And how they check in, before the city has made anything of it. */
export const planDay = (world: World, day: number): DayPlan => planOf(world, intendedDay(world, day));
