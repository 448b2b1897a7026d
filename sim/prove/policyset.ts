// A policy with single constants set otherwise, as they stand on the command line: `--set retention=7d --set officersRequired=1`.
// models/settings.ts knows what can be set; here a mistake is answered with what would be right.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { constants, presets, type Policy, type PolicyName, type PresetName } from "../../models/policy.ts";
import { isPolicyName, readSetting, setOver, wordsFor } from "../../models/settings.ts";

const invalid = (sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason: "set-invalid", sentence, advice });

const expected = (name: PolicyName): string => {
  switch (constants[name].kind) {
    case "duration":
      return 'a duration such as "15s", "6h" or "28d", at most ten years';
    case "count":
      return "a whole number from 0 to 1,000,000,000";
    case "choice":
      return `one of ${wordsFor(name).join(", ")}`;
  }
};

/** The preset with these settings, each written `name=value`. */
export const policyWith = (preset: PresetName, settings: readonly string[]): Effect.Effect<Policy, Stop> =>
  Effect.gen(function* () {
    const set: Record<string, number | string> = {};
    for (const setting of settings) {
      const [, written = "", text = ""] = /^([^=]*)=?(.*)$/s.exec(setting.trim()) ?? [];
      const name = written.trim();
      if (!isPolicyName(name))
        return yield* invalid(
          `"${setting}" sets no constant of the policy.`,
          `Write name=value, with one of ${Object.keys(constants).join(", ")}.`,
        );
      if (!setting.includes("="))
        return yield* invalid(
          `The value of ${name} is missing.`,
          `Write ${name}=value. The value must be ${expected(name)}.`,
        );
      const value = readSetting(name, text);
      if (value === undefined)
        return yield* invalid(`"${text.trim()}" is no value for ${name}.`, `It must be ${expected(name)}.`);
      set[name] = value;
    }
    return setOver(presets[preset], set);
  });
