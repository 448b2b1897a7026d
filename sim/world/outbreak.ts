// An infection in the city: it comes with index persons, spreads where people meet, and is reported some days later.
// Investigations follow its reports; whoever is reported stays at home from then on, which plans obey.
// It spreads along intended visits only, so an outbreak is the same under every policy; it knows nothing of passes.
import type { Scenario } from "../scenario.ts";
import { keepVisits, type DayPlan } from "./plan.ts";
import { stream, uniform, within, type Stream } from "./random.ts";
import { scaled } from "./size.ts";
import type { World } from "./world.ts";

export interface Infection {
  readonly person: number;
  readonly infectedAtMs: number;
  readonly infectiousFromMs: number;
  readonly infectiousToMs: number;
  /** When the test is reported, or Infinity for those who are never found. */
  readonly reportedAtMs: number;
  /** Who infected them and where; -1 for an index person. */
  readonly infectedBy: number;
  readonly venue: number;
}

export interface Outbreak {
  /** In the order of infection. */
  readonly infections: readonly Infection[];
  readonly byPerson: ReadonlyMap<number, Infection>;
  /** How many index persons have been drawn so far. */
  readonly indexPersons: number;
}

export const noOutbreak: Outbreak = { infections: [], byPerson: new Map(), indexPersons: 0 };

const tenMinutesMs = 600_000;
const courseDraws = 8;

const courseOf = (
  figures: Scenario["outbreak"],
  chances: Stream,
  person: number,
  infectedAtMs: number,
  source: { readonly infectedBy: number; readonly venue: number },
): Infection => {
  const chance = (index: number): number => uniform(chances, person, index);
  const isIndex = source.infectedBy < 0;
  const infectiousFromMs = infectedAtMs + (isIndex ? 0 : within(chance(0), figures.infectiousAfter));
  const found = isIndex || chance(1) < figures.reported;
  return {
    person,
    infectedAtMs,
    infectiousFromMs,
    infectiousToMs: infectiousFromMs + within(chance(2), figures.infectiousFor),
    reportedAtMs: found ? infectiousFromMs + within(chance(3), figures.reportAfter) : Infinity,
    ...source,
  };
};

/** The plan without the visits of people who stay at home because they were reported. */
export const stayHome = (outbreak: Outbreak, plan: DayPlan): DayPlan =>
  outbreak.infections.length === 0
    ? plan
    : keepVisits(plan, (row) => {
        const infection = outbreak.byPerson.get(plan.visits.person[row] ?? -1);
        return infection === undefined || (plan.visits.arriveAtMs[row] ?? 0) < infection.reportedAtMs;
      });

/** However small the run, an outbreak has so many index persons, if it has any. */
const indexPersonsLeast = 4;

/** How many index persons have appeared by the end of this day; they come evenly over the scenario's first days. */
const indexPersonsBy = (world: World, plan: DayPlan): number => {
  const { indexPersons, appearOver } = world.scenario.outbreak;
  const all = scaled(indexPersons, world.scenario, world.size, indexPersonsLeast);
  const passedMs = plan.endsAtMs - world.startsAtMs;
  return Math.min(all, appearOver === 0 ? all : Math.ceil((passedMs * all) / appearOver));
};

/** New index persons: people with a visit on this day, infectious from its beginning. */
const indexPersonsOf = (
  world: World,
  before: Outbreak,
  plan: DayPlan,
  due: number,
  chances: Stream,
): readonly Infection[] => {
  const found = new Map<number, Infection>();
  for (let index = before.indexPersons; index < due; index += 1) {
    const row = Math.floor(uniform(chances, index, courseDraws) * plan.visits.count);
    const person = plan.visits.person[row] ?? -1;
    if (before.byPerson.has(person) || found.has(person)) continue;
    const none = { infectedBy: -1, venue: -1 };
    found.set(person, courseOf(world.scenario.outbreak, chances, person, plan.startsAtMs, none));
  }
  return [...found.values()];
};

