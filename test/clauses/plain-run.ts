/**
 * Runs stories by the plain reading of a law, which knows neither XState nor generated code.
 * drivers.ts uses it over the models' own law; test/mutants hands it thousands of laws with one mistake each.
 */
import { decide } from "../../models/language/decide.ts";
import { interpret } from "../../models/language/interpret.ts";
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { lifecycleIn, modelsLaw, ruleIn, type ReadLaw } from "./readlaw.ts";
import { observedLifecycle, observedRule } from "./stepped-run.ts";
import type { Story } from "./story.ts";

export function runLifecyclePlainly(
  story: Story,
  policy: Policy,
  law: ReadLaw = modelsLaw,
): readonly Observation[] {
  const machine = lifecycleIn(law, story.subject);
  return observedLifecycle(story, machine, (before, event, now) => {
    const { instance, taken, own } = interpret(machine, policy, before, event, now);
    return { snapshot: instance, taken, transition: own?.transition ?? "", refused: own?.refused ?? "" };
  });
}

export function runRulePlainly(
  id: string,
  story: Story,
  policy: Policy,
  law: ReadLaw = modelsLaw,
): readonly Observation[] {
  const rule = ruleIn(law, id);
  return observedRule(id, story, policy, law, (before, given, now) =>
    decide(rule, (machine) => lifecycleIn(law, machine), policy, before, given, now),
  );
}
