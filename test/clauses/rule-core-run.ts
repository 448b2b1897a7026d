/**
 * Runs a rule's story on the rule's generated function over columns.
 * Words are encoded and decoded by test/equal/ruleside.ts; nothing of the rule is decided here.
 * The function compares officers by number, so names become two of these.
 */
import { policyNumbers } from "../../impl/generated/policy.ts";
import type { Instances } from "../../models/language/decide.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Fields } from "../../models/language/fields.ts";
import type { Policy } from "../../models/policy.ts";
import { ruleSide } from "../equal/ruleside.ts";
import type { Observation } from "./drivers.ts";
import { lifecycleIn, modelsLaw, ruleIn } from "./readlaw.ts";
import { observedRule, type Deciding } from "./stepped-run.ts";
import type { Story } from "./story.ts";

type Values = Readonly<Record<string, Value>>;

const two = ["first", "second"];

/** Names for the two identities that a rule's function can be given; what it left behind has its name already. */
const twoNames = () => {
  const known: string[] = [];
  const nameOf = (value: Value): Value => {
    if (typeof value !== "string" || two.includes(value)) return value;
    if (!known.includes(value)) known.push(value);
    const name = two[known.indexOf(value)];
    if (name === undefined) throw new Error("a story of a rule has two people at most");
    return name;
  };
  return (values: Values, fields: Fields): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        fields[name]?.kind === "id" ? nameOf(value) : value,
      ]),
    );
};

export function runRuleOnCore(
  id: string,
  story: Story,
  policy: Policy,
  deciding?: Deciding,
): readonly Observation[] {
  const rule = ruleIn(modelsLaw, id);
  const decide = deciding ?? ruleSide(rule, policyNumbers(policy));
  const named = twoNames();
  const namedBefore = (before: Instances): Instances =>
    Object.fromEntries(
      Object.entries(before).map(([name, { state, fields }]) => {
        const { meta } = lifecycleIn(modelsLaw, rule.instances[name]?.machine ?? "");
        return [name, { state, fields: named(fields, meta.fields) }];
      }),
    );
  return observedRule(id, story, policy, modelsLaw, (before, given, now) =>
    decide(namedBefore(before), named(given, rule.trigger.fields), now),
  );
}
