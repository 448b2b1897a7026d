// Who finds a venue full: people come in the order of arrival, and whoever comes when as many are inside as it holds is turned away.
// The city marks them before an infection spreads, so that nobody is infected at a door.
// It looks only at venues that more people want to visit on a day than fit in at once, which are few.
import { millisecondsADay } from "../../models/policy.ts";
import { fateNumber, isMade, type Intended, type IntendedDay } from "./intended.ts";
import type { Venues } from "./venues.ts";

const turnedAway = fateNumber("turnedAway");

interface Place {
  readonly part: Intended;
  readonly row: number;
}

const eachMade = (day: IntendedDay | undefined, visit: (part: Intended, row: number) => void): void => {
  for (const part of day?.parts ?? [])
    for (let row = 0; row < part.count; row += 1) if (isMade(part.fate[row])) visit(part, row);
};

/** Puts the end of a stay among the others, the earliest last, so that who leaves first is taken off first. */
const keepSorted = (ends: number[], endMs: number): void => {
  let place = ends.length;
  while (place > 0 && (ends[place - 1] ?? 0) < endMs) place -= 1;
  ends.splice(place, 0, endMs);
};

const letIn = (visits: readonly Place[], stillInside: readonly number[], capacity: number): void => {
  const ends: number[] = [];
  for (const endMs of stillInside) keepSorted(ends, endMs);
  const arrival = ({ part, row }: Place): number => part.arriveMs[row] ?? 0;
  // Sorting keeps the order of people between those who arrive in the same millisecond.
  for (const place of visits.toSorted((a, b) => arrival(a) - arrival(b))) {
    const { part, row } = place;
    while (ends.length > 0 && arrival(place) >= (ends.at(-1) ?? 0)) ends.pop();
    if (ends.length >= capacity) part.fate[row] = turnedAway;
    else keepSorted(ends, part.leaveMs[row] ?? 0);
  }
};

/** How many want to visit each venue today, or are still inside from yesterday. */
const wantedOf = (venues: number, today: IntendedDay, yesterday: IntendedDay | undefined): Uint32Array => {
  const wanted = new Uint32Array(venues);
  for (const day of [yesterday, today])
    for (const { count, venue, leaveMs, fate } of day?.parts ?? [])
      for (let row = 0; row < count; row += 1) {
        if (day === yesterday && !((leaveMs[row] ?? 0) > millisecondsADay)) continue;
        const place = venue[row] ?? -1;
        if (isMade(fate[row])) wanted[place] = (wanted[place] ?? 0) + 1;
      }
  return wanted;
};

/** Marks the visits of today whose people are turned away; who came yesterday and is still inside takes up room. */
export const turnAway = (
  { kind, kinds }: Venues,
  today: IntendedDay,
  yesterday: IntendedDay | undefined,
): void => {
  const capacityOf = (venue: number): number => kinds[kind[venue] ?? 0]?.capacity ?? Infinity;
  const crowded = new Map<number, { readonly visits: Place[]; readonly inside: number[] }>();
  wantedOf(kind.length, today, yesterday).forEach((visits, venue) => {
    if (visits > capacityOf(venue)) crowded.set(venue, { visits: [], inside: [] });
  });
  if (crowded.size === 0) return;
  eachMade(yesterday, (part, row) => {
    const stillMs = (part.leaveMs[row] ?? 0) - millisecondsADay;
    if (stillMs > 0) crowded.get(part.venue[row] ?? -1)?.inside.push(stillMs);
  });
  eachMade(today, (part, row) => crowded.get(part.venue[row] ?? -1)?.visits.push({ part, row }));
  for (const [venue, { visits, inside }] of crowded) letIn(visits, inside, capacityOf(venue));
};
