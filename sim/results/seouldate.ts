// The Seoul day of a run as people write it, 2020-07-01.
// Files of results name days by it, at every level.
// It reads no clock.
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";

/** The date of the day, counted from 0, of a run that starts at this instant. */
export const dateOf = (startsAtMs: number, day: number): string => {
  const days = Math.floor((startsAtMs + seoulOffset) / millisecondsADay) + day;
  return new Date(days * millisecondsADay).toISOString().slice(0, 10);
};
