// The world: everything about a city that stands before its first day, as a pure function of a scenario and a size.
// Planning, the outbreak and the driver read it; nothing changes it, so many workers may share or rebuild it.
// It holds what people intend and never what a system answered.
import { Result } from "effect";
import { millisecondsADay } from "../../models/policy.ts";
import type { Scenario, ScenarioInvalid } from "../scenario.ts";
import { behaviourOf, type Behaviour } from "./behaviour.ts";
import { demandOf, weekdayOf } from "./demand.ts";
import { diaryOf } from "./diary.ts";
import { issuersOf, type Issuers } from "./issuers.ts";
import { favouriteRanks, type Lives } from "./life.ts";
import { peopleOf, type People } from "./people.ts";
import { stream } from "./random.ts";
import { worldSize, type Overrides, type WorldSize } from "./size.ts";
import { venuesOf, type Venues } from "./venues.ts";
import { withdrawalsOf, type Withdrawals } from "./withdrawals.ts";

export interface World {
  readonly scenario: Scenario;
  readonly size: WorldSize;
  /** The first instant of day 0 in Seoul, and the first after the last day. */
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly people: People;
  readonly venues: Venues;
  readonly lives: Lives;
  readonly behaviour: Behaviour;
  readonly issuers: Issuers;
  readonly withdrawals: Withdrawals;
}

export const makeWorld = (
  scenario: Scenario,
  overrides: Overrides = {},
): Result.Result<World, ScenarioInvalid> =>
  Result.map(worldSize(scenario, overrides), (size) => {
    const startsAtMs = scenario.calendar.start;
    const venues = venuesOf(scenario, size);
    const people = peopleOf(scenario, size);
    const lives: Lives = {
      firstWeekday: weekdayOf(startsAtMs),
      people,
      venues,
      demand: demandOf(scenario, people, venues),
      diary: diaryOf(scenario),
      goingOut: stream(size.seed, "going out"),
      whereAndWhen: stream(size.seed, "where and when"),
      favouriteRank: favouriteRanks(people.favouritesEach),
      favouriteShare: scenario.people.favouriteShare,
    };
    return {
      scenario,
      size,
      startsAtMs,
      endsAtMs: startsAtMs + size.days * millisecondsADay,
      people,
      venues,
      lives,
      behaviour: behaviourOf(scenario, people, size.seed),
      issuers: issuersOf(scenario, people, size.seed),
      withdrawals: withdrawalsOf(scenario, size, lives, startsAtMs),
    };
  });