interface Stay {
  readonly person: number;
  readonly venue: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly today: boolean;
}

/** Stays at the given venues that touch the day: today's, and last night's that run into it. */
const staysAt = (plans: readonly DayPlan[], today: DayPlan, venues: ReadonlySet<number>): readonly Stay[] =>
  plans.flatMap(({ day, visits }) => {
    const stays: Stay[] = [];
    for (let row = 0; row < visits.count; row += 1) {
      const venue = visits.venue[row] ?? -1;
      const toMs = visits.leaveAtMs[row] ?? 0;
      if (!venues.has(venue) || toMs <= today.startsAtMs) continue;
      const fromMs = visits.arriveAtMs[row] ?? 0;
      stays.push({ person: visits.person[row] ?? -1, venue, fromMs, toMs, today: day === today.day });
    }
    return stays;
  });

const venuesOfInfectious = (outbreak: Outbreak, plans: readonly DayPlan[]): ReadonlySet<number> => {
  const venues = new Set<number>();
  for (const { visits } of plans) {
    for (let row = 0; row < visits.count; row += 1) {
      if (outbreak.byPerson.has(visits.person[row] ?? -1)) venues.add(visits.venue[row] ?? -1);
    }
  }
  return venues;
};

/** The outbreak after a day, given that day's plan and, for stays over midnight, the day's before. */
export const advance = (
  world: World,
  before: Outbreak,
  plan: DayPlan,
  yesterday: DayPlan | undefined,
): Outbreak => {
  const figures = world.scenario.outbreak;
  const courses = stream(world.size.seed, "infection courses");
  const meetings = stream(world.size.seed, "infection meetings");
  const due = plan.visits.count === 0 ? before.indexPersons : indexPersonsBy(world, plan);
  const arrived = indexPersonsOf(world, before, plan, due, courses);
  const infections = [...before.infections, ...arrived];
  const byPerson = new Map(before.byPerson);
  for (const infection of arrived) byPerson.set(infection.person, infection);
  const known: Outbreak = { infections, byPerson, indexPersons: due };
  const plans = yesterday === undefined ? [plan] : [yesterday, plan];
  const stays = staysAt(plans, plan, venuesOfInfectious(known, plans));
  const byVenue = Map.groupBy(stays, ({ venue }) => venue);
  const caught = new Map<number, Infection>();
  for (const stay of stays) {
    const source = known.byPerson.get(stay.person);
    if (source === undefined) continue;
    const fromMs = Math.max(stay.fromMs, source.infectiousFromMs);
    const toMs = Math.min(stay.toMs, source.infectiousToMs);
    for (const other of byVenue.get(stay.venue) ?? []) {
      if (known.byPerson.has(other.person) || !(stay.today || other.today)) continue;
      const overlapMs = Math.min(toMs, other.toMs) - Math.max(fromMs, other.fromMs);
      if (overlapMs <= 0) continue;
      const chance =
        figures.meetAtOnce * (1 - (1 - figures.infectionInTenMinutes) ** (overlapMs / tenMinutesMs));
      const meeting = (Math.imul(stay.person, 0x9e3779b1) ^ Math.floor(stay.fromMs / 60_000)) | 0;
      if (uniform(meetings, other.person, meeting) >= chance) continue;
      const atMs = Math.max(fromMs, other.fromMs);
      const earlier = caught.get(other.person);
      if (earlier !== undefined && earlier.infectedAtMs <= atMs) continue;
      const by = { infectedBy: stay.person, venue: stay.venue };
      caught.set(other.person, courseOf(figures, courses, other.person, atMs, by));
    }
  }
  const fresh = [...caught.values()].sort((a, b) => a.infectedAtMs - b.infectedAtMs || a.person - b.person);
  for (const infection of fresh) byPerson.set(infection.person, infection);
  return { infections: [...infections, ...fresh], byPerson, indexPersons: due };
};
