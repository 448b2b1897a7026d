/**
 * Searches a slice with the real constants: all instants at once, as zones, in whole milliseconds.
 * A promise that no zone breaks holds for these constants; with durations that may be anything it holds for all of them.
 * A promise that is broken comes with a story that was played; zones do not follow counters over sliding windows, nor more passes than the slice has.
 */
import type { Law } from "../../../models/language/compose.ts";
import { judgedOn } from "../../../models/language/judged.ts";
import { timePasses, type Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import type { PropertyId } from "../../../models/properties.ts";
import { breaking } from "./breaking.ts";
import { explore, type Explored, type Node } from "./explore.ts";
import { byMove, verdicts, type Verdict } from "./judging.ts";
import { areWithin, joined, listener, noNeeds } from "./needs.ts";
import { placesOf } from "./place.ts";
import { levelsOf, timingOf, type Level, type TimeRead } from "./precision.ts";
import { readingOf } from "./reading.ts";
import { beginning } from "./standing.ts";
import type { Story } from "./story.ts";

export interface ZoneSearch extends TimeRead {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
  /** The most zones that are visited. */
  readonly limit?: number;
  /** Whether zones are told apart as finely as can be, though the promises do not ask for it. */
  readonly exact?: boolean;
  readonly onProgress?: (visited: number, waiting: number) => void;
  readonly signal?: AbortSignal;
  /** Reads elapsed milliseconds; without it no seconds are told. */
  readonly stopwatch?: () => number;
}

export interface PromiseFound {
  /** Steps in which the premise can hold, and in which the conclusion can fail. */
  readonly met: number;
  readonly broken: number;
  /** The kinds of observation about which the promise has something to say in some zone. */
  readonly kinds: readonly string[];
  /** Of a broken promise, unless no way to break it can be played; then nothing is shown either way. */
  readonly story?: Story;
}

export interface ZonesFound {
  readonly zones: number;
  /** How many states there are apart from times, and their names. */
  readonly discrete: number;
  readonly names: ReadonlySet<string>;
  readonly transitions: number;
  readonly perMove: ReadonlyMap<string, number>;
  /** Zones in which time stands still; there should be none. */
  readonly stuck: number;
  readonly seconds: number;
  /** Zones that were not visited for lack of room while something was still open. */
  readonly cut: number;
  readonly promises: ReadonlyMap<PropertyId, PromiseFound>;
}

const limitUsual = 200_000;
/** Zones of the first search, which is there to hear what is compared. */
const firstMost = 300;
/** How often a story is looked for, for one promise. */
const attemptsMost = 60;
const progressEvery = 500;

interface Found {
  met: number;
  broken: number;
  readonly kinds: Set<string>;
  attempts: number;
  story?: Story;
}

type Promises = ReadonlyMap<PropertyId, Found>;

/** A search that listens to the promises, with the needs known so far. */
function searcher(search: ZoneSearch) {
  const { slice, law, policy, onProgress, signal } = search;
  const judged = byMove(judgedOn(slice));
  const size = placesOf(readingOf(slice, law, policy, timingOf(search, false)));
  let needs = noNeeds(size);

  const once = (level: Level, limit: number, told: Promises): [Explored, Promises, boolean] => {
    const heard = listener(size);
    const timing = { ...timingOf(search, level.followsDays), compared: heard.compared };
    const reading = readingOf(slice, law, policy, timing);
    const promises = new Map<PropertyId, Found>();
    const noted = (node: Node, step: string, isWaiting: boolean, all: readonly Verdict[]): void => {
      for (const { promise, kind, broken } of all) {
        const story = told.get(promise)?.story;
        const found = promises.get(promise) ?? {
          met: 0,
          broken: 0,
          kinds: new Set(),
          attempts: 0,
          ...(story === undefined ? {} : { story }),
        };
        promises.set(promise, found);
        found.met += 1;
        found.kinds.add(kind);
        if (broken.length === 0) continue;
        found.broken += 1;
        if (search.untimed === true || found.story !== undefined || found.attempts >= attemptsMost) continue;
        found.attempts += 1;
        const shown = breaking(search, { node, step, isWaiting }, promise, judged.get(step) ?? []);
        if (shown !== undefined) found.story = shown;
      }
    };
    const explored = explore({
      reading,
      begins: beginning(reading, [null]),
      needs,
      listener: heard,
      limit,
      joins: level.joins,
      watcher: {
        stepped: (from, step, { before, seen, refused }, next) => {
          if (refused === "") noted(from, step, false, verdicts(reading, judged, step, before, seen));
          return next;
        },
        visited: (node, visited, waiting) => {
          const { standing, time } = node;
          if (time === "passes")
            noted(
              node,
              timePasses,
              true,
              verdicts(reading, judged, timePasses, standing.instances, standing),
            );
          if (visited % progressEvery === 0) onProgress?.(visited, waiting);
          return signal?.aborted !== true;
        },
      },
    });
    const needed = heard.needed();
    const isSettled = areWithin(needed, needs);
    needs = isSettled ? needs : joined(needed, needs);
    return [explored, promises, isSettled];
  };

  return {
    first: (level: Level): void => {
      once(level, firstMost, new Map());
    },
    /** Searches again until nothing is compared that was not known to be. */
    whole: (level: Level, limit: number, told: Promises): readonly [Explored, Promises] => {
      for (;;) {
        const [explored, promises, isSettled] = once(level, limit, told);
        if (isSettled || signal?.aborted === true) return [explored, promises];
      }
    },
  };
}

const isOpen = ({ broken, story }: Found): boolean => broken > 0 && story === undefined;

/** Searches a slice, and holds the promises against all that it finds: coarsely first, and finer only where that leaves something open. */
export function searchZones(search: ZoneSearch): ZonesFound {
  const { limit = limitUsual, stopwatch = () => 0 } = search;
  const begun = stopwatch();
  const { first, whole } = searcher(search);
  const [coarsest, ...finer] = levelsOf(search);
  first(coarsest);
  let [explored, sofar] = whole(coarsest, limit, new Map());
  let { cut } = explored;
  for (const level of finer) {
    if (cut === 0 && ![...sofar.values()].some(isOpen)) break;
    const [again, promises] = whole(level, limit, sofar);
    explored = again;
    const wasCut = cut > 0;
    sofar = new Map(
      [...promises].map(([id, found]) => {
        const before = sofar.get(id);
        return [id, before === undefined || wasCut || isOpen(before) ? found : before];
      }),
    );
    cut = again.cut;
  }
  return {
    zones: explored.zones,
    discrete: explored.names.size,
    names: explored.names,
    transitions: explored.transitions,
    perMove: explored.perMove,
    stuck: explored.stuck.length,
    seconds: (stopwatch() - begun) / 1_000,
    cut,
    promises: new Map(
      [...sofar].map(([id, { met, broken, kinds, story }]) => [
        id,
        { met, broken, kinds: [...kinds], ...(story === undefined ? {} : { story }) },
      ]),
    ),
  };
}
