/**
 * How finely a zone search looks: from one zone a state to every zone of its own, with or without following what lies how long after a midnight.
 * Every level holds at least all that can happen, so what holds on the coarsest holds; a finer one is needed only to rule out what cannot happen.
 * It also says how time is read: in whole milliseconds with the policy's durations, or otherwise, to compare with.
 */
import type { Timing } from "./moment.ts";

export interface Level {
  /** Zones that differ only in times are made one. */
  readonly joins: boolean;
  readonly followsDays: boolean;
}

export interface TimeRead {
  /** Every duration may be anything: what holds then holds for all constants. */
  readonly untimed?: boolean;
  /** Time in real numbers instead of whole milliseconds. */
  readonly dense?: boolean;
  readonly exact?: boolean;
}

/** Days told apart when the start of a day is asked for. */
const daysMost = 64;
/** A sliver of a millisecond, for real time; small enough to be added a thousand times, large enough for 53 bits. */
const sliver = 2 ** -10;

export function timingOf({ untimed, dense }: TimeRead, followsDays: boolean): Timing {
  return {
    grain: dense === true ? sliver : 1,
    durations: untimed === true ? "any" : "known",
    followsDays,
    daysMost,
    pastThat: "any",
  };
}

const joined = { joins: true, followsDays: false };
const apart = { joins: false, followsDays: false };

/** The levels at which to search, the next only if something is left open. */
export const levelsOf = ({ untimed, exact }: TimeRead): readonly [Level, ...Level[]] => {
  if (exact === true) return [{ ...apart, followsDays: untimed !== true }];
  if (untimed === true) return [joined];
  return [joined, { ...joined, followsDays: true }, apart, { ...apart, followsDays: true }];
};
