/**
 * The longest time that can lie between two events of a slice: from the last time that the one happened to the first time after it that the other does.
 * An event is a move that was not refused, or a transition of a lifecycle, by its id; "person's instance, id" tells instances apart.
 * The bound is sure; where a story reaches it, it is exact. It says so where the one never follows the other, or may follow at any time.
 */
import type { Law } from "../../../models/language/compose.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";
import { explore, type Node } from "./explore.ts";
import { mostBetween } from "./matrix.ts";
import { within, type Moment } from "./moment.ts";
import type { TakenBy } from "./moving.ts";
import { areWithin, askingAge, joined, listener, noNeeds } from "./needs.ts";
import { placesOf } from "./place.ts";
import { levelsOf, timingOf, type Level } from "./precision.ts";
import { readingOf } from "./reading.ts";
import { beginning } from "./standing.ts";
import { played, storyOf, wayTo, type Story, type Way } from "./story.ts";
import { presentInstant, type Instant } from "./symbol.ts";

export interface Asked {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
  readonly from: string;
  readonly to: string;
  readonly limit?: number;
}

export interface Longest {
  /** Whether the second event ever follows the first. */
  readonly follows: boolean;
  /** In milliseconds; Infinity if there is no bound. */
  readonly longestMs: number;
  /** A story that takes exactly so long, if one was found. */
  readonly story?: Story;
  /** Zones that were not visited for lack of room; the bound is not sure if there are any. */
  readonly cut: number;
}

/** How far a bound is looked for, in turn; beyond the last there is none. */
const horizonsMs = [2, 64, 800].map((days) => days * millisecondsADay);
const limitUsual = 100_000;
/** How many ways are kept that take equally long. */
const waysMost = 24;
/** Zones of the first search, which is there to hear what is compared. */
const firstMost = 300;

/** All that can be named as an event of a slice. */
export function eventsOf(slice: Slice, law: Law): ReadonlySet<string> {
  const transitions = Object.entries(slice.instances).flatMap(([name, { machine: id }]) => {
    const machine = law.machines.find((one) => one.id === id);
    return machine === undefined
      ? []
      : transitionsOf(machine).flatMap((placed) => [placed.id, `${name} ${placed.id}`]);
  });
  return new Set([...slice.moves.map(({ id }) => id), ...transitions]);
}

const happened = (event: string, step: string, refused: string, taken: readonly TakenBy[]): boolean =>
  (step === event && refused === "") ||
  taken.some(([instance, transition]) => transition === event || `${instance} ${transition}` === event);

interface Bound {
  readonly longestMs: number;
  readonly follows: boolean;
  /** Ways that seem to take so long. */
  readonly ways: readonly Way[];
  readonly cut: number;
}

/** The bound at one level of precision, as far as the horizon. */
function bound(
  { slice, law, policy, from, to, limit = limitUsual }: Asked,
  level: Level,
  horizonMs: number,
): Bound {
  const size = placesOf(readingOf(slice, law, policy, timingOf({}, level.followsDays)), 1);
  let needs = noNeeds(size);
  for (let round = 0; ; round += 1) {
    const heard = listener(size);
    const timing = { ...timingOf({}, level.followsDays), compared: heard.compared };
    const reading = readingOf(slice, law, policy, timing);
    let longest: Bound = { longestMs: -Infinity, follows: false, ways: [], cut: 0 };
    const { cut } = explore({
      reading,
      begins: beginning(reading, [null, null]),
      needs: askingAge(needs, size - 1, horizonMs),
      listener: heard,
      limit: round === 0 ? firstMost : limit,
      joins: level.joins,
      watcher: {
        stepped: (node, step, { refused, taken, after }, next) => {
          const [midnight, since = null] = next.marks;
          if (since !== null && happened(to, step, refused, taken)) {
            const longestMs = mostBetween(after.moment.zone, 0, since.clock) - since.plus;
            const before = longestMs > longest.longestMs ? [] : longest.ways;
            if (longestMs >= longest.longestMs && before.length < waysMost)
              longest = {
                longestMs,
                follows: true,
                ways: [...before, wayTo(node, step, false)],
                cut: 0,
              };
          }
          const isBegun = happened(from, step, refused, taken);
          const isOver = happened(to, step, refused, taken);
          const kept: Instant | null = isBegun ? presentInstant : isOver ? null : since;
          return { ...next, marks: [midnight, kept] };
        },
        visited: () => round === 0 || longest.longestMs < Infinity,
      },
    });
    const needed = heard.needed();
    if (round > 0 && areWithin(needed, needs)) return { ...longest, cut };
    needs = joined(needed, needs);
  }
}

/** The place in the way at which the first event last happened. */
const begunAt = ({ nodes }: Way, from: string): number =>
  nodes.findLastIndex(({ step, taken, refused }: Node) => happened(from, step, refused, taken));

/** A story that takes exactly as long as the bound, by one of the ways that seem to. */
function reaching({ slice, law, policy, from, to }: Asked, { ways, longestMs }: Bound): Story | undefined {
  for (const way of ways) {
    const begun = begunAt(way, from);
    const story = storyOf(
      slice,
      law,
      policy,
      way,
      (_reading, { refused, taken, after }): readonly Moment[] => {
        const since = after.marks[begun];
        if (since === undefined || since === null || !happened(to, way.last.step, refused, taken)) return [];
        const part = within(after.moment, since, presentInstant, -longestMs);
        return part === undefined ? [] : [part];
      },
    );
    if (story !== undefined && played(slice, law, policy, story) !== undefined) return story;
  }
  return undefined;
}

/** The longest time from the one event to the other. */
export function longest(asked: Asked): Longest {
  let sofar: Longest = { follows: false, longestMs: 0, cut: 0 };
  for (const level of levelsOf({})) {
    for (const horizonMs of horizonsMs) {
      const found = bound(asked, level, horizonMs);
      const { follows, cut, longestMs } = found;
      if (!follows) return { follows, longestMs: 0, cut };
      sofar = { follows, longestMs: longestMs > horizonMs ? Infinity : longestMs, cut };
      if (longestMs > horizonMs) continue;
      const story = reaching(asked, found);
      if (story !== undefined) return { ...sofar, story };
      break;
    }
  }
  return sofar;
}
