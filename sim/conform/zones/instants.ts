/**
 * Makes a way through a lifecycle concrete: instants at which the plain reading takes exactly its transitions, from the beginning.
 * The bounds of all its steps are gathered, days are put on real starts of a day one after another, and then each step takes the
 * first instant that is left. A way that fits no calendar has none.
 */
import { interpret } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { millisecondsADay, presets, seoulOffset, type PresetName } from "../../../models/policy.ts";
import type { Step } from "../case.ts";
import { beginningMs } from "../cases/search.ts";
import { beginningOf, makeMoves, type Moved } from "./moves.ts";
import type { Standing } from "./splitting.ts";
import { sentTo, type Way } from "./symbolic.ts";
import { atMostAfter, boundOf, type Ref, type Zone } from "./zone.ts";

const daysTried = 3;
const start: Ref = { clock: 0, plus: 0 };

/** Milliseconds since the start of the day in which everything begins. */
const sinceMidnightMs = (beginningMs + seoulOffset) % millisecondsADay;

const movesOf = (way: Way): readonly Way["moved"][] => {
  const all: Way["moved"][] = [];
  for (let one: Way | undefined = way; one !== undefined; one = one.before) all.push(one.moved);
  return all.toReversed();
};

/** The part of the zone in which the instant is so long after the beginning. */
const fixed = (zone: Zone, ref: Ref, afterMs: number): Zone | undefined => {
  const notLater = atMostAfter(zone, ref, start, afterMs);
  return notLater === undefined ? undefined : atMostAfter(notLater, start, ref, -afterMs);
};

/** The first instant, after the beginning, that the bounds leave to it; and the last. */
const rangeOf = (zone: Zone, { clock, plus }: Ref): readonly [number, number] => [
  plus - boundOf(zone, start.clock, clock),
  plus + boundOf(zone, clock, start.clock),
];

/** Puts every day on the start of a real one. */
const onCalendar = (zone: Zone, days: readonly Ref[]): Zone | undefined => {
  const [day, ...left] = days;
  if (day === undefined) return zone;
  const [first, last] = rangeOf(zone, day);
  const nearest = Math.ceil((first + sinceMidnightMs) / millisecondsADay);
  for (let number = nearest; number < nearest + daysTried; number += 1) {
    const atMs = number * millisecondsADay - sinceMidnightMs;
    const put = atMs > last ? undefined : fixed(zone, day, atMs);
    const found = put === undefined ? undefined : onCalendar(put, left);
    if (found !== undefined) return found;
  }
  return undefined;
};

const instantsOf = (zone: Zone, nows: readonly Ref[]): readonly number[] => {
  let left = zone;
  return nows.map((now) => {
    const [first] = rangeOf(left, now);
    left = fixed(left, now, first) ?? left;
    return beginningMs + first;
  });
};

/** Steps for the way, checked against the plain reading; nothing where no calendar fits. */
export function stepsFor(machine: Lifecycle, preset: PresetName, way: Way): readonly Step[] | undefined {
  const moves = makeMoves(machine, presets[preset], sentTo(machine, preset));
  const wanted = movesOf(way);
  const begun = beginningOf(machine);
  const noon = fixed(begun.zone, begun.today, -sinceMidnightMs);
  if (noon === undefined) return undefined;

  const settledAt = (zone: Zone, stood: readonly Standing[]): readonly Step[] | undefined => {
    const calendar = onCalendar(
      zone,
      stood.map(({ today }) => today),
    );
    if (calendar === undefined) return undefined;
    const instants = instantsOf(
      calendar,
      stood.map(({ now }) => now),
    );
    const steps = wanted.map(({ event }, index): Step => {
      const now = instants[index] ?? beginningMs;
      return event === undefined ? { now } : { now, event };
    });
    return isTaken(machine, preset, steps, wanted) ? steps : undefined;
  };

  const from = (standing: Standing, stood: readonly Standing[]): readonly Step[] | undefined => {
    const next = wanted[stood.length];
    if (next === undefined) return settledAt(standing.zone, stood);
    const isNext = ({ transition, event }: Moved): boolean =>
      transition === next.transition && JSON.stringify(event) === JSON.stringify(next.event);
    for (const moved of moves(standing)) {
      const found = isNext(moved) ? from(moved.standing, [...stood, moved.standing]) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return from({ ...begun, zone: noon }, []);
}

/** Whether the plain reading takes exactly these transitions at these instants. */
function isTaken(
  machine: Lifecycle,
  preset: PresetName,
  steps: readonly Step[],
  wanted: readonly Way["moved"][],
): boolean {
  let instance = { state: machine.initial, fields: machine.context };
  const taken: string[] = [];
  for (const { now, event } of steps) {
    const answered = interpret(machine, presets[preset], instance, event, now);
    instance = { state: answered.instance.state, fields: answered.instance.fields };
    taken.push(...answered.taken.map(({ transition }) => transition));
  }
  return JSON.stringify(taken) === JSON.stringify(wanted.map(({ transition }) => transition));
}
