// A policy with single constants set otherwise, as people write it on the command line: `--set retention=7d --set officersRequired=1`.
// Any value that a constant can hold is let through, sensible or not: whether the promises survive it is what the prover is asked.
// Names, forms and words are checked here; a mistake is answered with what would be right.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import {
  constants,
  millisecondsADay,
  presets,
  vocabularies,
  type Constant,
  type Policy,
  type PresetName,
} from "../../models/policy.ts";
import { durationMs } from "../world/format/span.ts";

const known: ReadonlyMap<string, Constant> = new Map(Object.entries<Constant>(constants));
const countMost = 1_000_000_000;
const durationMostMs = 3_650 * millisecondsADay;

const invalid = (sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason: "set-invalid", sentence, advice });

interface Form {
  readonly expected: string;
  readonly read: (text: string) => number | string | undefined;
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,10}$/.test(text) && Number(text) <= countMost ? Number(text) : undefined;

const formOf = ({ kind, vocabulary }: Constant): Form => {
  switch (kind) {
    case "duration":
      return {
        expected: 'a duration such as "15s", "6h" or "28d", at most ten years',
        read: (text) => {
          const ms = durationMs(text);
          return ms !== undefined && ms <= durationMostMs ? ms : undefined;
        },
      };
    case "count":
      return { expected: "a whole number from 0 to 1,000,000,000", read: wholeNumber };
    case "choice": {
      const words: readonly string[] = vocabulary === undefined ? [] : vocabularies[vocabulary];
      return { expected: `one of ${words.join(", ")}`, read: (text) => words.find((word) => word === text) };
    }
  }
};

const isWhole = (value: number | string, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

const canHold = (constant: Constant, value: number | string): boolean => {
  switch (constant.kind) {
    case "duration":
      return isWhole(value, durationMostMs);
    case "count":
      return isWhole(value, countMost);
    case "choice":
      return formOf(constant).read(String(value)) === value;
  }
};

/** The first of these names that is no constant of the policy, or has a value that it cannot have; nothing if all can be set. */
export const unsettableIn = (set: Readonly<Record<string, number | string>>): string | undefined =>
  Object.entries(set).find(([name, value]) => {
    const constant = known.get(name);
    return constant === undefined || !canHold(constant, value);
  })?.[0];

/** The preset with these settings, each written `name=value`. */
export const policyWith = (preset: PresetName, settings: readonly string[]): Effect.Effect<Policy, Stop> =>
  Effect.gen(function* () {
    const set: Record<string, number | string> = {};
    for (const setting of settings) {
      const [, name = "", text = ""] = /^([^=]*)=?(.*)$/s.exec(setting.trim()) ?? [];
      const constant = known.get(name.trim());
      if (constant === undefined)
        return yield* invalid(
          `"${setting}" sets no constant of the policy.`,
          `Write name=value, with one of ${[...known.keys()].join(", ")}.`,
        );
      const { expected, read } = formOf(constant);
      if (!setting.includes("="))
        return yield* invalid(
          `The value of ${name.trim()} is missing.`,
          `Write ${name.trim()}=value. The value must be ${expected}.`,
        );
      const value = read(text.trim());
      if (value === undefined)
        return yield* invalid(`"${text.trim()}" is no value for ${name.trim()}.`, `It must be ${expected}.`);
      set[name.trim()] = value;
    }
    const { [preset]: base } = presets;
    return { ...base, constants: { ...base.constants, ...set } };
  });

/** What a policy sets otherwise than its preset. */
export const setIn = ({ preset, constants: values }: Policy): Readonly<Record<string, number | string>> => {
  const base = Object.values(presets).find((one) => one.preset === preset)?.constants ?? {};
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => base[name] !== value));
};

/** Whether the policy is one of the law's own, with nothing set otherwise. */
export const isLawsOwn = (policy: Policy): boolean => Object.keys(setIn(policy)).length === 0;
