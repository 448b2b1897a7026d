// An infection at home and one that is named in the scenario, in a town where everybody lives in a home of two.
// With certainty in place of chance everything can be told beforehand.
import { describe, expect, it } from "vitest";
import { cityDays } from "../../../sim/world/city.ts";
import { housemates } from "../../../sim/world/households.ts";
import { plainScenario, worldOf } from "./city.ts";

const dayMs = 86_400_000;
const { start } = plainScenario.calendar;

const townWith = (infectionAtHomeADay: number) =>
  worldOf({
    ...plainScenario,
    calendar: { ...plainScenario.calendar, days: 6 },
    people: { ...plainScenario.people, householdSizes: [0, 1, 0, 0, 0, 0] },
    diary: { onlyDiary: true, visits: [], sources: {} },
    outbreak: {
      ...plainScenario.outbreak,
      index: [{ person: 1, from: start + dayMs + 3_600_000 }],
      infectionAtHomeADay,
      infectiousAfter: { fromMs: 2 * dayMs, toMs: 2 * dayMs },
      reportAfter: { fromMs: dayMs, toMs: dayMs },
    },
  });

const infectionsIn = (town: ReturnType<typeof townWith>) =>
  [...cityDays(town)].at(-1)?.outbreak.infections.map(({ person, infectedBy, venue, infectedAtMs }) => ({
    person,
    infectedBy,
    venue,
    atMs: infectedAtMs - start,
  }));

const named = { person: 0, infectedBy: -1, venue: -1, atMs: dayMs + 3_600_000 };

describe("an infection at home", () => {
  it("reaches whoever lives there as soon as it can be passed on, and nobody else", () => {
    expect(housemates(townWith(1).people.household, 0)).toEqual([1]);
    expect(infectionsIn(townWith(1))).toEqual([
      named,
      { person: 1, infectedBy: 0, venue: -1, atMs: dayMs + 3_600_000 },
    ]);
  });

  it("reaches nobody where the chance is 0", () => {
    expect(infectionsIn(townWith(0))).toEqual([named]);
  });
});
