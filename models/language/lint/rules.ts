/**
 * What a rule means: it decides over machines that its own party keeps, and sends them events that they declare.
 * Conditions and terms see the trigger's fields and the fields of the named instances, and nothing else.
 * Whether the rule is wise is for the prover; that only its first step can be refused is judged in latersteps.ts.
 */
import type { Lifecycle } from "../lifecycle.ts";
import type { Rule, RuleStep } from "../rule.ts";
import type { Message } from "../../messages.ts";
import { findingsInCondition } from "./conditions.ts";
import { at, found, own, type Finding } from "./finding.ts";
import { laterStepsRefused } from "./latersteps.ts";
import { typeOfTerm } from "./terms.ts";
import { fitsField, sayType, type Scope } from "./types.ts";

const scopeOf = (rule: Rule, machines: readonly Lifecycle[]): Scope => ({
  where: "rule",
  fields: {},
  given: rule.trigger.fields,
  instances: Object.fromEntries(
    Object.entries(rule.instances).flatMap(([name, { machine }]) => {
      const lifecycle = machines.find((candidate) => candidate.id === machine);
      return lifecycle === undefined ? [] : [[name, lifecycle]];
    }),
  ),
});

const instances = (rule: Rule, scope: Scope): readonly Finding[] =>
  Object.entries(rule.instances).flatMap(([name, { machine, decidedAt }]) => {
    const place = at(rule.id, "instances", name);
    const lifecycle = own(scope.instances, name);
    const decided =
      decidedAt === undefined ? undefined : typeOfTerm(decidedAt, scope, at(place, "decidedAt"));
    return [
      ...(lifecycle === undefined
        ? [found("unknown-machine", at(place, "machine"), `There is no machine "${machine}".`)]
        : []),
      ...(lifecycle !== undefined && !lifecycle.meta.parties.includes(rule.party)
        ? [found("machine-not-kept", at(place, "machine"), `The ${rule.party} keeps no ${machine}.`)]
        : []),
      ...(decided?.findings ?? []),
      ...(decided !== undefined && !["instant", "unclear"].includes(decided.type.kind)
        ? [found("decision-type", at(place, "decidedAt"), `It is decided at ${sayType(decided.type)}.`)]
        : []),
    ];
  });

const eventOfStep = (step: RuleStep, machine: Lifecycle, scope: Scope, place: string): readonly Finding[] => {
  const event = own(machine.meta.events, step.event);
  if (event === undefined) {
    return [found("unknown-event", at(place, "event"), `${machine.id} declares no event "${step.event}".`)];
  }
  const values = step.with ?? {};
  const missing = Object.keys(event.fields).filter((name) => own(values, name) === undefined);
  return [
    ...missing.map((name) =>
      found("step-field-missing", place, `"${step.event}" brings "${name}", and it is not given.`),
    ),
    ...Object.entries(values).flatMap(([name, term]) => {
      const here = at(place, "with", name);
      const field = own(event.fields, name);
      const typed = typeOfTerm(term, scope, here);
      return field === undefined
        ? [found("unknown-event-field", here, `"${step.event}" has no field "${name}".`)]
        : [...typed.findings, ...fitsField(name, field, typed, here)];
    }),
  ];
};

const steps = (rule: Rule, scope: Scope): readonly Finding[] =>
  rule.steps.flatMap((step, index) => {
    const place = at(rule.id, "steps", index);
    const machine = own(scope.instances, step.instance);
    const known = own(rule.instances, step.instance) !== undefined;
    return [
      ...(known
        ? []
        : [found("unknown-instance", at(place, "instance"), `The rule has no instance "${step.instance}".`)]),
      ...(machine === undefined ? [] : eventOfStep(step, machine, scope, place)),
      ...(step.when === undefined ? [] : findingsInCondition(step.when, scope, at(place, "when"))),
    ];
  });

/** What it answers and what it sends are messages between the right parties; a trigger that is no message is a fact of its own. */
const crossing = (rule: Rule, messages: readonly Message[]): readonly Finding[] => {
  const { trigger } = rule;
  const asked = messages.find((message) => message.name === trigger.name);
  const wrongTrigger = asked !== undefined && (asked.from !== trigger.from || asked.to !== rule.party);
  return [
    ...(wrongTrigger
      ? [
          found(
            "message-sender",
            at(rule.id, "trigger"),
            `The message "${trigger.name}" goes from ${asked.from} to ${asked.to}, not from ${trigger.from} to ${rule.party}.`,
          ),
        ]
      : []),
    ...rule.sends.flatMap((name, index) => {
      const place = at(rule.id, "sends", index);
      const message = messages.find((candidate) => candidate.name === name);
      if (message === undefined) return [found("unknown-message", place, `There is no message "${name}".`)];
      return message.from === rule.party
        ? []
        : [
            found(
              "message-sender",
              place,
              `The message "${name}" is from the ${message.from}, not from the ${rule.party}.`,
            ),
          ];
    }),
  ];
};

export function findingsInRule(
  rule: Rule,
  machines: readonly Lifecycle[],
  messages: readonly Message[],
): readonly Finding[] {
  const scope = scopeOf(rule, machines);
  return [
    ...(rule.id.startsWith(`${rule.party}.`)
      ? []
      : [found("rule-id", at(rule.id, "id"), `The rule of the ${rule.party} is called ${rule.id}.`)]),
    ...instances(rule, scope),
    ...rule.refusals.flatMap((refusal, index) =>
      findingsInCondition(refusal.when, scope, at(rule.id, "refusals", index, "when")),
    ),
    ...steps(rule, scope),
    ...laterStepsRefused(rule, scope.instances),
    ...crossing(rule, messages),
  ];
}
