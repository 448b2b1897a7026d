// Seoul days and instants as people write them: 2020-07-01, and 2020-07-01 11:30.
// Files of results name them so, at every level.
// It reads no clock.
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";

/** The date of the day, counted from 0, of a run that starts at this instant. */
export const dateOf = (startsAtMs: number, day: number): string => {
  const days = Math.floor((startsAtMs + seoulOffset) / millisecondsADay) + day;
  return new Date(days * millisecondsADay).toISOString().slice(0, 10);
};

/** The minute of an instant. */
export const momentOf = (atMs: number): string =>
  new Date(atMs + seoulOffset).toISOString().slice(0, 16).replace("T", " ");
