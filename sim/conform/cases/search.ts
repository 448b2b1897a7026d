/**
 * The search over instants from which all test cases of one lifecycle come: breadth first with the plain reading of the models,
 * from the beginning, over every instant worth waiting for and everything that events can bring.
 * It keeps the first, and so the shortest, way to every state, transition, pair of consecutive transitions and running deadline.
 * Of places that are alike (standingkey.ts) it looks at one only, so what it does not find may yet be there: zones say.
 */
import {
  interpret,
  nextDeadline,
  type Happening,
  type Instance,
} from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import type { Step } from "../case.ts";
import { payloadsOf } from "./payloads.ts";
import { standingKey, type Standpoint } from "./standingkey.ts";
import { makeWaits } from "./waits.ts";

/** Wednesday 1 July 2020, noon in Seoul. */
export const beginningMs = Date.UTC(2020, 6, 1, 3);

export interface Place extends Standpoint {
  readonly steps: readonly Step[];
}

/** A deadline that is next to fire and has not fired yet, and its instant. */
export interface Met {
  readonly place: Place;
  readonly at: number;
}

export interface Explored {
  readonly preset: PresetName;
  readonly states: ReadonlyMap<string, Place>;
  readonly transitions: ReadonlyMap<string, readonly Step[]>;
  /** By both ids, with a blank in between. */
  readonly pairs: ReadonlyMap<string, readonly Step[]>;
  /** By the deadline's transition. */
  readonly deadlines: ReadonlyMap<string, Met>;
  /** By transition, the deadlines that were seen running right after it. */
  readonly running: ReadonlyMap<string, ReadonlySet<string>>;
  readonly placesSeen: number;
  /** Whether nothing was left to look at when it ended. */
  readonly whole: boolean;
}

export const pairOf = (first: string, second: string): string => `${first} ${second}`;

const placesMost = 60_000;

/** Both ends of consecutive transitions, the first of them after what was taken last. */
const pairsIn = (last: string, taken: readonly string[]): readonly (readonly [string, string])[] =>
  taken.map((id, index) => [index === 0 ? last : (taken[index - 1] ?? ""), id] as const);

export function explore(machine: Lifecycle, preset: PresetName): Explored {
  const policy = presets[preset];
  const waits = makeWaits(machine, policy);
  const first: Place = {
    instance: { state: machine.initial, fields: machine.context },
    now: beginningMs,
    last: "",
    steps: [],
  };
  const states = new Map([[machine.initial, first]]);
  const transitions = new Map<string, readonly Step[]>();
  const pairs = new Map<string, readonly Step[]>();
  const deadlines = new Map<string, Met>();
  const running = new Map<string, Set<string>>();
  const queue = [first];
  const seen = new Set([standingKey(first)]);

  const noted = <Kind>(map: Map<string, Kind>, key: string, value: () => Kind): void => {
    if (!map.has(key)) map.set(key, value());
  };
  const meetDeadline = (place: Place): void => {
    const { instance, now, last } = place;
    for (const name of Object.keys(machine.states[instance.state]?.after ?? {}))
      if (typeof instance.fields[name] === "number")
        running.set(last, (running.get(last) ?? new Set()).add(name));
    const at = nextDeadline(machine, instance)?.at;
    if (at === undefined || at - 1 < now) return;
    const [fired] = interpret(machine, policy, instance, undefined, at).taken;
    if (fired !== undefined) noted(deadlines, fired.transition, () => ({ place, at }));
  };

  /** Takes one step; answers where it leads. */
  const move = (place: Place, now: number, event: Happening | undefined): Instance => {
    const { instance, taken } = interpret(machine, policy, place.instance, event, now);
    const ids = taken.map(({ transition }) => transition);
    const step: Step = event === undefined ? { now } : { now, event };
    // Most steps lead to what is known already, so that their way is seldom written down.
    const way = (): readonly Step[] => [...place.steps, step];
    for (const id of ids) noted(transitions, id, way);
    for (const [one, other] of pairsIn(place.last, ids)) noted(pairs, pairOf(one, other), way);
    const reached = { instance, now, last: ids.at(-1) ?? place.last };
    const key = standingKey(reached);
    if (seen.has(key)) return instance;
    seen.add(key);
    const next: Place = { ...reached, steps: way() };
    noted(states, instance.state, () => next);
    queue.push(next);
    return instance;
  };

  for (const place of queue) {
    if (seen.size > placesMost) break;
    meetDeadline(place);
    for (const now of waits(place.instance, place.now)) {
      const settled = move(place, now, undefined);
      for (const type of Object.keys(machine.meta.events))
        for (const event of payloadsOf(machine, type, settled, now, policy)) move(place, now, event);
    }
  }
  return {
    preset,
    states,
    transitions,
    pairs,
    deadlines,
    running,
    placesSeen: seen.size,
    whole: seen.size <= placesMost,
  };
}
