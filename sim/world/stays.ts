// Who was where with whom: the stays of a day, and of last night, at the venues where somebody infected was.
// An infection spreads along them, and afterwards it is asked who met whom; nobody else's stays are looked at.
// A stay that began yesterday and reaches into today is known on both days, and says so.
import { isMade, type IntendedDay } from "./intended.ts";
import type { Infection } from "./infection.ts";

export interface Stay {
  readonly person: number;
  /** Which visit of their life it is. */
  readonly number: number;
  readonly venue: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly fate: number;
  readonly today: boolean;
}

/** By venue, 1 where somebody infected goes. */
const venuesOfInfected = (
  infected: ReadonlyMap<number, Infection>,
  days: readonly IntendedDay[],
  venues: number,
): Uint8Array => {
  const found = new Uint8Array(venues);
  if (infected.size === 0) return found;
  for (const { parts } of days)
    for (const { count, person, venue } of parts)
      for (let row = 0; row < count; row += 1)
        if (infected.has(person[row] ?? -1)) found[venue[row] ?? -1] = 1;
  return found;
};

export const staysWithInfected = (
  infected: ReadonlyMap<number, Infection>,
  today: IntendedDay,
  yesterday: IntendedDay | undefined,
  venues: number,
): readonly Stay[] => {
  const days = yesterday === undefined ? [today] : [yesterday, today];
  const isOfInterest = venuesOfInfected(infected, days, venues);
  return days.flatMap(({ day, startsAtMs, parts }) => {
    const stays: Stay[] = [];
    const earliestMs = today.startsAtMs - startsAtMs;
    for (const { count, person, number, venue, arriveMs, leaveMs, fate } of parts)
      for (let row = 0; row < count; row += 1) {
        const place = venue[row] ?? -1;
        const toMs = leaveMs[row] ?? 0;
        if (isOfInterest[place] !== 1 || toMs <= earliestMs || !isMade(fate[row])) continue;
        stays.push({
          person: person[row] ?? -1,
          number: number[row] ?? 0,
          venue: place,
          fromMs: startsAtMs + (arriveMs[row] ?? 0),
          toMs: startsAtMs + toMs,
          fate: fate[row] ?? 0,
          today: day === today.day,
        });
      }
    return stays;
  });
};

/** Two stays at one place, the first of an infected person while they could pass it on: from when, and for how long. */
export interface Encounter {
  readonly infection: Infection;
  readonly stay: Stay;
  readonly other: Stay;
  readonly fromMs: number;
  readonly lastsMs: number;
}

/** Every encounter that reaches into today. */
export const encountersOf = (
  infected: ReadonlyMap<number, Infection>,
  stays: readonly Stay[],
): readonly Encounter[] => {
  const byVenue = Map.groupBy(stays, ({ venue }) => venue);
  return stays.flatMap((stay) => {
    const infection = infected.get(stay.person);
    if (infection === undefined) return [];
    const found: Encounter[] = [];
    for (const other of byVenue.get(stay.venue) ?? []) {
      if (other.person === stay.person || !(stay.today || other.today)) continue;
      const fromMs = Math.max(stay.fromMs, infection.infectiousFromMs, other.fromMs);
      const lastsMs = Math.min(stay.toMs, infection.infectiousToMs, other.toMs) - fromMs;
      if (lastsMs > 0) found.push({ infection, stay, other, fromMs, lastsMs });
    }
    return found;
  });
};
