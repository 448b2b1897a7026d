// An infection in the city: it comes with index persons, spreads where people meet and at home, and is reported some days later.
// Investigations follow its reports; whoever is reported stays at home from then on, which plans obey.
// It spreads along intended visits only, so an outbreak is the same under every policy; it knows nothing of passes.
import { infectedAtHome } from "./athome.ts";
import { indexPersonsBy, indexPersonsOf } from "./indexpersons.ts";
import { courseOf, type Infection } from "./infection.ts";
import { fateNumber, type IntendedDay } from "./intended.ts";
import { stream, uniform } from "./random.ts";
import { encountersOf, staysWithInfected, type Encounter } from "./stays.ts";
import type { World } from "./world.ts";

export type { Infection } from "./infection.ts";

export interface Outbreak {
  /** In the order of infection. */
  readonly infections: readonly Infection[];
  readonly byPerson: ReadonlyMap<number, Infection>;
  /** How many index persons have been drawn so far. */
  readonly indexPersons: number;
}

export const noOutbreak: Outbreak = { infections: [], byPerson: new Map(), indexPersons: 0 };

const tenMinutesMs = 600_000;
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

/** The outbreak after a day and the encounters of that day, given what people intend on it and, for stays over midnight, on the day before. */
export const advance = (
  world: World,
  before: Outbreak,
  today: IntendedDay,
  yesterday: IntendedDay | undefined,
): { readonly outbreak: Outbreak; readonly encounters: readonly Encounter[] } => {
  const figures = world.scenario.outbreak;
  const courses = stream(world.size.seed, "infection courses");
  const meetings = stream(world.size.seed, "infection meetings");
  const due = indexPersonsBy(world, before, today);
  const arrived = indexPersonsOf(world, before, today, due, courses);
  const byPerson = new Map(before.byPerson);
  for (const infection of arrived) byPerson.set(infection.person, infection);
  const stays = staysWithInfected(byPerson, today, yesterday, world.venues.count);
  const encounters = encountersOf(byPerson, stays);
  const caught = new Map<number, Infection>();
  const keepEarliest = (infection: Infection): void => {
    const earlier = caught.get(infection.person);
    if (earlier === undefined || !(infection.infectedAtMs >= earlier.infectedAtMs))
      caught.set(infection.person, infection);
  };
  for (const { stay, other, fromMs, lastsMs } of encounters) {
    if (byPerson.has(other.person)) continue;
    const chance = figures.meetAtOnce * (1 - (1 - figures.infectionInTenMinutes) ** (lastsMs / tenMinutesMs));
    const meeting = (Math.imul(stay.person, 0x9e3779b1) ^ Math.floor(stay.fromMs / 60_000)) | 0;
    if (uniform(meetings, other.person, meeting) >= chance) continue;
    const by = { infectedBy: stay.person, venue: stay.venue };
    keepEarliest(courseOf(figures, courses, other.person, fromMs, by));
  }
  infectedAtHome(world, byPerson, today, courses).forEach(keepEarliest);
  const fresh = [...caught.values()].sort((a, b) => a.infectedAtMs - b.infectedAtMs || a.person - b.person);
  for (const infection of fresh) byPerson.set(infection.person, infection);
  const infections = [...before.infections, ...arrived, ...fresh];
  return { outbreak: { infections, byPerson, indexPersons: due }, encounters };
};
