/**
 * Runs a rule's story: instances are XState actors, the rule itself is read plainly, as language/rule.ts says it:
 * settle the instances, ask the refusals in order, then send the steps' events, of which only the first may be refused.
 * drivers.ts uses it for stories whose subject is a rule.
 */
import { evaluate, holds, type Surroundings } from "../../models/language/evaluate.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { Policy } from "../../models/policy.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, openInstance, valuesOf, type Fields, type Instance } from "./instance.ts";
import { lifecycleIn, modelsLaw, ruleIn, type ReadLaw } from "./readlaw.ts";
import { fieldsByInstance } from "./standing.ts";
import type { Step, Story } from "./story.ts";

type Instances = Readonly<Record<string, Instance>>;

const surroundings = (policy: Policy, now: number, given: Fields, instances: Instances): Surroundings => ({
  policy,
  now,
  given,
  fields: {},
  instances: Object.fromEntries(
    Object.entries(instances).map(([name, one]) => [name, { state: one.state(), fields: one.fields() }]),
  ),
});

/** The instances of this step, settled, each at its own instant of decision. */
function settled(
  law: ReadLaw,
  rule: Rule,
  before: Instances,
  story: Story,
  step: Step,
  policy: Policy,
  given: Fields,
) {
  const now = millisecondsOf(step.at);
  const meanwhile: string[] = [];
  const instances: Record<string, Instance> = {};
  for (const [name, { machine, decidedAt }] of Object.entries(rule.instances)) {
    const at = decidedAt === undefined ? now : evaluate(decidedAt, surroundings(policy, now, given, {}));
    if (typeof at !== "number") throw new Error(`${rule.id}: ${name} is decided at no instant`);
    const isNew = step.anew?.includes(name) === true;
    const one =
      (isNew ? undefined : before[name]) ??
      openInstance(lifecycleIn(law, machine), policy, isNew ? undefined : story.instances?.[name], at);
    meanwhile.push(...one.settle(at));
    instances[name] = one;
  }
  return { instances, meanwhile, now };
}

const withdrawnFrom = { told: [], sends: [], unheard: false, changed: false };

function answer(rule: Rule, instances: Instances, around: Surroundings) {
  const refusal = rule.refusals.find(({ when }) => holds(when, around));
  if (refusal !== undefined) return { ...withdrawnFrom, refused: refusal.code };
  const due = rule.steps.filter(({ when }) => when === undefined || holds(when, around));
  const events = due.map(({ instance, event, with: terms }) => ({
    instance,
    event: {
      ...Object.fromEntries(
        Object.entries(terms ?? {}).map(([name, term]) => [name, evaluate(term, around)]),
      ),
      type: event,
    },
  }));
  const told: string[] = [];
  let changed = false;
  for (const [place, { instance, event }] of events.entries()) {
    const said = instances[instance]?.send(event);
    if (said === undefined) throw new Error(`${rule.id} has no instance ${instance}`);
    if (said.refused !== null || said.unheard) {
      if (place > 0) throw new Error(`${rule.id}: ${instance} refuses ${event.type} after an earlier step`);
      return { ...withdrawnFrom, refused: said.refused, unheard: said.unheard, changed: said.changed };
    }
    told.push(...said.told);
    changed ||= said.changed;
  }
  const silent = rule.sendsWhenTold !== undefined && !told.includes(rule.sendsWhenTold);
  return { told, sends: silent ? [] : rule.sends, unheard: false, changed, refused: null };
}

export function runRule(
  id: string,
  story: Story,
  policy: Policy,
  law: ReadLaw = modelsLaw,
): readonly Observation[] {
  const rule = ruleIn(law, id);
  const strangers = Object.keys(story.instances ?? {}).filter((name) => !(name in rule.instances));
  if (strangers.length > 0) throw new Error(`${id} has no instance ${strangers.join(", ")}`);
  let standing: Instances = {};
  return story.steps.map((step) => {
    const given = valuesOf(step.with);
    const { instances, meanwhile, now } = settled(law, rule, standing, story, step, policy, given);
    standing = instances;
    const answered = answer(rule, instances, surroundings(policy, now, given, instances));
    const states = Object.fromEntries(Object.entries(instances).map(([name, one]) => [name, one.state()]));
    const fields = fieldsByInstance(
      Object.fromEntries(Object.entries(instances).map(([name, one]) => [name, { fields: one.fields() }])),
    );
    return { ...answered, meanwhile, states, fields };
  });
}
