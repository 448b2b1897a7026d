// An infection at home: on each day on which somebody can pass it on, each of those who live with them may catch it.
// The outbreak asks it day by day. Being reported sends people home, so it ends none of this.
// A home is no venue: nothing of what happens there stands in any log.
import { housemates } from "./households.ts";
import { courseOf, type Infection } from "./infection.ts";
import type { IntendedDay } from "./intended.ts";
import { stream, uniform, type Stream } from "./random.ts";
import type { World } from "./world.ts";

export const infectedAtHome = (
  world: World,
  infected: ReadonlyMap<number, Infection>,
  { day, startsAtMs, endsAtMs }: IntendedDay,
  courses: Stream,
): readonly Infection[] => {
  const { outbreak: figures } = world.scenario;
  if (figures.infectionAtHomeADay === 0) return [];
  const chances = stream(world.size.seed, "infection at home");
  return [...infected.values()]
    .filter(
      ({ infectiousFromMs, infectiousToMs }) => endsAtMs > infectiousFromMs && infectiousToMs > startsAtMs,
    )
    .flatMap(({ person, infectiousFromMs }) =>
      housemates(world.people.household, person)
        .filter((mate) => !infected.has(mate))
        // A home has six people at the most, so day and place make a count of its own.
        .filter((mate) => uniform(chances, mate, day * 16 + 8 + person - mate) < figures.infectionAtHomeADay)
        .map((mate) =>
          courseOf(figures, courses, mate, Math.max(startsAtMs, infectiousFromMs), {
            infectedBy: person,
            venue: -1,
          }),
        ),
    );
};
