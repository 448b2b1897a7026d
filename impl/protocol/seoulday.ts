// The Seoul day of an instant, as a whole number of days since 1970-01-01 there (clause C2). Keys, aliases,
// epochs and records belong to one such day and end with it.

import { millisecondsADay, seoulOffset } from "../../models/policy.ts";

export const seoulDay = (atMs: number): number => Math.floor((atMs + seoulOffset) / millisecondsADay);

export const startOfSeoulDayMs = (day: number): number => day * millisecondsADay - seoulOffset;
