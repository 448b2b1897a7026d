/**
 * Random timed histories of one machine: waits that are drawn around its deadlines, and events with what they can bring.
 * An action is drawn without knowing where the instance stands, and is given its meaning when its turn comes, so that
 * fast-check can shrink a history by leaving actions out. `told` says a history in words and instants.
 */
import fc from "fast-check";
import type { Value } from "../../models/language/expression.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { presets, type PresetName } from "../../models/policy.ts";
import { sendingsOf } from "./cases.ts";
import { sidesOf, type Heard } from "./compare.ts";
import type { Law } from "./coreside.ts";
import { day, midnight } from "./instants.ts";
import { firstDifference, type Outcome, type SentEvent } from "./outcome.ts";
import { xstateSide } from "./xstateside.ts";

type Wait =
  | { readonly kind: "none" }
  /** Until an instant that the instance knows, in order; the present one where it knows none. */
  | { readonly kind: "instant"; readonly pick: number; readonly offset: number }
  | { readonly kind: "span"; readonly ms: number };

interface Action {
  readonly wait: Wait;
  /** Which event of those that are likely where the instance stands; 0 for none. */
  readonly event: number;
  readonly payload: number;
}

const offset = fc.constantFrom(0, -1, 1);
const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "none" } as const) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("instant" as const), pick: fc.nat(4), offset }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("span" as const), ms: fc.nat(200_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("span" as const), ms: fc.nat(60 * day) }) },
);

const histories: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.record({ wait, event: fc.nat(1_000), payload: fc.nat(10_000) }),
  { maxLength: 40, size: "max" },
);

const until = (chosen: Wait, now: number, fields: Readonly<Record<string, Value>>): number => {
  if (chosen.kind === "none") return now;
  if (chosen.kind === "span") return now + chosen.ms;
  const numbers = Object.values(fields).filter((value) => typeof value === "number");
  const instants = numbers.filter((value) => value > now).toSorted((one, other) => one - other);
  const instant = instants[chosen.pick % Math.max(1, instants.length)] ?? now;
  return Math.max(now, instant + chosen.offset);
};

/** An event that the state hears three times as likely as any other, so that histories get somewhere. */
const eventOf = (machine: Lifecycle, state: string, action: Action, now: number): SentEvent | undefined => {
  const every = Object.keys(machine.meta.events);
  const heard = Object.keys(machine.states[state]?.on ?? {});
  const likely = [undefined, ...every, ...heard, ...heard];
  const type = likely[action.event % likely.length];
  const form = type === undefined ? undefined : machine.meta.events[type];
  if (type === undefined || form === undefined) return undefined;
  const all = sendingsOf(form.fields, type, now);
  return all[action.payload % Math.max(1, all.length)];
};

interface Lived {
  readonly told: readonly string[];
  readonly states: readonly string[];
  readonly difference: string | undefined;
}

/** Lives a history on every side, each going on from its own outcome, until the first difference. */
function live(
  law: Law,
  machine: Lifecycle,
  preset: PresetName,
  start: number,
  actions: readonly Action[],
  heard: Heard | undefined,
): Lived {
  const initial: Outcome = { state: machine.initial, fields: machine.context, said: [], own: "" };
  const sides = sidesOf(law, machine, preset, heard).map((side) => ({ side, at: initial }));
  const actor = xstateSide(machine, presets[preset]).start(initial, start);
  const told: string[] = [];
  const states = [initial.state];
  let expected = initial;
  let now = start;
  for (const action of actions) {
    now = until(action.wait, now, expected.fields);
    const event = eventOf(machine, expected.state, action, now);
    expected = actor.step(event, now);
    states.push(expected.state);
    told.push(
      `${String(now)} (+${String(now - start)}): ${event === undefined ? "nothing" : `${event.type} ${JSON.stringify(event.given)}`} -> ${expected.state}`,
    );
    for (const one of sides) {
      one.at = one.side.take(one.at, event, now);
      const different = firstDifference(one.at, expected);
      if (different !== undefined) {
        const { what, one: ours, other } = different;
        return { told, states, difference: `${what}: ${one.side.name} says ${ours}, XState says ${other}` };
      }
    }
  }
  return { told, states, difference: undefined };
}

/** Whether every history of the machine is lived alike on every side; fails with the history in words. */
export const livedAlike = (
  law: Law,
  machine: Lifecycle,
  preset: PresetName,
  visit: (state: string) => void = () => undefined,
  living: () => Heard | undefined = () => undefined,
) =>
  fc.property(fc.nat(day), histories, (start, actions) => {
    const { told, states, difference } = live(law, machine, preset, midnight + start, actions, living());
    states.forEach(visit);
    if (difference !== undefined)
      throw new Error([`${machine.id} under ${preset}`, ...told, difference].join("\n"));
  });
