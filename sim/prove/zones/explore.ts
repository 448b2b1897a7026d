/**
 * Visits every zone that a slice can reach, breadth first, and tells its listener of each zone and of each step.
 * A zone that lies within one that was met before is not visited again. Promises and longest times are found by listening.
 * It ends for lack of room at its limit, and says how many zones it has then left unvisited.
 */
import { transitionsOf } from "../../../models/language/lifecycle.ts";
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
  /** The move by which it was come by, or that time passed; what was taken in it, and the refusal, or nothing. */
  readonly step: string;
  readonly taken: readonly TakenBy[];
  readonly refused: string;
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
  /** Zones in which time stands still: it can pass no further, and neither there nor after any moves does a deadline fire. */
  readonly stuck: readonly Node[];
}

interface Met extends Node {
  /** How many zones have been made one in it. */
  readonly joined: number;
  /** A later one that holds all of it. */
  coveredBy: Met | undefined;
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
  /** Zones are visited in the order in which they were met though a later one holds all of them, so that ways are the shortest. */
  readonly inOrder?: boolean;
}

/** Whether time comes to an end in the zone: it is bound to an instant that it cannot pass. */
const ends = ({ zone, time }: Node): boolean =>
  time === "stands" || zone.most.subarray(1, zone.size).some((bound) => bound < Infinity);

/** What lets time go on where a sweep was waited for: the deadlines of swept instances, each as the instance and its transition. */
const deadlinesSwept = ({ swept, machineFor }: Reading): ReadonlySet<string> =>
  new Set(
    swept.flatMap(({ instance }) =>
      transitionsOf(machineFor(instance)).flatMap(({ id, trigger }) =>
        trigger.kind === "deadline" ? [`${instance} ${id}`] : [],
      ),
    ),
  );

/** Those of the zones, each with the zones that moves lead to from it, from which no moves lead to where time goes on. */
function standingStill(ended: ReadonlyMap<Met, ReadonlySet<Met>>): readonly Met[] {
  const still = new Set(ended.keys());
  const last = (node: Met): Met => (node.coveredBy === undefined ? node : last(node.coveredBy));
  for (let before = Infinity; before > still.size;) {
    before = still.size;
    for (const node of still)
      if ([...(ended.get(node) ?? [])].some((next) => !still.has(last(next)))) still.delete(node);
  }
  return [...still];
}

/** Everything that can be reached. */
export function explore(exploring: Exploring): Explored {
  const { reading, begins, needs, listener, watcher, limit, joins, inOrder = false } = exploring;
  const { slice, timing } = reading;
  const placeOf = placer(reading, listener.assigned);
  const met = new Map<string, Met[]>();
  const queue: Met[] = [];
  const perMove = new Map<string, number>(slice.moves.map(({ id }) => [id, 0]));
  perMove.set(timePasses, 0);
  const sweeps = deadlinesSwept(reading);
  const ended = new Map<Met, Set<Met>>();
  let transitions = 0;
  let visited = 0;

  const arrived = (
    from: Node | undefined,
    step: string,
    { taken, refused }: Pick<Outcome, "taken" | "refused">,
    standing: Standing,
  ): readonly Met[] => {
    const isSettled = step === timePasses;
    const placed = placeOf(standing);
    const { place } = placed;
    return waited(reading, standingOf(placed), isSettled).map(({ standing: waiting, time }) => {
      const key = `${time} ${place.key}`;
      const narrow = widened(waiting.moment.zone, place.clocks, needs, timing.grain);
      const others = met.get(key) ?? [];
      const covering = others.find((other) => includes(other.zone, narrow.zone));
      if (covering !== undefined) return covering;
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
        refused,
        joined: joins && only !== undefined ? only.joined + 1 : 0,
        coveredBy: undefined,
      };
      for (const other of others) if (includes(zone, other.zone)) other.coveredBy = node;
      met.set(key, [...others.filter(({ coveredBy }) => coveredBy === undefined), node]);
      queue.push(node);
      return node;
    });
  };

  const took = (from: Node, step: string, outcome: Outcome, next: Standing): readonly Met[] => {
    transitions += 1;
    perMove.set(step, (perMove.get(step) ?? 0) + 1);
    const onward = watcher?.stepped === undefined ? next : watcher.stepped(from, step, outcome, next);
    return onward === undefined ? [] : arrived(from, step, outcome, onward);
  };

  arrived(undefined, "", { taken: [], refused: "" }, begins);
  let at = 0;
  for (; at < queue.length && visited < limit; at += 1) {
    const node = queue[at];
    if (node === undefined || (node.coveredBy !== undefined && !inOrder)) continue;
    visited += 1;
    if (watcher?.visited?.(node, visited, queue.length - at) === false) break;
    let goesOn = !ends(node);
    const nexts = new Set<Met>();
    for (const move of slice.moves)
      for (const outcome of made(reading, node.standing, move)) {
        goesOn ||= outcome.taken.some(([instance, transition]) => sweeps.has(`${instance} ${transition}`));
        for (const next of took(node, move.id, outcome, remembered(reading, outcome, move))) nexts.add(next);
      }
    const firings = passed(reading, node);
    for (const outcome of firings) took(node, timePasses, outcome, restedAfter(reading, outcome));
    if (!goesOn && firings.length === 0) ended.set(node, nexts);
  }
  const kept = [...met.values()].flat();
  return {
    zones: kept.length,
    names: new Set(kept.map(({ place: { name } }) => name)),
    transitions,
    perMove,
    cut: queue.slice(at).filter(({ coveredBy }) => coveredBy === undefined).length,
    stuck: standingStill(ended).filter(({ coveredBy }) => coveredBy === undefined),
  };
}
