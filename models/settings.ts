/**
 * Single constants of the policy set otherwise, as people write them: "7d" for a duration, "1" for a count, a word for a choice.
 * Any value that a constant can hold is let through, sensible or not: whether the promises survive it is what the prover is asked.
 * The command line, story files and the pages that let a reader change a number all take their values from here.
 */
import {
  constants,
  millisecondsADay,
  presets,
  vocabularies,
  type Constant,
  type Policy,
  type PolicyName,
} from "./policy.ts";

export type Setting = number | string;
export type Settings = Readonly<Record<string, Setting>>;

const countMost = 1_000_000_000;
const durationMostMs = 3_650 * millisecondsADay;

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: millisecondsADay,
};

/** A duration as people write it, "15s" or "28d", in milliseconds; undefined when it is none. */
export const durationMs = (text: string): number | undefined => {
  const [, digits, unit] = /^(\d{1,12}) ?(ms|s|m|h|d)$/.exec(text.trim()) ?? [];
  return digits === undefined || unit === undefined ? undefined : Number(digits) * (unitsMs[unit] ?? 0);
};

const known: Readonly<Record<PolicyName, Constant>> = constants;

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(constants, name);

/** The words that a choice can be; none for other constants. */
export const wordsFor = (name: PolicyName): readonly string[] => {
  const { vocabulary } = known[name];
  return vocabulary === undefined ? [] : vocabularies[vocabulary];
};

const isWhole = (value: Setting, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

/** Whether a constant can have this value. */
export const canHold = (name: PolicyName, value: Setting): boolean => {
  switch (known[name].kind) {
    case "duration":
      return isWhole(value, durationMostMs);
    case "count":
      return isWhole(value, countMost);
    case "choice":
      return wordsFor(name).some((word) => word === value);
  }
};

const valueIn = (name: PolicyName, text: string): Setting | undefined => {
  switch (known[name].kind) {
    case "duration":
      return durationMs(text);
    case "count":
      return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
    case "choice":
      return text;
  }
};

/** The value of a constant as people write it; undefined when it can have no such value. */
export const readSetting = (name: PolicyName, text: string): Setting | undefined => {
  const value = valueIn(name, text.trim());
  return value !== undefined && canHold(name, value) ? value : undefined;
};

/** A value as people write it, a duration in the largest unit that it is a whole number of: "28d", "90s". */
export const writeSetting = (name: PolicyName, value: Setting): string => {
  if (known[name].kind !== "duration" || typeof value === "string") return String(value);
  const [unit, ms] = Object.entries(unitsMs)
    .toReversed()
    .find(([, size]) => value > 0 && value % size === 0) ?? ["s", 1_000];
  return `${String(value / ms)}${unit}`;
};

/** The first of these names that is no constant of the policy, or has a value that it cannot have; nothing if all can be set. */
export const unsettableIn = (set: Settings): string | undefined =>
  Object.entries(set).find(([name, value]) => !isPolicyName(name) || !canHold(name, value))?.[0];

/** A policy with these constants set otherwise. */
export const setOver = (base: Policy, set: Settings): Policy => ({
  ...base,
  constants: { ...base.constants, ...set },
});

/** The policy from which one of this name was changed, if there is one. */
export const presetNamed = (name: string): Policy | undefined =>
  Object.values(presets).find(({ preset }) => preset === name);

/** What a policy sets otherwise than its preset. */
export const setIn = ({ preset, constants: values }: Policy): Settings => {
  const base = presetNamed(preset)?.constants ?? {};
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => base[name] !== value));
};

/** Whether the policy is one of the law's own, with nothing set otherwise. */
export const isLawsOwn = (policy: Policy): boolean => Object.keys(setIn(policy)).length === 0;
