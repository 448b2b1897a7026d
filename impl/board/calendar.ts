// Days as the board counts with them: whole days since 1970, of texts such as "2020-07-01" and back.
// They are days in Seoul, or of whoever published the figures; what hour it is anywhere is not asked.
import { millisecondsADay } from "../../models/policy.ts";

export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / millisecondsADay);

export const dateOf = (day: number): string => new Date(day * millisecondsADay).toISOString().slice(0, 10);

/** The days from one to another, both with it. */
export const datesFrom = (first: number, last: number): readonly string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => dateOf(first + place));
