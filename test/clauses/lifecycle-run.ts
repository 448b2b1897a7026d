/**
 * Runs a lifecycle's story on XState: settle what is due, then send, step by step.
 * drivers.ts uses it for stories whose subject is a machine.
 */
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, openInstance, valuesOf, type Answer } from "./instance.ts";
import { lifecycleIn, modelsLaw, type ReadLaw } from "./readlaw.ts";
import type { Story } from "./story.ts";

const onlyLooked: Answer = { told: [], refused: null, unheard: false, changed: false };

export function runLifecycle(story: Story, policy: Policy, law: ReadLaw = modelsLaw): readonly Observation[] {
  const opening = Math.min(...story.steps.map((step) => millisecondsOf(step.at)));
  const instance = openInstance(lifecycleIn(law, story.subject), policy, story.start, opening);
  return story.steps.map((step) => {
    const meanwhile = instance.settle(millisecondsOf(step.at));
    const answer =
      step.send === undefined ? onlyLooked : instance.send({ ...valuesOf(step.with), type: step.send });
    return {
      ...answer,
      meanwhile,
      states: { [story.subject]: instance.state() },
      fields: instance.fields(),
      sends: [],
    };
  });
}
