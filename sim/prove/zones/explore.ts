/**
 * Visits every zone that a slice can reach, breadth first, and tells its listener of each zone and of each step.
 * A zone that lies within one that was met before is not visited again. Promises and longest times are found by listening.
 * It ends for lack of room at its limit, and says how many zones it has then left unvisited.
 */
import { timePasses } from "../../../models/language/slice.ts";
import { hull, includes, leap, type Matrix } from "./matrix.ts";
import { made, remembered, type Outcome, type TakenBy } from "./moving.ts";
import type { Listener, Needs } from "./needs.ts";
import { passed, restedAfter, waited, type Waiting } from "./passing.ts";
import { placer, standingOf, type Placed } from "./place.ts";
import type { Reading } from "./reading.ts";
import type { Standing } from "./standing.ts";
import { widened } from "./widening.ts";

/** One zone that was met, and how it was come by. */
export interface Node extends Placed {
  readonly standing: Standing;
  readonly time: Waiting["time"];
  readonly from: Node | undefined;
  /** The move by which it was come by, or that time passed; and what was taken in it. */
  readonly step: string;
  readonly taken: readonly TakenBy[];
}

export interface Watcher {
  /** A step from a zone; what it answers is where the search goes on, and nothing if it should not. */
  readonly stepped?: (from: Node, step: string, outcome: Outcome, next: Standing) => Standing | undefined;
  /** A zone that is visited; whether the search should go on at all. */
  readonly visited?: (node: Node, visited: number, waiting: number) => boolean;
}

export interface Explored {
  /** Zones that lie in no other, and how many of them differ in more than times. */
  readonly zones: number;
  readonly names: ReadonlySet<string>;
  readonly transitions: number;
  readonly perMove: ReadonlyMap<string, number>;
  /** Zones that were met and not visited. */
  readonly cut: number;
  /** Zones in which time stands still: it can pass no further, and no deadline fires and no sweep is due. */
  readonly stuck: readonly Node[];
}

interface Met extends Node {
  /** How many zones have been made one in it. */
  readonly joined: number;
  isCovered: boolean;
}

/** After so many zones made one, the next ones are made one in leaps. */
const joinedMost = 12;

const union = (one: Met, zone: Matrix): Matrix => {
  const both = hull(one.zone, zone);
  return one.joined < joinedMost ? both : leap(one.zone, both);
};

export interface Exploring {
  readonly reading: Reading;
  readonly begins: Standing;
  readonly needs: Needs;
  readonly listener: Listener;
  readonly watcher?: Watcher;
  readonly limit: number;
  /** Zones that differ only in times are made one, which holds more than they do. */
  readonly joins: boolean;
}

/** Whether time comes to an end in the zone: it is bound to an instant that it cannot pass. */
const ends = ({ zone, time }: Node): boolean =>
  time === "stands" || zone.most.subarray(1, zone.size).some((bound) => bound < Infinity);

/** Everything that can be reached. */
export function explore({ reading, begins, needs, listener, watcher, limit, joins }: Exploring): Explored {
  const { slice, timing } = reading;
  const placeOf = placer(reading, listener.assigned);
  const met = new Map<string, Met[]>();
  const queue: Met[] = [];
  const perMove = new Map<string, number>(slice.moves.map(({ id }) => [id, 0]));
  perMove.set(timePasses, 0);
  const stuck: Node[] = [];
  let transitions = 0;
  let visited = 0;

  const arrived = (
    from: Node | undefined,
    step: string,
    taken: readonly TakenBy[],
    standing: Standing,
  ): void => {
    const isSettled = step === timePasses;
    const placed = placeOf(standing);
    const { place } = placed;
    for (const { standing: waiting, time } of waited(reading, standingOf(placed), isSettled)) {
      const key = `${time} ${place.key}`;
      const narrow = widened(waiting.moment.zone, place.clocks, needs, timing.grain);
      const others = met.get(key) ?? [];
      if (others.some((other) => includes(other.zone, narrow.zone))) continue;
      const [only] = others;
      const { zone, old } =
        joins && only !== undefined
          ? widened(union(only, narrow.zone), place.clocks, needs, timing.grain)
          : narrow;
      const wide = { place, zone };
      const node: Met = {
        ...wide,
        standing: standingOf(wide, old),
        time,
        from,
        step,
        taken,
        joined: joins && only !== undefined ? only.joined + 1 : 0,
        isCovered: false,
      };
      for (const other of others) if (includes(zone, other.zone)) other.isCovered = true;
      met.set(key, [...others.filter((other) => !other.isCovered), node]);
      queue.push(node);
    }
  };

  const took = (from: Node, step: string, outcome: Outcome, next: Standing): void => {
    transitions += 1;
    perMove.set(step, (perMove.get(step) ?? 0) + 1);
    const onward = watcher?.stepped === undefined ? next : watcher.stepped(from, step, outcome, next);
    if (onward !== undefined) arrived(from, step, outcome.taken, onward);
  };

  arrived(undefined, "", [], begins);
  let at = 0;
  for (; at < queue.length && visited < limit; at += 1) {
    const node = queue[at];
    if (node === undefined || node.isCovered) continue;
    visited += 1;
    if (watcher?.visited?.(node, visited, queue.length - at) === false) break;
    let mayStick = ends(node);
    for (const move of slice.moves)
      for (const outcome of made(reading, node.standing, move)) {
        const next = remembered(reading, outcome, move);
        if (mayStick && reading.swept.length > 0 && placeOf(next).place.name !== node.place.name)
          mayStick = false;
        took(node, move.id, outcome, next);
      }
    const firings = passed(reading, node);
    for (const outcome of firings) took(node, timePasses, outcome, restedAfter(reading, outcome));
    if (mayStick && firings.length === 0) stuck.push(node);
  }
  const kept = [...met.values()].flat();
  return {
    zones: kept.length,
    names: new Set(kept.map(({ place: { name } }) => name)),
    transitions,
    perMove,
    cut: queue.slice(at).filter(({ isCovered }) => !isCovered).length,
    stuck,
  };
}
