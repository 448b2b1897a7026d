/**
 * Runs a lifecycle's story on the generated core through `step`: what is due first, then the event.
 * drivers.ts uses it for stories whose subject is a machine.
 */
import { policyNumbers } from "../../impl/generated/policy.ts";
import { coreOf, step, type Snapshot, type Stepped } from "../../impl/lifecycle/step.ts";
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, valuesOf } from "./instance.ts";
import { beginningOf, lifecycleOf } from "./standing.ts";
import type { Story } from "./story.ts";

const toldIn = ({ taken }: Stepped): readonly string[] =>
  taken.flatMap(({ told }) => (told === "" ? [] : [told]));

const alike = (one: Snapshot, other: Snapshot): boolean =>
  one.state === other.state &&
  Object.entries(one.fields).every(([name, value]) => other.fields[name] === value);

export function runLifecycleOnCore(story: Story, policy: Policy): readonly Observation[] {
  const core = coreOf(story.subject);
  if (core === undefined) throw new Error(`there is no core of ${story.subject}`);
  const numbers = policyNumbers(policy);
  let standing: Snapshot = beginningOf(lifecycleOf(story.subject), story.start);
  return story.steps.map(({ at, send, with: brought }) => {
    const now = millisecondsOf(at);
    const settled = step(core, standing, undefined, now, numbers);
    const event = send === undefined ? undefined : { type: send, given: valuesOf(brought) };
    const answered = step(core, settled.snapshot, event, now, numbers);
    standing = answered.snapshot;
    const unheard = event !== undefined && answered.transition === "";
    return {
      states: { [story.subject]: standing.state },
      fields: standing.fields,
      told: event === undefined ? [] : toldIn(answered),
      meanwhile: toldIn(settled),
      refused: unheard || answered.refused === "" ? null : answered.refused,
      unheard,
      changed: !alike(settled.snapshot, standing),
      sends: [],
    };
  });
}
