// The part of a scenario that says when it plays, how busy the hours of a day are, and what a manager wrote by hand.
// The world is made from these groups; a manager may change any figure and say where the new one comes from.
// Persons and venues of a diary are counted from 1, as people count; who has a diary lives by it alone.
import { Schema } from "effect";
import { amount, group, whole } from "./figure.ts";
import { weights } from "./lists.ts";
import { peopleMost } from "./people.ts";
import { DurationMs, DurationSpan, SeoulDate, SeoulInstant } from "./span.ts";
import { venuesMost } from "./venues.ts";

export const daysMost = 3_650;

export const Calendar = group({ start: SeoulDate, days: whole(1, daysMost) });

const hourWeights = weights(24, "weights, one an hour from 0 to 23, not all 0");

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

const DiaryVisit = Schema.Struct({
  person: whole(1, peopleMost),
  venue: whole(1, venuesMost),
  at: SeoulInstant,
  stay: DurationMs,
});

export const Diary = group({
  visits: Schema.Array(DiaryVisit),
  /** True when nobody goes anywhere but by the diary. */
  onlyDiary: Schema.Boolean.annotate({ expected: "true or false" }),
});
