/**
 * Where an instance stands when its story begins, in the words of the models, and what deadlines alone make of a rule's instances.
 * The drivers that run generated code use it; whoever names a state or a field that the machine lacks is told so.
 */
import { evaluate } from "../../models/language/evaluate.ts";
import type { Instances } from "../../models/language/decide.ts";
import { settle, type Given, type Instance } from "../../models/language/interpret.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { Policy } from "../../models/policy.ts";
import { valuesOf } from "./instance.ts";
import { lifecycleIn, type ReadLaw } from "./readlaw.ts";
import type { Standing, Step, Story } from "./story.ts";

export const beginningOf = (machine: Lifecycle, start: Standing | undefined): Instance => {
  const fields = valuesOf(start?.fields);
  const state = start?.state ?? machine.initial;
  const unknown = Object.keys(fields).filter((name) => !(name in machine.context));
  if (unknown.length > 0 || !(state in machine.states))
    throw new Error(`${machine.id} has no ${[...unknown, state].join(", ")}`);
  return { state, fields: { ...machine.context, ...fields } };
};

/** The instances with which a step of a rule's story begins: those of the step before, or new ones. */
export const instancesFor = (
  law: ReadLaw,
  rule: Rule,
  story: Story,
  step: Step,
  before: Instances,
): Instances => {
  const strangers = Object.keys(story.instances ?? {}).filter((name) => !(name in rule.instances));
  if (strangers.length > 0) throw new Error(`${rule.id} has no instance ${strangers.join(", ")}`);
  return Object.fromEntries(
    Object.entries(rule.instances).map(([name, { machine }]) => {
      const isNew = step.anew?.includes(name) === true;
      const kept = isNew ? undefined : before[name];
      return [
        name,
        kept ?? beginningOf(lifecycleIn(law, machine), isNew ? undefined : story.instances?.[name]),
      ];
    }),
  );
};

/** The instances after the deadlines that are due, before anything is sent. */
export const settledOnly = (
  law: ReadLaw,
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
      return [name, settle(lifecycleIn(law, machine), policy, standing, -Infinity, at).instance];
    }),
  );

/** What a rule sends on after this answer. */
export const sendsAfter = (rule: Rule, refused: string, told: string): readonly string[] =>
  refused !== "" || (rule.sendsWhenTold !== undefined && rule.sendsWhenTold !== told) ? [] : rule.sends;

/** The fields of a rule's instances after a step, each by the name of its instance: `visit.late`. */
export const fieldsByInstance = (instances: Readonly<Record<string, { readonly fields: Given }>>): Given =>
  Object.fromEntries(
    Object.entries(instances).flatMap(([name, { fields }]) =>
      Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]),
    ),
  );
