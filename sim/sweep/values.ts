// The values of one constant in a sweep, as they are typed: a range with a step (7d..35d:7d), a list (7d,14d,28d), or one value.
// What cannot be read as a range is refused with a sentence; whether the constant can hold a value is asked of the policy later.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { durationMs, isPolicyName, writeSetting } from "../../models/settings.ts";

/** So many runs are a sweep; more are a mistake. */
export const runsMost = 200;

const unusable = (name: string, text: string, why: string): Effect.Effect<never, Stop> =>
  Effect.fail(
    new Stop({
      code: exitCodes.usage,
      reason: "range-unusable",
      sentence: `--set ${name}=${text} is no range: ${why}.`,
      advice:
        "Write from..to:step, as in retention=7d..35d:7d or officersRequired=2..4:1, or a list as in 7d,14d,28d.",
    }),
  );

interface Bound {
  readonly value: number;
  readonly isDuration: boolean;
}

const boundOf = (text: string): Bound | undefined => {
  if (/^\d{1,10}$/.test(text)) return { value: Number(text), isDuration: false };
  const value = durationMs(text);
  return value === undefined ? undefined : { value, isDuration: true };
};

const rangeOf = (name: string, text: string): Effect.Effect<readonly string[], Stop> => {
  const [, ...ends] = /^(.+)\.\.(.+):(.+)$/.exec(text) ?? [];
  const [from, to, step] = ends.map(boundOf);
  if (from === undefined || to === undefined || step === undefined)
    return unusable(name, text, "it needs a number or a duration on each side and a step");
  if (from.isDuration !== to.isDuration || from.isDuration !== step.isDuration)
    return unusable(name, text, "numbers and durations do not go together");
  if (step.value === 0 || from.value > to.value)
    return unusable(name, text, "no step leads from its beginning to its end");
  const many = Math.floor((to.value - from.value) / step.value) + 1;
  if (many > runsMost)
    return unusable(name, text, `it has ${String(many)} values, and ${String(runsMost)} are the most`);
  return Effect.succeed(
    Array.from({ length: many }, (_, place) => {
      const value = from.value + place * step.value;
      return from.isDuration && isPolicyName(name) ? writeSetting(name, value) : String(value);
    }),
  );
};

export const valuesOf = (name: string, text: string): Effect.Effect<readonly string[], Stop> => {
  if (text.includes("..")) return rangeOf(name, text);
  const list = text.split(",").map((value) => value.trim());
  return list.includes("")
    ? unusable(name, text, "a value of its list is empty")
    : Effect.succeed([...new Set(list)]);
};
