/**
 * What can run a story said by hand, and what it reports of each step.
 * The first driver is XState with a real actor on a simulated clock; the generated core, `step` and the service are further entries of `drivers`.
 * A driver runs; it judges nothing: expectations.ts compares what it reports with what the story says.
 */
import type { Value } from "../../models/language/expression.ts";
import type { Policy } from "../../models/policy.ts";
import { runLifecycle } from "./lifecycle-run.ts";
import { runRule } from "./rule-run.ts";
import type { Story } from "./story.ts";

export interface Observation {
  /** States of all instances after the step; a lifecycle's story has one, called by its machine's id. */
  readonly states: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Value>>;
  /** Told in answer to the event. */
  readonly told: readonly string[];
  /** Told by deadlines since the step before. */
  readonly meanwhile: readonly string[];
  readonly refused: string | null;
  /** The event means nothing in the state it met. */
  readonly unheard: boolean;
  /** Whether the event, deadlines aside, changed a state or a field. */
  readonly changed: boolean;
  readonly sends: readonly string[];
}

export interface Driver {
  readonly name: string;
  /** A driver that cannot run rules, or a machine, says so; the test prints what it left out. */
  readonly runs: (story: Story) => boolean;
  /** One observation for each step, in order, under the given policy. */
  readonly run: (story: Story, policy: Policy) => Promise<readonly Observation[]>;
}

const ruleOf = (story: Story): string | undefined => /^rule (.+)$/.exec(story.subject)?.[1];

const xstate: Driver = {
  name: "XState",
  runs: () => true,
  run: async (story, policy) => {
    const rule = ruleOf(story);
    return rule === undefined ? runLifecycle(story, policy) : runRule(rule, story, policy);
  },
};

/** Everything that runs the stories. Add the generated core, `step` and the service here. */
export const drivers: readonly Driver[] = [xstate];
