// The course of a city's days: what everybody intends, what the city makes of it, the line before the service, and what each part has to live.
// It goes its way whatever the law answers to anybody, so a part may live its days beside it, or when all of it is known.
// The parts only intend here; what the law makes of their days is carried out by whoever holds them.
import { cityAtFirst, cityDay, type CityEvent, type CityState } from "../world/city.ts";
import { dayOf, type Intended } from "../world/intended.ts";
import type { Served } from "../world/queue.ts";
import type { World } from "../world/world.ts";
import { lookupOf, type CaseLookup } from "./cases.ts";
import type { Extra } from "./day.ts";
import type { DayToLive } from "./part.ts";
import { serveDay } from "./serving.ts";
import type { PartOfThread } from "./threads.ts";

export interface CourseDay {
  readonly day: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** The city after this day. */
  readonly city: CityState;
  readonly events: readonly CityEvent[];
  readonly served: Served | undefined;
  /** What of it belongs to each part. */
  readonly toLive: readonly DayToLive[];
}

export type Intending = Pick<PartOfThread, "range" | "intend">;

/** What people do on a day beside their visits, by person and then by instant; attempts of nobody and of strangers come last. */
const extrasOf = (events: readonly CityEvent[]): readonly Extra[] =>
  events
    .flatMap((event): readonly Extra[] => {
      if (event.type === "withdrawal")
        return [{ kind: "withdrawal", atMs: event.atMs, person: event.person }];
      if (event.type !== "attempt") return [];
      const { attempt } = event;
      return [{ kind: "attempt", atMs: attempt.atMs, person: attempt.person, attempt }];
    })
    .sort((a, b) => a.person - b.person || a.atMs - b.atMs);

export async function* courseOf(
  world: World,
  parts: readonly Intending[],
): AsyncGenerator<CourseDay, void, undefined> {
  let city = cityAtFirst;
  const intendOn = (day: number): readonly Promise<Intended>[] => parts.map(({ intend }) => intend(day));
  // Several parts make the next day while the city looks at this one; a single one keeps one day in memory.
  const isAhead = parts.length > 1;
  let ahead: readonly Promise<Intended>[] | undefined;
  for (let day = 0; day < world.size.days; day += 1) {
    const today = dayOf(world, day, await Promise.all(ahead ?? intendOn(day)));
    ahead = isAhead && day + 1 < world.size.days ? intendOn(day + 1) : undefined;
    const { startsAtMs, endsAtMs } = today;
    const { state, events } = cityDay(world, city, today);
    city = state;
    const serving = serveDay(world, today);
    const extras = extrasOf(events);
    const toLive = parts.map(({ range }, part) => ({
      startsAtMs,
      endsAtMs,
      fate: today.parts[part]?.fate ?? new Uint8Array(0),
      extras: extras.filter(({ person }) => person >= range.fromPerson && !(person >= range.toPerson)),
      served: serving?.byPart[part],
    }));
    // Told without the rows of the day, which would keep those of all days in memory.
    const told = { ...city, yesterday: undefined };
    yield { day, startsAtMs, endsAtMs, city: told, events, served: serving?.served, toLive };
  }
}

/** The lookups that officers' decisions of a day can lead to, one a case at most. */
export const lookupsOf = ({ city, events }: CourseDay): readonly CaseLookup[] =>
  events.flatMap((event) => {
    if (event.type !== "decision" || event.decision !== "approve") return [];
    const intent = city.cases.find(({ number }) => number === event.caseNumber);
    return intent === undefined ? [] : [lookupOf(intent, event.atMs)];
  });
