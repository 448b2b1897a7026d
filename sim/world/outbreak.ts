// An infection in the city: it comes with index persons, spreads where people meet, and is reported some days later.
// Investigations follow its reports; whoever is reported stays at home from then on, which plans obey.
// It spreads along intended visits only, so an outbreak is the same under every policy; it knows nothing of passes.
import type { Scenario } from "../scenario.ts";
import { countOf, fateNumber, isMade, visitAt, type IntendedDay } from "./intended.ts";
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

const staysHome = fateNumber("staysHome");

/** Marks the visits of people who stay at home because they were reported. */
export const stayHome = (outbreak: Outbreak, { startsAtMs, endsAtMs, parts }: IntendedDay): void => {
  const reported = new Map(
    outbreak.infections
      .filter(({ reportedAtMs }) => endsAtMs > reportedAtMs)
      .map(({ person, reportedAtMs }) => [person, reportedAtMs - startsAtMs]),
  );
  if (reported.size === 0) return;
  for (const { count, person, arriveMs, fate } of parts)
    for (let row = 0; row < count; row += 1) {
      const sinceMs = reported.get(person[row] ?? -1);
      if (sinceMs !== undefined && (arriveMs[row] ?? 0) >= sinceMs) fate[row] = staysHome;
    }
};

/** However small the run, an outbreak has so many index persons, if it has any. */
const indexPersonsLeast = 4;

/** How many index persons have appeared by the end of this day; they come evenly over the scenario's first days. */
const indexPersonsBy = (world: World, today: IntendedDay): number => {
  const { indexPersons, appearOver } = world.scenario.outbreak;
  const all = scaled(indexPersons, world.scenario, world.size, indexPersonsLeast);
  const passedMs = today.endsAtMs - world.startsAtMs;
  return Math.min(all, appearOver === 0 ? all : Math.ceil((passedMs * all) / appearOver));
};

/** New index persons: people with a visit on this day, infectious from its beginning. */
const indexPersonsOf = (
  world: World,
  before: Outbreak,
  today: IntendedDay,
  due: number,
  chances: Stream,
): readonly Infection[] => {
  const found = new Map<number, Infection>();
  const visits = countOf(today);
  for (let index = before.indexPersons; index < due; index += 1) {
    const visit = visitAt(today, Math.floor(uniform(chances, index, courseDraws) * visits));
    const person = visit?.person ?? -1;
    if (person < 0 || before.byPerson.has(person) || found.has(person)) continue;
    const none = { infectedBy: -1, venue: -1 };
    found.set(person, courseOf(world.scenario.outbreak, chances, person, today.startsAtMs, none));
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
const staysAt = (
  days: readonly IntendedDay[],
  today: IntendedDay,
  isOfInterest: Uint8Array,
): readonly Stay[] =>
  days.flatMap(({ day, startsAtMs, parts }) => {
    const stays: Stay[] = [];
    const earliestMs = today.startsAtMs - startsAtMs;
    for (const { count, person, venue, arriveMs, leaveMs, fate } of parts)
      for (let row = 0; row < count; row += 1) {
        const place = venue[row] ?? -1;
        const toMs = leaveMs[row] ?? 0;
        if (isOfInterest[place] !== 1 || toMs <= earliestMs || !isMade(fate[row])) continue;
        const fromMs = startsAtMs + (arriveMs[row] ?? 0);
        stays.push({
          person: person[row] ?? -1,
          venue: place,
          fromMs,
          toMs: startsAtMs + toMs,
          today: day === today.day,
        });
      }
    return stays;
  });

/** By venue, 1 where somebody infected goes. */
const venuesOfInfected = (outbreak: Outbreak, days: readonly IntendedDay[], venues: number): Uint8Array => {
  const found = new Uint8Array(venues);
  if (outbreak.byPerson.size === 0) return found;
  for (const { parts } of days)
    for (const { count, person, venue } of parts)
      for (let row = 0; row < count; row += 1)
        if (outbreak.byPerson.has(person[row] ?? -1)) found[venue[row] ?? -1] = 1;
  return found;
};

/** The outbreak after a day, given what people intend on it and, for stays over midnight, on the day before. */
export const advance = (
  world: World,
  before: Outbreak,
  today: IntendedDay,
  yesterday: IntendedDay | undefined,
): Outbreak => {
  const figures = world.scenario.outbreak;
  const courses = stream(world.size.seed, "infection courses");
  const meetings = stream(world.size.seed, "infection meetings");
  const due = countOf(today) === 0 ? before.indexPersons : indexPersonsBy(world, today);
  const arrived = indexPersonsOf(world, before, today, due, courses);
  const infections = [...before.infections, ...arrived];
  const byPerson = new Map(before.byPerson);
  for (const infection of arrived) byPerson.set(infection.person, infection);
  const known: Outbreak = { infections, byPerson, indexPersons: due };
  const days = yesterday === undefined ? [today] : [yesterday, today];
  const stays = staysAt(days, today, venuesOfInfected(known, days, world.venues.count));
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
