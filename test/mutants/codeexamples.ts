/**
 * Asks the clause examples whether a generated core, or a rule's function, still does what was said by hand.
 * The first story that it departs from is the answer.
 */
import { policyNumbers as ours } from "../../impl/generated/policy.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Rule } from "../../models/language/rule.ts";
import { runLifecycleOnCore } from "../clauses/core-run.ts";
import type { Observation } from "../clauses/drivers.ts";
import { departures } from "../clauses/expectations.ts";
import { runRuleOnCore } from "../clauses/rule-core-run.ts";
import type { Law as CodeLaw } from "../equal/coreside.ts";
import { ruleSide, type RuleLaw } from "../equal/ruleside.ts";
import { stories } from "../clauses/stories.ts";
import type { Story } from "../clauses/story.ts";
import { policyFor } from "./examples.ts";
import { theLaw } from "./law.ts";

const against = async (
  subject: string,
  run: (story: Story) => readonly Observation[],
): Promise<string | undefined> => {
  for (const story of stories.filter((one) => one.subject === subject)) {
    const driver = {
      name: "the generated core",
      leavesOut: [],
      isQuick: true,
      run: () => Promise.resolve(run(story)),
    };
    try {
      const [departure] = await departures(story, driver, policyFor(theLaw, story));
      if (departure !== undefined) return `${story.clause}: ${story.says} (${departure})`;
    } catch (fault) {
      return `${story.clause}: ${story.says} (${String(fault)})`;
    }
  }
  return undefined;
};

export const exampleAgainstCore = (core: MachineCore, law: CodeLaw): Promise<string | undefined> =>
  against(core.id, (story) => runLifecycleOnCore(story, policyFor(theLaw, story), core, law));

export const exampleAgainstRule = (
  rule: Rule,
  law: RuleLaw,
  policyNumbers: CodeLaw["policyNumbers"] = ours,
): Promise<string | undefined> =>
  against(`rule ${rule.id}`, (story) => {
    const policy = policyFor(theLaw, story);
    return runRuleOnCore(rule.id, story, policy, ruleSide(rule, policyNumbers(policy), law));
  });
