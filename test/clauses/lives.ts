/**
 * What happens to the instances of a story said by hand: which transitions each takes, one after another, by the plain reading.
 * clauses.test.ts tells it to the count of what was met, once the story has been kept by a driver.
 */
import { decide } from "../../models/language/decide.ts";
import { interpret } from "../../models/language/interpret.ts";
import { machineOf } from "../../models/machines.ts";
import type { Policy } from "../../models/policy.ts";
import { lifecycleIn, modelsLaw, ruleIn } from "./readlaw.ts";
import { observedLifecycle, observedRule } from "./stepped-run.ts";
import type { Story } from "./story.ts";

type Life = readonly string[];

const lifeOfOne = (story: Story, policy: Policy): Life => {
  const life: string[] = [];
  const machine = lifecycleIn(modelsLaw, story.subject);
  observedLifecycle(story, machine, (before, event, now) => {
    const { instance, taken, own } = interpret(machine, policy, before, event, now);
    life.push(...taken.map(({ transition }) => transition));
    return { snapshot: instance, taken, transition: own?.transition ?? "", refused: own?.refused ?? "" };
  });
  return life;
};

/** Each decision by itself: what a story calls by one name can be another instance in its next step. */
const livesOfRule = (id: string, story: Story, policy: Policy): readonly Life[] => {
  const lives: Life[] = [];
  const rule = ruleIn(modelsLaw, id);
  observedRule(id, story, policy, modelsLaw, (before, given, now) => {
    const decided = decide(rule, machineOf, policy, before, given, now);
    for (const taken of Map.groupBy(decided.taken, ({ instance }) => instance).values())
      lives.push(taken.map(({ transition }) => transition));
    return decided;
  });
  return lives;
};

export const livesIn = (story: Story, policy: Policy): readonly Life[] => {
  const rule = /^rule (.+)$/.exec(story.subject)?.[1];
  return rule === undefined ? [lifeOfOne(story, policy)] : livesOfRule(rule, story, policy);
};
