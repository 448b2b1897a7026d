/**
 * A zone in the middle of a step: its instants, those that the step has added, and which of them are Seoul midnights.
 * Comparing two instants can split it in two; asking for the start of a day can split it into one for each day.
 * Steps of the law are read over it; nothing of the law stands here.
 */
import { millisecondsADay } from "../../../models/policy.ts";
import { atMost, mostBetween, withAnother, type Matrix } from "./matrix.ts";
import { after, type Instant } from "./symbol.ts";

/** Where an instant comes from: a numbered place of the state before, and by how much it can differ from it. */
export interface Origin {
  readonly place: number;
  readonly least: number;
  readonly greatest: number;
}

/** An instant that was made from another one by a duration that nobody fixed. */
interface Derived {
  readonly from: Instant;
  readonly by: string;
  readonly is: Instant;
}

export interface Moment {
  readonly zone: Matrix;
  /** For each clock of the zone. */
  readonly origins: readonly Origin[];
  readonly midnights: readonly Instant[];
  readonly derived: readonly Derived[];
}

/** How time is read. */
export interface Timing {
  /** The least by which two different instants differ: a millisecond; in dense time, a sliver of one. */
  readonly grain: number;
  /** Whether durations are the policy's own, or may be anything. */
  readonly durations: "known" | "any";
  /** Whether it is followed from step to step which instants lie how long after a midnight. */
  readonly followsDays: boolean;
  /** How many days are told apart when a day is asked for; past that any instant of the day before will do, or further days are not looked at. */
  readonly daysMost: number;
  readonly pastThat: "any" | "none";
  /** Hears of every comparison: that the first lies at most so much after the second. */
  readonly compared?: (later: Origin, earlier: Origin, bound: number) => void;
}

export interface Branch<Of> {
  readonly moment: Moment;
  readonly is: Of;
}

/** What a reading came to, one for each part that the zone was split into. */
export type Branches<Of> = readonly Branch<Of>[];

/** The place of the midnight that is followed from step to step, if days are. */
export const midnightPlace = 1;
const theMidnight: Origin = { place: midnightPlace, least: 0, greatest: 0 };

export const originOf = ({ origins }: Moment, { clock, plus }: Instant): Origin => {
  const { place, least, greatest } = origins[clock] ?? { place: 0, least: 0, greatest: 0 };
  return { place, least: least + plus, greatest: greatest + plus };
};

/** The part of the moment in which the first instant lies at most so much after the second. */
export function within(moment: Moment, later: Instant, earlier: Instant, bound: number): Moment | undefined {
  const zone = atMost(moment.zone, later.clock, earlier.clock, bound + earlier.plus - later.plus);
  return zone === undefined ? undefined : zone === moment.zone ? moment : { ...moment, zone };
}

/** Whether the instant has been reached by the other one. */
export function reachedBy(moment: Moment, instant: Instant, by: Instant, timing: Timing): Branches<boolean> {
  timing.compared?.(originOf(moment, instant), originOf(moment, by), 0);
  const yes = within(moment, instant, by, 0);
  const no = within(moment, by, instant, -timing.grain);
  if (yes === undefined) return no === undefined ? [] : [{ moment: no, is: false }];
  return no === undefined
    ? [{ moment: yes, is: true }]
    : [
        { moment: yes, is: true },
        { moment: no, is: false },
      ];
}

/** One more instant, between so much and so much after another. */
export function withInstant(
  moment: Moment,
  from: Instant,
  least: number,
  greatest: number,
  origin: Origin,
): Branch<Instant> {
  const is: Instant = { clock: moment.zone.size, plus: 0 };
  return {
    moment: {
      ...moment,
      zone: withAnother(moment.zone, from.clock, from.plus + least, from.plus + greatest),
      origins: [...moment.origins, origin],
    },
    is,
  };
}

/** The instant that comes after another by durations that may be anything; the same each time it is asked for. */
export function someTimeAfter(moment: Moment, from: Instant, by: string, direction: 1 | -1): Branch<Instant> {
  const known = moment.derived.find(
    (one) => one.by === by && one.from.clock === from.clock && one.from.plus === from.plus,
  );
  if (known !== undefined) return { moment, is: known.is };
  const [least, greatest] = direction === 1 ? [0, Infinity] : [-Infinity, 0];
  const made = withInstant(moment, from, least, greatest, originOf(moment, from));
  return {
    moment: { ...made.moment, derived: [...moment.derived, { from, by, is: made.is }] },
    is: made.is,
  };
}

const floorDays = (duration: number): number => Math.floor(duration / millisecondsADay);

/** The midnight to which the instant is bound most narrowly, and the days between them. */
function nearestMidnight({ zone, midnights }: Moment, { clock, plus }: Instant) {
  let nearest: { readonly midnight: Instant; readonly first: number; readonly last: number } | undefined;
  for (const midnight of midnights) {
    const shift = plus - midnight.plus;
    const first = floorDays(shift - mostBetween(zone, midnight.clock, clock));
    const last = floorDays(shift + mostBetween(zone, clock, midnight.clock));
    if (first === -Infinity) continue;
    if (nearest === undefined || last - first < nearest.last - nearest.first)
      nearest = { midnight, first, last };
  }
  return nearest;
}

/** The start of the Seoul day in which the instant lies. */
export function startOfDay(moment: Moment, instant: Instant, timing: Timing): Branches<Instant> {
  if (timing.durations === "any") return [someTimeAfter(moment, instant, "start of day", -1)];
  const dayLeft = millisecondsADay - timing.grain;
  const nearest = nearestMidnight(moment, instant);
  if (
    nearest === undefined ||
    (timing.pastThat === "any" && nearest.last - nearest.first >= timing.daysMost)
  ) {
    const from = originOf(moment, instant);
    timing.compared?.(theMidnight, from, 0);
    timing.compared?.(from, theMidnight, dayLeft);
    const origin = { ...from, least: from.least - dayLeft };
    const made = withInstant(moment, instant, -dayLeft, 0, origin);
    return [{ moment: { ...made.moment, midnights: [...moment.midnights, made.is] }, is: made.is }];
  }
  const branches: Branch<Instant>[] = [];
  const last = Math.min(nearest.last, nearest.first + timing.daysMost);
  for (let day = nearest.first; day <= last; day += 1) {
    const start = after(nearest.midnight, day * millisecondsADay);
    timing.compared?.(originOf(moment, start), originOf(moment, instant), 0);
    const begun = within(moment, start, instant, 0);
    const part = begun === undefined ? undefined : within(begun, instant, start, dayLeft);
    if (part !== undefined) branches.push({ moment: part, is: start });
  }
  return branches;
}
