/**
 * For each transition of a machine the shortest story in which it is taken: events and instants, from the beginning.
 * A breadth-first search with the plain reading, over waits around every instant that the instance knows (1 ms before, at,
 * 1 ms after), over waits that end just as much before one as the policy's durations are long, and over all that events can bring.
 * One clock tells all of a story; what only two clocks can do is not found.
 */
import type { Value } from "../../models/language/expression.ts";
import { interpret, type Instance } from "../../models/language/interpret.ts";
import { transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { constants, presetNames, presets, type Constant, type PresetName } from "../../models/policy.ts";
import { sendingsOf } from "./cases.ts";
import { day, midnight } from "./instants.ts";
import type { SentEvent } from "./outcome.ts";

export interface StoryStep {
  readonly now: number;
  /** Without one only deadlines fire. */
  readonly event: SentEvent | undefined;
}

export interface Story {
  readonly machine: string;
  /** The transition that its last step takes. */
  readonly transition: string;
  readonly preset: PresetName;
  /** The state in which it ends: a place to send from what is not allowed there. */
  readonly ends: string;
  readonly steps: readonly StoryStep[];
}

export interface Stories {
  readonly stories: readonly Story[];
  readonly unreached: readonly string[];
}

interface Node {
  readonly instance: Instance;
  readonly now: number;
  readonly steps: readonly StoryStep[];
}

const nodesMax = 20_000;
export const beginning = midnight + day / 2;

/** Two nodes are alike when state and counts are the same and their instants stand in the same order around now. */
const keyOf = ({ instance: { state, fields }, now }: Node): string => {
  const instants = Object.values(fields).filter((value) => typeof value === "number" && value > day);
  const ordered = [...new Set([...instants, now])].toSorted((one, other) => Number(one) - Number(other));
  const placeOf = (value: Value): string => {
    if (typeof value !== "number" || value <= day) return String(value);
    const near = Math.abs(value - now) <= 1 ? value - now : "";
    return `${String(ordered.indexOf(value) - ordered.indexOf(now))}/${String(near)}`;
  };
  return [state, ...Object.values(fields).map(placeOf)].join(" ");
};

/** The durations that the machine's own expressions name. */
const durationsOf = (machine: Lifecycle): readonly number[] => {
  const names = [...JSON.stringify(machine.states).matchAll(/"kind":"policy","name":"(\w+)"/g)].map(
    ([, name]) => name,
  );
  return Object.entries<Constant>(constants).flatMap(([name, { kind, value }]) =>
    kind === "duration" && typeof value === "number" && names.includes(name) ? [value] : [],
  );
};

const waits = ({ instance: { fields }, now }: Node, durations: readonly number[]): readonly number[] => {
  const known = Object.values(fields).filter((value) => typeof value === "number" && value > now);
  const instants = known.map(Number);
  const around = instants.flatMap((instant) => [instant - 1, instant, instant + 1]);
  // What is set then ends 1 ms before or after what is known now.
  const before = instants.flatMap((instant) =>
    durations.flatMap((duration) => [instant - duration - 1, instant - duration + 1]),
  );
  return [...new Set([now, ...[...around, ...before].filter((instant) => instant > now)])];
};

/** Searches under one policy for the wanted transitions, and takes them off the list as it finds them. */
function search(machine: Lifecycle, preset: PresetName, wanted: Set<string>): readonly Story[] {
  const found: Story[] = [];
  const first = { instance: { state: machine.initial, fields: machine.context }, now: beginning, steps: [] };
  const queue: Node[] = [first];
  const seen = new Set([keyOf(first)]);
  const durations = durationsOf(machine);
  for (const node of queue) {
    if (wanted.size === 0 || seen.size > nodesMax) break;
    for (const now of waits(node, durations)) {
      const events = Object.entries(machine.meta.events).flatMap(([type, { fields }]) =>
        sendingsOf(fields, type, now),
      );
      for (const event of [undefined, ...events]) {
        const { instance, taken } = interpret(machine, presets[preset], node.instance, event, now);
        const steps = [...node.steps, { now, event }];
        for (const { transition } of taken) {
          if (wanted.delete(transition))
            found.push({ machine: machine.id, transition, preset, ends: instance.state, steps });
        }
        const next = { instance, now, steps };
        const key = keyOf(next);
        if (!seen.has(key)) queue.push(next);
        seen.add(key);
      }
    }
  }
  return found;
}

/** A story for every transition that one clock can reach, under the founding policy where that is possible. */
export function storiesOf(machine: Lifecycle): Stories {
  const wanted = new Set(transitionsOf(machine).map(({ id }) => id));
  const stories = presetNames.flatMap((preset) => search(machine, preset, wanted));
  return { stories, unreached: [...wanted] };
}
