/**
 * The way to where a case of the authority stands when one of its rules is asked: the shortest that the models know to that state,
 * with its officers and its instants moved so that it ends exactly there. The harness walks it over HTTP.
 * It answers nothing where no way ends there: a standing put together by hand is often one that no life leads to.
 */
import { disclosure } from "../../../models/disclosure.ts";
import type { Value } from "../../../models/language/expression.ts";
import { interpret, type Happening, type Instance } from "../../../models/language/interpret.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import type { Step } from "../case.ts";
import { exploredOf } from "../cases/explored.ts";

/** Longer than every count of the law; instants of this century are more. */
const instantsFrom = 1e11;

const swapped: Readonly<Record<string, string>> = { first: "second", second: "first" };

const movedValue = (value: Value, byMs: number, swaps: boolean): Value => {
  if (typeof value === "number" && value > instantsFrom) return value + byMs;
  return typeof value === "string" && swaps ? (swapped[value] ?? value) : value;
};

const movedEvent = ({ type, given }: Happening, byMs: number, swaps: boolean): Happening => ({
  type,
  given: Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, movedValue(value, byMs, swaps)]),
  ),
});

const inOrder = ({ state, fields }: Instance): string =>
  JSON.stringify([state, Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))]);

/** The steps that end where the case stands, all of them over by this instant. */
export const pathTo = (standing: Instance, atMs: number, preset: PresetName): readonly Step[] | undefined => {
  if (standing.state === disclosure.initial) return [];
  const policy = presets[preset];
  for (const { states } of exploredOf(disclosure)) {
    const place = states.get(standing.state);
    if (place === undefined) continue;
    const [wanted, found] = [standing, place.instance].map(({ fields }) =>
      Object.keys(disclosure.meta.fields).flatMap((name) => {
        const value = fields[name];
        return typeof value === "number" ? [value] : [];
      }),
    );
    // Where no deadline runs the way ends now.
    const byMs = (wanted?.[0] ?? atMs) - (found?.[0] ?? place.now);
    for (const swaps of [false, true]) {
      const steps = place.steps.map(({ now, event }): Step =>
        event === undefined
          ? { now: now + byMs }
          : { now: now + byMs, event: movedEvent(event, byMs, swaps) },
      );
      let instance: Instance = { state: disclosure.initial, fields: disclosure.context };
      for (const { now, event } of steps)
        instance = interpret(disclosure, policy, instance, event, now).instance;
      const endsMs = steps.at(-1)?.now ?? atMs;
      if (atMs >= endsMs && inOrder(instance) === inOrder(standing)) return steps;
    }
  }
  return undefined;
};
