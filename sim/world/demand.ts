// How busy the city is: how many visits each person makes on a day of the week, and when people arrive at a kind of venue.
// Rates are set so that the expected visits of all people are the visits that all venues draw on that weekday.
// Where the people are too few for the venues, the venues get less; nobody goes out more often than the scenario allows.
import type { Scenario } from "../scenario.ts";
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import { activityClasses } from "./activity.ts";
import type { People } from "./people.ts";
import type { VenueKind, Venues } from "./venues.ts";

const hourMs = 3_600_000;
/** Of the visits that people could make at the most, the share that a crowded city may ask for. */
const busiestShare = 0.8;

/** When people arrive at one kind of venue: cumulative weights at the starts of stretches of at most an hour. */
interface Arrivals {
  readonly startsMs: Float64Array;
  readonly cumulative: Float64Array;
  readonly endMs: number;
}

export interface Demand {
  readonly visitsADayMax: number;
  /** Expected visits in the whole city, Monday first. */
  readonly expected: Float64Array;
  /** The chance that a person of a class makes at most 0, 1, ... visits: [weekday][class][visits]. */
  readonly atMost: Float64Array;
  /** How willing people are to go to a kind on a weekday, 1 for the best day: [weekday][kind]. */
  readonly willing: Float64Array;
  readonly arrivals: readonly Arrivals[];
}

/** 0 for Monday, in Seoul, of the day that begins at this instant. */
export const weekdayOf = (startsAtMs: number): number =>
  (Math.floor((startsAtMs + seoulOffset) / millisecondsADay) + 3) % 7;

const arrivalsOf = (kind: VenueKind, hours: readonly number[]): Arrivals => {
  const { fromMs } = kind.hours;
  const endMs = Math.max(fromMs + 1, kind.hours.toMs - kind.stay.fromMs);
  const startsMs: number[] = [];
  const cumulative: number[] = [];
  let sum = 0;
  for (let startMs = fromMs; startMs < endMs;) {
    const nextMs = Math.min(endMs, (Math.floor(startMs / hourMs) + 1) * hourMs);
    startsMs.push(startMs);
    cumulative.push(sum);
    sum += (hours[Math.floor(startMs / hourMs) % 24] ?? 0) * (nextMs - startMs);
    startMs = nextMs;
  }
  const even = sum === 0;
  const lengthMs = endMs - fromMs;
  return {
    startsMs: Float64Array.from(startsMs),
    cumulative: Float64Array.from(
      even
        ? startsMs.map((startMs) => (startMs - fromMs) / lengthMs)
        : cumulative.map((before) => before / sum),
    ),
    endMs,
  };
};

/** The arrival for a chance, in milliseconds after the midnight before opening. */
export const arrivalMs = (demand: Demand, kind: number, chance: number): number => {
  const arrivals = demand.arrivals[kind];
  if (arrivals === undefined) return 0;
  const { startsMs, cumulative, endMs } = arrivals;
  let stretch = cumulative.length - 1;
  while (stretch > 0 && (cumulative[stretch] ?? 0) > chance) stretch -= 1;
  const fromMs = startsMs[stretch] ?? 0;
  const toMs = startsMs[stretch + 1] ?? endMs;
  const below = cumulative[stretch] ?? 0;
  const above = cumulative[stretch + 1] ?? 1;
  const share = above > below ? (chance - below) / (above - below) : 0;
  return Math.min(toMs - 1, fromMs + Math.floor(share * (toMs - fromMs)));
};

/** The chances of at most 0, 1, ... visits for a mean (Poisson), and what is expected when `most` is the limit. */
const poisson = (
  mean: number,
  most: number,
): { readonly atMost: readonly number[]; readonly expected: number } => {
  const atMost: number[] = [];
  let term = Math.exp(-mean);
  let sum = 0;
  let expected = 0;
  for (let visits = 0; visits < most; visits += 1) {
    sum += term;
    atMost.push(sum);
    expected += 1 - sum;
    term *= mean / (visits + 1);
  }
  return { atMost, expected };
};

export const demandOf = (scenario: Scenario, people: People, venues: Venues): Demand => {
  const { kinds } = venues;
  const { timesUsual = 1 } = scenario.venues;
  const most = scenario.people.visitsADayMax;
  const classes = new Float64Array(activityClasses);
  for (const each of people.activityClass) classes[each] = (classes[each] ?? 0) + 1;
  const { activity } = people;
  const kindVisits = new Float64Array(kinds.length);
  venues.dailyVisits.forEach((visits, venue) => {
    const kind = venues.kind[venue] ?? 0;
    kindVisits[kind] = (kindVisits[kind] ?? 0) + visits * timesUsual;
  });
  const factors = kinds.map(({ weekdays }) => {
    const mean = weekdays.reduce((sum, weight) => sum + weight, 0) / 7;
    return weekdays.map((weight) => weight / mean);
  });
  const expected = new Float64Array(7);
  const atMost = new Float64Array(7 * activityClasses * most);
  const willing = new Float64Array(7 * kinds.length);
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const asked = kindVisits.reduce((sum, visits, kind) => sum + visits * (factors[kind]?.[weekday] ?? 0), 0);
    const target = Math.min(asked, people.count * most * busiestShare);
    const visitsAt = (rate: number): number =>
      classes.reduce(
        (sum, count, index) => sum + count * poisson(rate * (activity[index] ?? 0), most).expected,
        0,
      );
    let low = 0;
    let high = 1;
    while (visitsAt(high) < target && high < 2 ** 20) high *= 2;
    for (let round = 0; round < 40; round += 1) {
      const middle = (low + high) / 2;
      if (visitsAt(middle) < target) low = middle;
      else high = middle;
    }
    expected[weekday] = target;
    activity.forEach((each, index) =>
      atMost.set(poisson(high * each, most).atMost, (weekday * activityClasses + index) * most),
    );
    const best = Math.max(...factors.map((factor) => factor[weekday] ?? 0), Number.MIN_VALUE);
    factors.forEach((factor, kind) => {
      willing[weekday * kinds.length + kind] = (factor[weekday] ?? 0) / best;
    });
  }
  return {
    visitsADayMax: most,
    expected,
    atMost,
    willing,
    arrivals: kinds.map((kind) => arrivalsOf(kind, scenario.demand[kind.rhythm])),
  };
};
