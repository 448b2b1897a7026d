// The part of a scenario that describes a place: its days, its people, its venues and how busy they are.
// The world is made from these groups; a manager may change any figure and say where the new one comes from.
// Shares within a list sum to 1, and nothing here knows of the policy or of what the system answers.
import { Schema } from "effect";
import { amount, group, oneOf, Share, Text, whole } from "./figure.ts";
import { DurationMs, DurationSpan, OpeningHours, SeoulDate } from "./span.ts";

export const most = { days: 3_650, people: 10_000_000, venues: 1_000_000 } as const;

/** The ids of the rhythms of a day, each a weight for every hour from 0 to 23. */
export const rhythms = ["day", "lunchAndEvening", "evening", "night"] as const;

const sharesOfOne = <Item extends { readonly share: number }>() =>
  Schema.makeFilter(
    (items: readonly Item[]) => Math.abs(items.reduce((sum, { share }) => sum + share, 0) - 1) < 0.001,
    { expected: "a list whose shares sum to 1" },
  );

const listOf = (count: number, what: string) => {
  const expected = { expected: `a list of ${count} ${what}` };
  return Schema.Array(amount()).check(
    Schema.makeFilter(
      (list: readonly number[]) => list.length === count && list.some((weight) => weight > 0),
      expected,
    ),
  );
};

const atLeastOne = (what: string) => {
  const expected = { expected: `a list of at least one ${what}` };
  return Schema.makeFilter((list: readonly unknown[]) => list.length > 0, expected);
};

export const Calendar = group({ start: SeoulDate, days: whole(1, most.days) });

const District = Schema.Struct({ ko: Text, en: Text, share: Share });

export const PeopleFigures = group({
  count: whole(1, most.people),
  districts: Schema.Array(District).check(atLeastOne("district"), sharesOfOne()),
  /** How unequal people are in going out: 0 all alike, 1 a few very often. */
  activityTail: amount(0, 3),
  favourites: whole(1, 20),
  favouriteShare: Share,
  /** The share of favourites that lie in the home district. */
  localShare: Share,
  visitsADayMax: whole(1, 3),
});

const weekdays = listOf(7, "weights, Monday first, not all 0");

const VenueKind = Schema.Struct({
  id: Text,
  ko: Text,
  en: Text,
  share: Share,
  dailyVisits: amount(),
  hours: OpeningHours,
  rhythm: oneOf(rhythms),
  weekdays,
  stay: DurationSpan,
});

export const VenueFigures = group({
  count: whole(1, most.venues),
  kinds: Schema.Array(VenueKind).check(atLeastOne("kind of venue"), sharesOfOne()),
  /** How unequal venues of one kind are in being visited: 0 all alike, 1 a few very popular. */
  popularityTail: amount(0, 3),
});

const hourWeights = listOf(24, "weights, one an hour from 0 to 23, not all 0");

export const DemandFigures = group({
  day: hourWeights,
  lunchAndEvening: hourWeights,
  evening: hourWeights,
  night: hourWeights,
  passesACheckIn: amount(1, 5),
  showDelay: DurationSpan,
  passGap: DurationSpan,
  doorDelay: DurationMs,
});
