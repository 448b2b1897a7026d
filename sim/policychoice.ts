// The policy that a scenario chooses: a preset, with single constants set to other values for a comparison run.
// Names and values are checked against the law's own constants; a mistake is answered by its path, like any other of a scenario.
import { Result } from "effect";
import { constants, presets, vocabularies, type Constant, type Policy } from "../models/policy.ts";
import { ScenarioInvalid, type Mistake, type Scenario } from "./scenario.ts";
import { durationMs } from "./world/format/span.ts";

const wordsOf = ({ vocabulary }: Constant): readonly string[] =>
  vocabulary === undefined ? [] : vocabularies[vocabulary];

const expectedOf = (constant: Constant): string => {
  switch (constant.kind) {
    case "duration":
      return 'a duration such as "15s" or "28d"';
    case "count":
      return "a whole number of 0 or more";
    case "choice":
      return `one of ${wordsOf(constant).join(", ")}`;
  }
};

/** The value as the law keeps it, or undefined when it does not fit the constant. */
const valueOf = (constant: Constant, given: number | string): number | string | undefined => {
  if (constant.kind === "choice")
    return typeof given === "string" && wordsOf(constant).includes(given) ? given : undefined;
  const value = constant.kind === "duration" && typeof given === "string" ? durationMs(given) : given;
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};

/** The policy of a scenario, or every mistake in its choice. */
export const policyOf = ({ policy }: Scenario): Result.Result<Policy, ScenarioInvalid> => {
  const known = new Map<string, Constant>(Object.entries(constants));
  const mistakes: Mistake[] = [];
  const set: Record<string, number | string> = {};
  for (const [name, given] of Object.entries(policy.set)) {
    const path = `$.policy.set.${name}`;
    const constant = known.get(name);
    const value = constant === undefined ? undefined : valueOf(constant, given);
    if (value !== undefined) set[name] = value;
    else
      mistakes.push({
        path,
        found: constant === undefined ? "a name that is no constant of the policy" : JSON.stringify(given),
        expected: constant === undefined ? `one of ${[...known.keys()].join(", ")}` : expectedOf(constant),
      });
  }
  if (mistakes.length > 0) return Result.fail(new ScenarioInvalid({ mistakes }));
  const preset = presets[policy.preset];
  return Result.succeed({ ...preset, constants: { ...preset.constants, ...set } });
};
