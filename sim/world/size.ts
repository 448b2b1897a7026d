// How large a run is: its people, venues, days and seed, from the scenario and from what the command line overrides.
// When only people or only venues are given, the other follows in proportion, so that the figures stay in keeping.
// Counts a day of the scenario shrink with the venues, but what happens at all still happens at least once a day.
import { Result } from "effect";
import type { Scenario } from "../scenario.ts";
import { daysMost } from "./format/city.ts";
import { ScenarioInvalid, type Mistake } from "./format/mistakes.ts";
import { peopleMost } from "./format/people.ts";
import { venuesMost } from "./format/venues.ts";

export interface Overrides {
  readonly people?: number | undefined;
  readonly venues?: number | undefined;
  readonly days?: number | undefined;
  readonly seed?: number | undefined;
}

export interface WorldSize {
  readonly people: number;
  readonly venues: number;
  readonly days: number;
  readonly seed: number;
}

export const defaultSeed = 1;
/** Enough for every kind of venue to be met a few times, however small the run. */
const venuesOfAKindLeast = 3;

const mistakesIn = (overrides: Overrides): readonly Mistake[] =>
  (
    [
      ["people", 1, peopleMost],
      ["venues", 1, venuesMost],
      ["days", 1, daysMost],
      ["seed", 0, Number.MAX_SAFE_INTEGER],
    ] as const
  ).flatMap(([name, least, largest]) => {
    const value = overrides[name];
    return value === undefined || (Number.isSafeInteger(value) && value >= least && value <= largest)
      ? []
      : [{ path: `--${name}`, found: `${value}`, expected: `a whole number from ${least} to ${largest}` }];
  });

/** Whom and what the scenario names must be there, however small the run. */
const missingIn = ({ diary, outbreak }: Scenario, people: number, venues: number): readonly Mistake[] => {
  const visits = diary?.visits ?? [];
  const named = [...visits, ...(outbreak.index ?? [])].map(({ person }) => person);
  return (
    [
      ["people", people, Math.max(0, ...named)],
      ["venues", venues, Math.max(0, ...visits.map(({ venue }) => venue))],
    ] as const
  ).flatMap(([name, there, needed]) =>
    there >= needed
      ? []
      : [
          {
            path: `--${name}`,
            found: `${there}`,
            expected: `at least the ${needed} that the scenario names`,
          },
        ],
  );
};

export const worldSize = (
  scenario: Scenario,
  overrides: Overrides,
): Result.Result<WorldSize, ScenarioInvalid> => {
  const mistakes = mistakesIn(overrides);
  if (mistakes.length > 0) return Result.fail(new ScenarioInvalid({ mistakes }));
  const full = { people: scenario.people.count, venues: scenario.venues.count };
  const few = Math.min(full.venues, scenario.venues.kinds.length * venuesOfAKindLeast);
  const venues =
    overrides.venues ??
    (overrides.people === undefined
      ? full.venues
      : Math.min(venuesMost, Math.max(few, Math.round((overrides.people * full.venues) / full.people))));
  const people =
    overrides.people ?? Math.min(peopleMost, Math.max(1, Math.round((venues * full.people) / full.venues)));
  const missing = missingIn(scenario, people, venues);
  if (missing.length > 0) return Result.fail(new ScenarioInvalid({ mistakes: missing }));
  return Result.succeed({
    people,
    venues,
    days: overrides.days ?? scenario.calendar.days,
    seed: overrides.seed ?? defaultSeed,
  });
};

/** A count of the scenario in a run of this size: in proportion, but never less than `least` of what there is. */
export const scaled = (count: number, scenario: Scenario, size: WorldSize, least = 1): number =>
  Math.max(Math.min(count, least), Math.round((count * size.venues) / scenario.venues.count));

/** How many people one virtual person stands for: 1 in a city, more in a nation, and more still where it is run smaller. */
export const standsFor = ({ people: { standsFor: many, count } }: Scenario, { people }: WorldSize): number =>
  many === undefined ? 1 : Math.round((many * count) / people);
