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

const each = (day: IntendedDay | undefined, visit: (part: Intended, row: number) => void): void => {
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

/** Marks the visits of today whose people are turned away; who came yesterday and is still inside takes up room. */
export const turnAway = (
  { kind, kinds }: Venues,
  today: IntendedDay,
  yesterday: IntendedDay | undefined,
): void => {
  const capacityOf = (venue: number): number => kinds[kind[venue] ?? 0]?.capacity ?? Infinity;
  const wanted = new Uint32Array(kind.length);
  const count = (part: Intended, row: number): void => {
    const venue = part.venue[row] ?? -1;
    wanted[venue] = (wanted[venue] ?? 0) + 1;
  };
  const isInsideToday = (part: Intended, row: number): boolean => (part.leaveMs[row] ?? 0) > millisecondsADay;
  each(yesterday, (part, row) => {
    if (isInsideToday(part, row)) count(part, row);
  });
  each(today, count);
  const crowded = new Map<number, { readonly visits: Place[]; readonly inside: number[] }>();
  wanted.forEach((visits, venue) => {
    if (visits > capacityOf(venue)) crowded.set(venue, { visits: [], inside: [] });
  });
  if (crowded.size === 0) return;
  each(yesterday, (part, row) => {
    if (isInsideToday(part, row))
      crowded.get(part.venue[row] ?? -1)?.inside.push((part.leaveMs[row] ?? 0) - millisecondsADay);
  });
  each(today, (part, row) => crowded.get(part.venue[row] ?? -1)?.visits.push({ part, row }));
  for (const [venue, { visits, inside }] of crowded) letIn(visits, inside, capacityOf(venue));
};
