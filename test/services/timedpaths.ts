/**
 * The paths of `@xstate/test` made timed: for each the instants and payloads with which the law takes exactly its transitions.
 * A path through transitions that are closed to it (three codes are needed, it sends one) has none; the story of its last
 * transition, which takes the detour, stands in for it. What has neither is listed by the tests with its reason.
 */
import { interpret, type Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presetNames, presets, type PresetName } from "../../models/policy.ts";
import { sendingsOf } from "../equal/cases.ts";
import { pathsOf, type Path } from "../equal/paths.ts";
import { beginning, storiesOf, type StoryStep } from "../equal/stories.ts";

/** Steps to walk with a service, from the beginning. */
export interface Tale {
  readonly says: string;
  readonly preset: PresetName;
  readonly steps: readonly StoryStep[];
}

interface Place {
  readonly instance: Instance;
  readonly now: number;
  readonly steps: readonly StoryStep[];
  /** How many transitions of the path are taken. */
  readonly taken: number;
}

/** What may be sent when, where a party finds out more than the machine asks. */
type Admits = (step: StoryStep) => boolean;

const triesMost = 40_000;

const waits = ({ instance: { fields }, now }: Place): readonly number[] => {
  const known = Object.values(fields).filter((value) => typeof value === "number" && value > now);
  return [now, ...known.map(Number).flatMap((instant) => [instant, instant - 1])];
};

/** A search in depth, because nearly every first choice will do. */
function stepsOf(machine: Lifecycle, { steps: path }: Path, preset: PresetName, admits: Admits) {
  const wanted = path.map(({ id }) => id);
  let tries = 0;
  const from = (place: Place): readonly StoryStep[] | undefined => {
    const next = path[place.taken];
    if (next === undefined) return place.steps;
    const type = next.trigger.name;
    for (const now of waits(place)) {
      const events =
        next.trigger.kind === "deadline"
          ? [undefined]
          : sendingsOf(machine.meta.events[type]?.fields ?? {}, type, now);
      for (const event of events) {
        if (!admits({ now, event })) continue;
        tries += 1;
        if (tries > triesMost) return undefined;
        const { instance, taken } = interpret(machine, presets[preset], place.instance, event, now);
        const ids = taken.map(({ transition }) => transition);
        const isOurs = ids.length > 0 && ids.every((id, index) => id === wanted[place.taken + index]);
        const steps = [...place.steps, { now, event }];
        const found = isOurs ? from({ instance, now, steps, taken: place.taken + ids.length }) : undefined;
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const instance = { state: machine.initial, fields: machine.context };
  return from({ instance, now: beginning, steps: [], taken: 0 });
}

const timed = (machine: Lifecycle, path: Path, admits: Admits): Tale | undefined => {
  const says = path.steps.map(({ id }) => id).join(", ");
  for (const preset of presetNames) {
    const steps = stepsOf(machine, path, preset, admits);
    if (steps !== undefined) return { says, preset, steps };
  }
  return undefined;
};

export interface Tales {
  readonly tales: readonly Tale[];
  readonly paths: number;
  /** How many paths can be walked as they are. */
  readonly timedPaths: number;
}

/** Every path that can be walked as it is, and the story of every transition; each set of steps once. */
export function talesOf(machine: Lifecycle, admits: Admits = () => true): Tales {
  const paths = pathsOf(machine);
  const ofPaths = paths.flatMap((path) => timed(machine, path, admits) ?? []);
  const ofTransitions = storiesOf(machine)
    .stories.filter(({ steps }) => steps.every(admits))
    .map(({ transition, preset, steps }): Tale => ({ says: `until ${transition}`, preset, steps }));
  const once = new Map(
    [...ofTransitions, ...ofPaths].map((tale) => [JSON.stringify([tale.preset, tale.steps]), tale]),
  );
  return { tales: [...once.values()], paths: paths.length, timedPaths: ofPaths.length };
}
