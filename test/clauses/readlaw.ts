/**
 * The law that a driver reads: the machines and the rules, as the models have them unless another is handed over.
 * test/mutants hands over laws with one deliberate mistake; every other test reads the models' own.
 * It holds no numbers: the policy is an argument of its own.
 */
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machines } from "../../models/machines.ts";
import { rules } from "../../models/system.ts";

export interface ReadLaw {
  readonly machines: readonly Lifecycle[];
  readonly rules: readonly Rule[];
}

export const modelsLaw: ReadLaw = { machines, rules };

export const lifecycleIn = (law: ReadLaw, id: string): Lifecycle => {
  const machine = law.machines.find((candidate) => candidate.id === id);
  if (machine === undefined) throw new Error(`there is no machine called ${id}`);
  return machine;
};

export const ruleIn = (law: ReadLaw, id: string): Rule => {
  const rule = law.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`there is no rule called ${id}`);
  return rule;
};
