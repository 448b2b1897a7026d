/**
 * All test cases that the models give: of every lifecycle, of every rule of every party, and of the lives that lead through rules.
 * Cases of lifecycles come under the preset that can take them; rules come under every preset that gives them another law.
 */
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Rule } from "../../../models/language/rule.ts";
import { machineOf, machines } from "../../../models/machines.ts";
import { constants, presetNames, presets, type PresetName } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import type { Case } from "../case.ts";
import { lifecycleCases, type Infeasible } from "./lifecyclecases.ts";
import { lifeOfAPerson, livedCases } from "./livedcases.ts";
import { ruleCases } from "./rulecases.ts";

export interface Suite {
  readonly cases: readonly Case[];
  readonly infeasible: readonly Infeasible[];
}

const lawOf = (rule: Rule, preset: PresetName): string => {
  const asked = Object.values(rule.instances).map(({ machine }): Lifecycle | undefined => machineOf(machine));
  const text = JSON.stringify([rule, asked]);
  const named = Object.keys(constants).filter((name) => text.includes(`"policy","name":"${name}"`));
  return JSON.stringify(named.map((name) => presets[preset].constants[name]));
};

/** The presets that give the rule a law of its own, the founding one first. */
export const presetsOf = (rule: Rule): readonly PresetName[] =>
  presetNames.filter(
    (preset, place) =>
      !presetNames.slice(0, place).some((other) => lawOf(rule, other) === lawOf(rule, preset)),
  );

export function suite(): Suite {
  const lifecycles = machines.map((machine) => lifecycleCases(machine));
  const asked = rules.flatMap((rule) => presetsOf(rule).map((preset) => ruleCases(rule, preset)));
  return {
    cases: [
      ...[...lifecycles, ...asked].flatMap(({ cases }) => cases),
      ...presetNames.flatMap((preset) => livedCases(lifeOfAPerson, preset)),
    ],
    infeasible: lifecycles.flatMap(({ infeasible }) => infeasible),
  };
}
