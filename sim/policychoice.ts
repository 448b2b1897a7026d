// The policy that a scenario chooses: a preset, with single constants set to other values for a comparison run.
// Names and values are checked against the law's own constants; a mistake is answered by its path, like any other of a scenario.
import { Result } from "effect";
import {
  constants,
  millisecondsADay,
  presets,
  vocabularies,
  type Constant,
  type Policy,
} from "../models/policy.ts";
import { durationMs } from "../models/settings.ts";
import { ScenarioInvalid, type Mistake, type Scenario } from "./scenario.ts";

const wordsOf = ({ vocabulary }: Constant): readonly string[] =>
  vocabulary === undefined ? [] : vocabularies[vocabulary];

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly expected: string;
}

const daysMost = 3_650;
const anyCount: Bounds = {
  least: 0,
  most: 1_000_000_000,
  expected: "a whole number from 0 to 1,000,000,000",
};
const anyDuration: Bounds = {
  least: 0,
  most: daysMost * millisecondsADay,
  expected: `a duration such as "15s" or "28d", at most "${String(daysMost)}d"`,
};
const from = (least: number, most: number): Bounds => ({
  least,
  most,
  expected: `a whole number from ${String(least)} to ${String(most)}`,
});

/** What stores and secrets are made for: a record has its day, columns and bitmaps a width, a shared secret two holders. */
const boundsOf = (name: string, constant: Constant, officers: number): Bounds => {
  switch (name) {
    case "retention":
      return { ...anyDuration, least: millisecondsADay, expected: 'a duration from "1d" to "3650d"' };
    case "passLifetime":
      return { ...anyDuration, most: millisecondsADay, expected: 'a duration such as "15s", at most "1d"' };
    case "officersRequired":
      return {
        ...from(2, officers),
        expected: `a whole number from 2 to the scenario's ${String(officers)} officers`,
      };
    case "codeDigits":
      return from(4, 9);
    case "codeTries":
      return from(1, constants.codeTries.value);
    case "codeSends":
      return from(1, constants.codeSends.value);
    case "epochPasses":
      return from(1, constants.epochPasses.value);
    case "noticeVersion":
      return from(1, 1_000_000);
    default:
      return constant.kind === "duration" ? anyDuration : anyCount;
  }
};

/** The value as the law keeps it, or undefined when it does not fit the constant. */
const valueOf = (constant: Constant, given: number | string, bounds: Bounds): number | string | undefined => {
  if (constant.kind === "choice")
    return typeof given === "string" && wordsOf(constant).includes(given) ? given : undefined;
  const value = constant.kind === "duration" && typeof given === "string" ? durationMs(given) : given;
  return typeof value === "number" &&
    Number.isSafeInteger(value) &&
    value >= bounds.least &&
    value <= bounds.most
    ? value
    : undefined;
};

/** The policy of a scenario, or every mistake in its choice. */
export const policyOf = ({ policy, investigation }: Scenario): Result.Result<Policy, ScenarioInvalid> => {
  const known = new Map<string, Constant>(Object.entries(constants));
  const mistakes: Mistake[] = [];
  const set: Record<string, number | string> = {};
  for (const [name, given] of Object.entries(policy.set)) {
    const path = `$.policy.set.${name}`;
    const constant = known.get(name);
    if (constant === undefined) {
      const expected = `one of ${[...known.keys()].join(", ")}`;
      mistakes.push({ path, found: "a name that is no constant of the policy", expected });
      continue;
    }
    const bounds = boundsOf(name, constant, investigation.officers);
    const value = valueOf(constant, given, bounds);
    if (value !== undefined) set[name] = value;
    else {
      const expected =
        constant.kind === "choice" ? `one of ${wordsOf(constant).join(", ")}` : bounds.expected;
      mistakes.push({ path, found: JSON.stringify(given), expected });
    }
  }
  if (mistakes.length > 0) return Result.fail(new ScenarioInvalid({ mistakes }));
  const preset = presets[policy.preset];
  return Result.succeed({ ...preset, constants: { ...preset.constants, ...set } });
};
