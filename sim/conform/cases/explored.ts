/**
 * All that is known of one lifecycle under all presets together: what the search over instants found, and for pairs that it did not
 * find, what the zones say: either a way through them, made concrete, or that there is none at any instant.
 * A preset that gives the machine no other law is not searched a second time. Generators of cases read it, and look for nothing.
 */
import { interpret } from "../../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle, type PlacedTransition } from "../../../models/language/lifecycle.ts";
import { constants, presetNames, presets, type PresetName } from "../../../models/policy.ts";
import type { Step } from "../case.ts";
import { stepsFor } from "../zones/instants.ts";
import { bringsNoInstants, searchZones } from "../zones/symbolic.ts";
import { explore, pairOf, type Explored, type Met } from "./search.ts";

export interface Known extends Explored {
  /** Pairs that cannot happen at any instant, as the zones show. */
  readonly impossible: ReadonlySet<string>;
}

/** All transitions that can follow one another where time and guards are left out. */
export const pairsOf = (machine: Lifecycle): readonly (readonly [PlacedTransition, PlacedTransition])[] => {
  const placed = transitionsOf(machine);
  return placed.flatMap((first) =>
    placed
      .filter(({ source }) => source === first.target)
      .map((second): readonly [PlacedTransition, PlacedTransition] => [first, second]),
  );
};

/** The law of the machine under a preset: the values of all constants that its expressions name. */
const lawUnder = (machine: Lifecycle, preset: PresetName): string => {
  const text = JSON.stringify(machine.states);
  const named = Object.keys(constants).filter((name) => text.includes(`"policy","name":"${name}"`));
  return JSON.stringify(named.map((name) => presets[preset].constants[name]));
};

/** Where the last step of the way finds a deadline that has not fired a millisecond before. */
const metBy = (machine: Lifecycle, preset: PresetName, steps: readonly Step[]): Met | undefined => {
  const last = steps.at(-1);
  const before = steps.slice(0, -1);
  const now = before.at(-1)?.now ?? 0;
  if (last === undefined || last.event !== undefined || last.now - 1 < now) return undefined;
  let instance = { state: machine.initial, fields: machine.context };
  for (const step of before)
    instance = interpret(machine, presets[preset], { ...instance }, step.event, step.now).instance;
  return { place: { instance, now, last: "", steps: before }, at: last.now };
};

const completed = (machine: Lifecycle, preset: PresetName): Known => {
  const found = explore(machine, preset);
  const missing = pairsOf(machine).filter(([first, second]) => !found.pairs.has(pairOf(first.id, second.id)));
  if (missing.length === 0 || !bringsNoInstants(machine)) return { ...found, impossible: new Set() };
  const zones = searchZones(machine, preset);
  const pairs = new Map(found.pairs);
  const transitions = new Map(found.transitions);
  const deadlines = new Map(found.deadlines);
  const impossible = new Set<string>();
  for (const [first, second] of missing) {
    const pair = pairOf(first.id, second.id);
    const ways = zones.pairs.get(pair);
    if (ways === undefined && zones.whole) impossible.add(pair);
    for (const way of ways ?? []) {
      const steps = stepsFor(machine, preset, way);
      if (steps === undefined) continue;
      pairs.set(pair, steps);
      if (!transitions.has(second.id)) transitions.set(second.id, steps);
      const met = metBy(machine, preset, steps);
      if (met !== undefined && !deadlines.has(second.id)) deadlines.set(second.id, met);
      break;
    }
  }
  return { ...found, transitions, pairs, deadlines, impossible };
};

const known = new WeakMap<Lifecycle, readonly Known[]>();

/** One exploration for each law that the presets give the machine, the founding one first. */
export function exploredOf(machine: Lifecycle): readonly Known[] {
  const before = known.get(machine);
  if (before !== undefined) return before;
  const laws = new Map<string, PresetName>();
  for (const preset of presetNames) {
    const law = lawUnder(machine, preset);
    if (!laws.has(law)) laws.set(law, preset);
  }
  const explored = [...laws.values()].map((preset) => completed(machine, preset));
  known.set(machine, explored);
  return explored;
}

/** The first exploration in which something is found, with what it is. */
export function firstIn<Kind>(
  explored: readonly Known[],
  look: (one: Known) => Kind | undefined,
): { readonly preset: PresetName; readonly found: Kind } | undefined {
  for (const one of explored) {
    const kind = look(one);
    if (kind !== undefined) return { preset: one.preset, found: kind };
  }
  return undefined;
}
