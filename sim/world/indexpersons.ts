// The first people with an infection: those whom chance picks among the visitors of a day, and those whom the scenario names.
// An outbreak begins with them. Drawn ones come evenly over the first days; named ones are infectious from their instant on.
// Nobody is an index person who is infected already.
import { courseOf, nobody, type Infection } from "./infection.ts";
import { countOf, visitAt, type IntendedDay } from "./intended.ts";
import { uniform, type Stream } from "./random.ts";
import { scaled } from "./size.ts";
import type { World } from "./world.ts";

/** What has to be known of the outbreak before the day. */
interface Before {
  readonly byPerson: ReadonlyMap<number, Infection>;
  /** How many have been drawn. */
  readonly indexPersons: number;
}

/** Draws of an infection's course come before those that pick an index person. */
const courseDraws = 8;
/** However small the run, an outbreak has so many index persons, if it has any. */
const indexPersonsLeast = 4;

/** How many have been drawn by the end of this day. */
export const indexPersonsBy = (world: World, before: Before, today: IntendedDay): number => {
  if (countOf(today) === 0) return before.indexPersons;
  const { indexPersons, appearOver } = world.scenario.outbreak;
  const all = scaled(indexPersons, world.scenario, world.size, indexPersonsLeast);
  const passedMs = today.endsAtMs - world.startsAtMs;
  return Math.min(all, appearOver === 0 ? all : Math.ceil((passedMs * all) / appearOver));
};

/** People with a visit on this day, infectious from its beginning. */
const drawn = (world: World, before: Before, today: IntendedDay, due: number, chances: Stream) => {
  const visits = countOf(today);
  return Array.from({ length: Math.max(0, due - before.indexPersons) }, (_, place) => {
    const index = before.indexPersons + place;
    const visit = visitAt(today, Math.floor(uniform(chances, index, courseDraws) * visits));
    return { person: visit?.person ?? -1, atMs: today.startsAtMs };
  });
};

/** Those named whose instant lies on this day; what lies before the run belongs to its first day. */
const named = ({ scenario }: World, { day, startsAtMs, endsAtMs }: IntendedDay) =>
  (scenario.outbreak.index ?? [])
    .map(({ person, from }) => ({ person: person - 1, atMs: from }))
    .filter(({ atMs }) => !(atMs >= endsAtMs) && (day === 0 || atMs >= startsAtMs));

export const indexPersonsOf = (
  world: World,
  before: Before,
  today: IntendedDay,
  due: number,
  chances: Stream,
): readonly Infection[] => {
  const found = new Map<number, Infection>();
  for (const { person, atMs } of [...named(world, today), ...drawn(world, before, today, due, chances)]) {
    if (person < 0 || before.byPerson.has(person) || found.has(person)) continue;
    found.set(person, courseOf(world.scenario.outbreak, chances, person, atMs, nobody));
  }
  return [...found.values()];
};
