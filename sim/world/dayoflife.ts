// The day of life that an instant lies in, counted from the first day of a run: it begins at 05:00 in Seoul.
// Lives, diaries and interviews count days with it, so that a night out belongs to the evening it began on.
import { millisecondsADay } from "../../models/policy.ts";
import { dayBreakMs } from "./format/span.ts";

export const dayOfLife = (startsAtMs: number, atMs: number): number =>
  Math.floor((atMs - startsAtMs - dayBreakMs) / millisecondsADay);
