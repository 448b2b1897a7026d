// The figures of a run by Seoul day, and of its busiest day by ten minutes, as they stand in run.json.
// Every level counts into this form; series.csv and the Parquet files are written from it, and nothing is counted twice.
// A level leaves out the columns of which it knows nothing; a 0 means that it looked and found none.
import { Schema } from "effect";
import { Count, Figure } from "./figures.ts";

/** What every level counts of a day. */
const counted = {
  passesIssued: Count,
  checkIns: Count,
  refusals: Count,
  verifications: Count,
  withdrawals: Count,
  lookups: Count,
  reidentified: Count,
  recordsErased: Count,
  /** At the end of the day. */
  recordsLive: Count,
} as const;

const known = {
  /** Asks that were turned away because the service was full. */
  shed: Schema.optionalKey(Count),
  /** Visits whose people gave up before they had a pass. */
  lost: Schema.optionalKey(Count),
  /** The longest queue of the day. */
  waiting: Schema.optionalKey(Count),
  infected: Schema.optionalKey(Count),
  reported: Schema.optionalKey(Count),
  /** True contacts of the people reported on the day, and how many of them the records can name. */
  contacts: Schema.optionalKey(Count),
  found: Schema.optionalKey(Count),
} as const;

/** A day as 2020-07-01 in Seoul, and what was counted of it. */
export const Day = Schema.Struct({ day: Schema.String, ...counted, ...known });
export type Day = typeof Day.Type;

export const ProfileRow = Schema.Struct({
  /** When the ten minutes begin, in Seoul: 12:10. */
  at: Schema.String,
  issued: Count,
  checkIns: Count,
  refused: Count,
  lookups: Schema.optionalKey(Count),
  shed: Schema.optionalKey(Count),
  queueMost: Schema.optionalKey(Count),
  /** How long a person waited for a pass; at the load level from the instant at which it was meant to be asked for. */
  waitP50Ms: Schema.optionalKey(Figure),
  waitP99Ms: Schema.optionalKey(Figure),
  lookupP50Ms: Schema.optionalKey(Figure),
  lookupP99Ms: Schema.optionalKey(Figure),
  /** The most passes that were served in one second. */
  servedMost: Schema.optionalKey(Count),
});
export type ProfileRow = typeof ProfileRow.Type;

export const profileMinutes = 10;

/** The day with the most check-ins, from its first ten minutes to its last. */
export const Profile = Schema.Struct({
  day: Schema.String,
  minutes: Schema.Literal(profileMinutes),
  rows: Schema.Array(ProfileRow),
});
export type Profile = typeof Profile.Type;
