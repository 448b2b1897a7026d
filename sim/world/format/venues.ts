// The part of a scenario that describes its venues: their kinds, how many people each draws and holds, and when.
// A kind keeps the log while it is its duty to; before, after and without a duty a share of its venues does so by choice.
// Nothing here knows of the policy or of what the system answers.
import { Schema } from "effect";
import { amount, group, oneOf, Share, Text, whole } from "./figure.ts";
import { atLeastOne, idsOnce, sharesOfOne, weights } from "./lists.ts";
import { DurationSpan, OpeningHours, SeoulDate } from "./span.ts";

export const venuesMost = 1_000_000;

/** The ids of the rhythms of a day, each a weight for every hour from 0 to 23. */
export const rhythms = ["day", "lunchAndEvening", "evening", "night"] as const;

const Duty = Schema.Struct({
  from: Schema.optionalKey(SeoulDate),
  /** The first day without the duty. */
  until: Schema.optionalKey(SeoulDate),
}).check(
  Schema.makeFilter(({ from, until }) => from === undefined || until === undefined || from < until, {
    expected: "a duty that begins before it ends",
  }),
);

const VenueKind = Schema.Struct({
  id: Text,
  ko: Text,
  en: Text,
  share: Share,
  dailyVisits: amount(),
  /** People at once; who comes when it is full is turned away. */
  capacity: whole(1, 1_000_000),
  hours: OpeningHours,
  rhythm: oneOf(rhythms),
  weekdays: weights(7, "weights, Monday first, not all 0"),
  stay: DurationSpan,
  /** When it is a duty to keep the log: {} is from the first day to the last. No duty where nothing is said. */
  duty: Schema.optionalKey(Duty),
  /** The share of these venues that keep the log when it is no duty; none where nothing is said. */
  byChoice: Schema.optionalKey(Share),
});

export const VenueFigures = group({
  count: whole(1, venuesMost),
  kinds: Schema.Array(VenueKind).check(atLeastOne("kind of venue"), idsOnce, sharesOfOne()),
  /** How unequal venues of one kind are in being visited: 0 all alike, 1 a few very popular. */
  popularityTail: amount(0, 3),
  /** How many times as many visits there are as usual; once where nothing is said. */
  timesUsual: Schema.optionalKey(amount(0, 100)),
});
