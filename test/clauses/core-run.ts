/**
 * Runs a lifecycle's story on the generated core through `step`: what is due first, then the event.
 * drivers.ts uses it for stories whose subject is a machine; test/mutants hands it a core with a mistake in it.
 */
import { policyNumbers } from "../../impl/generated/policy.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import { coreOf, step } from "../../impl/lifecycle/step.ts";
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { lifecycleIn, modelsLaw } from "./readlaw.ts";
import { observedLifecycle } from "./stepped-run.ts";
import type { Story } from "./story.ts";

/** What surrounds a core: how a policy becomes numbers, and how words go in and out. */
export interface CoreLaw {
  readonly policyNumbers: typeof policyNumbers;
  readonly step: typeof step;
}

export function runLifecycleOnCore(
  story: Story,
  policy: Policy,
  core: MachineCore | undefined = coreOf(story.subject),
  law: CoreLaw = { policyNumbers, step },
): readonly Observation[] {
  if (core === undefined) throw new Error(`there is no core of ${story.subject}`);
  const numbers = law.policyNumbers(policy);
  return observedLifecycle(story, lifecycleIn(modelsLaw, story.subject), (before, event, now) =>
    law.step(core, before, event, now, numbers),
  );
}
