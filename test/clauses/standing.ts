/**
 * Where an instance stands when its story begins, in the words of the models, and what deadlines alone make of a rule's instances.
 * The drivers that run generated code use it; whoever names a state or a field that the machine lacks is told so.
 */
import { evaluate } from "../../models/language/evaluate.ts";
import type { Instances } from "../../models/language/decide.ts";
import { settle, type Given, type Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import type { Policy } from "../../models/policy.ts";
import { rules } from "../../models/system.ts";
import { valuesOf } from "./instance.ts";
import type { Standing, Step, Story } from "./story.ts";

export const lifecycleOf = (id: string): Lifecycle => {
  const machine = machineOf(id);
  if (machine === undefined) throw new Error(`there is no machine called ${id}`);
  return machine;
};

export const ruleCalled = (id: string): Rule => {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(`there is no rule called ${id}`);
  return rule;
};

export const beginningOf = (machine: Lifecycle, start: Standing | undefined): Instance => {
  const fields = valuesOf(start?.fields);
  const state = start?.state ?? machine.initial;
  const unknown = Object.keys(fields).filter((name) => !(name in machine.context));
  if (unknown.length > 0 || !(state in machine.states))
    throw new Error(`${machine.id} has no ${[...unknown, state].join(", ")}`);
  return { state, fields: { ...machine.context, ...fields } };
};

/** The instances with which a step of a rule's story begins: those of the step before, or new ones. */
export const instancesFor = (rule: Rule, story: Story, step: Step, before: Instances): Instances => {
  const strangers = Object.keys(story.instances ?? {}).filter((name) => !(name in rule.instances));
  if (strangers.length > 0) throw new Error(`${rule.id} has no instance ${strangers.join(", ")}`);
  return Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine }]) => {
      const isNew = step.anew?.includes(name) === true;
      const kept = isNew ? undefined : before[name];
      return [name, kept ?? beginningOf(lifecycleOf(machine), isNew ? undefined : story.instances?.[name])];
    }),
  );
};

/** The instances after the deadlines that are due, before anything is sent. */
export const settledOnly = (
  rule: Rule,
  policy: Policy,
  before: Instances,
  given: Given,
  now: number,
): Instances =>
  Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine, decidedAt }]) => {
      const at = decidedAt === undefined ? now : evaluate(decidedAt, { policy, now, fields: {}, given });
      const standing = before[name];
      if (typeof at !== "number" || standing === undefined)
        throw new Error(`${rule.id}: ${name} is decided at no instant`);
      return [name, settle(lifecycleOf(machine), policy, standing, -Infinity, at).instance];
    }),
  );

/** What a rule sends on after this answer. */
export const sendsAfter = (rule: Rule, refused: string, told: string): readonly string[] =>
  refused !== "" || (rule.sendsWhenTold !== undefined && rule.sendsWhenTold !== told) ? [] : rule.sends;
