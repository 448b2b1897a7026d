// The rules of the parties for the page: what starts each, what it refuses, what it does to which machine, and what it sends.
// content.ts puts them into the page's data, and the panel shows one at a time.
// The law orders refusals; the order here is the same.
import type { Rule } from "../../../models/language/rule.ts";
import type { Policy } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import { labels } from "../labels.ts";
import { broughtBy, sentBy } from "./crossings.ts";
import type { RuleData } from "./data.ts";

function ruleData(rule: Rule, policy: Policy): RuleData {
  const machineOf = (instance: string) => rule.instances[instance]?.machine ?? instance;
  const instances = Object.fromEntries(Object.keys(rule.instances).map((name) => [name, machineOf(name)]));
  const place = { scope: rule.id, instances };
  const bringing = broughtBy(rule);
  return {
    id: rule.id,
    party: rule.party,
    name: labels.rule(rule.id),
    says: labels.description(rule.description),
    trigger: labels.event(rule.trigger.name),
    from: rule.trigger.from,
    ...(bringing === undefined ? {} : { broughtBy: bringing }),
    refusals: rule.refusals.map(({ code, says, when, clauses }) => ({
      code,
      says: labels.description(says),
      condition: labels.condition(place, when, policy),
      clauses,
    })),
    steps: rule.steps.map(({ instance, event, when }) => ({
      machine: machineOf(instance),
      event: labels.event(event),
      ...(when === undefined ? {} : { condition: labels.condition(place, when, policy) }),
    })),
    sends: sentBy(rule),
    clauses: rule.clauses,
  };
}

export const ruleList = (policy: Policy): readonly RuleData[] => rules.map((rule) => ruleData(rule, policy));
