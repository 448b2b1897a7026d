// One day of one person's life: which venues they visit, when they arrive and when they leave.
// Plans, withdrawals, the outbreak and the interviews of investigators all ask it, and get the same answer every time.
// A day of life runs from 05:00 to 05:00 in Seoul, so that a night out is one day; nobody is at two places at once.
import { activityClasses } from "./activity.ts";
import { arrivalMs, type Demand } from "./demand.ts";
import { writtenDay, type DiaryBook } from "./diary.ts";
import { favouriteOf, type People } from "./people.ts";
import { pick } from "./picker.ts";
import { uniform, within, type Stream } from "./random.ts";
import type { Venues } from "./venues.ts";

export interface Lives {
  /** The weekday of day 0, 0 for Monday. */
  readonly firstWeekday: number;
  readonly people: People;
  readonly venues: Venues;
  readonly demand: Demand;
  readonly diary: DiaryBook | undefined;
  readonly goingOut: Stream;
  readonly whereAndWhen: Stream;
  /** Cumulative chances of the favourites by rank, and the share of visits that go to any of them. */
  readonly favouriteRank: Float64Array;
  readonly favouriteShare: number;
}

/** The most visits a day of life can hold, and the room kept for each visit's own draws. */
export const visitsMost = 3;
const triesMost = 8;
const drawsATry = 4;
const onTheWayMs = 20 * 60_000;

/** Where a day of life is written: filled from the front, in the order in which the visits were drawn. */
export interface Day {
  readonly venue: Int32Array;
  /** Whole milliseconds after the midnight that begins the day; after the next one for a night out. */
  readonly arriveMs: Int32Array;
  readonly leaveMs: Int32Array;
}

export const emptyDay = (): Day => ({
  venue: new Int32Array(visitsMost),
  arriveMs: new Int32Array(visitsMost),
  leaveMs: new Int32Array(visitsMost),
});

/** Cumulative chances by rank, where the second favourite is liked half as much as the first, the third a third. */
export const favouriteRanks = (count: number): Float64Array => {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let before = 0;
  return Float64Array.from(weights, (weight) => (before += weight / sum));
};

/** How many visits a person sets out to make; most people on most days make none, so this is asked first. */
export const outings = (lives: Lives, person: number, day: number, weekday: number): number => {
  const { atMost, visitsADayMax } = lives.demand;
  const chance = uniform(lives.goingOut, person, day);
  const base = (weekday * activityClasses + (lives.people.activityClass[person] ?? 0)) * visitsADayMax;
  let visits = 0;
  while (visits < visitsADayMax && chance >= (atMost[base + visits] ?? 1)) visits += 1;
  return visits;
};

const venueFor = (lives: Lives, person: number, chance: number): number => {
  const { people, venues, favouriteRank, favouriteShare } = lives;
  if (chance >= favouriteShare) {
    return pick(
      venues.inCity,
      favouriteShare < 1 ? (chance - favouriteShare) / (1 - favouriteShare) : chance,
    );
  }
  const place = chance / favouriteShare;
  let rank = 0;
  while (rank < people.favouritesEach - 1 && place >= (favouriteRank[rank] ?? 1)) rank += 1;
  return favouriteOf(people, venues, person, rank);
};

const clashes = (day: Day, made: number, arriveMs: number, leaveMs: number): boolean => {
  for (let index = 0; index < made; index += 1) {
    const apart =
      arriveMs >= (day.leaveMs[index] ?? 0) + onTheWayMs ||
      leaveMs + onTheWayMs <= (day.arriveMs[index] ?? 0);
    if (!apart) return true;
  }
  return false;
};

/** Writes the visits of a day of life and answers how many there are. */
export const liveDay = (lives: Lives, person: number, day: number, into: Day): number => {
  const written = lives.diary === undefined ? undefined : writtenDay(lives.diary, person, day, into);
  if (written !== undefined) return written;
  const weekday = (lives.firstWeekday + day) % 7;
  const wanted = outings(lives, person, day, weekday);
  if (wanted === 0) return 0;
  const { venues, demand, whereAndWhen } = lives;
  let made = 0;
  for (let slot = 0; slot < wanted; slot += 1) {
    for (let attempt = 0; attempt < triesMost; attempt += 1) {
      const count = ((day * visitsMost + slot) * triesMost + attempt) * drawsATry;
      const venue = venueFor(lives, person, uniform(whereAndWhen, person, count));
      const kind = venues.kind[venue] ?? 0;
      const found = venues.kinds[kind];
      const willing = demand.willing[weekday * venues.kinds.length + kind] ?? 0;
      if (found === undefined || uniform(whereAndWhen, person, count + 1) >= willing) continue;
      const arriveMs = arrivalMs(demand, kind, uniform(whereAndWhen, person, count + 2));
      const stayMs = within(uniform(whereAndWhen, person, count + 3), found.stay);
      const leaveMs = Math.min(found.hours.toMs, arriveMs + stayMs);
      if (clashes(into, made, arriveMs, leaveMs)) continue;
      into.venue[made] = venue;
      into.arriveMs[made] = arriveMs;
      into.leaveMs[made] = leaveMs;
      made += 1;
      break;
    }
  }
  return made;
};
