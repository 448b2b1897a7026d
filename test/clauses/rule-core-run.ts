/**
 * Runs a rule's story on the generated function of the rule, over columns.
 * drivers.ts uses it for stories whose subject is a rule. The function compares officers by number, so names become two of these.
 */
import { policyNumbers } from "../../impl/generated/policy.ts";
import type { Instances } from "../../models/language/decide.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Fields } from "../../models/language/fields.ts";
import { transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import type { Policy } from "../../models/policy.ts";
import { ruleSide, type Ruled } from "../equal/ruleside.ts";
import type { Observation } from "./drivers.ts";
import { millisecondsOf, valuesOf } from "./instance.ts";
import { instancesFor, lifecycleOf, ruleCalled, sendsAfter, settledOnly } from "./standing.ts";
import type { Story } from "./story.ts";

type Values = Readonly<Record<string, Value>>;

const deadlines = new Set(
  machines.flatMap((machine) =>
    transitionsOf(machine).flatMap(({ id, trigger }) => (trigger.kind === "deadline" ? [id] : [])),
  ),
);

/** Names for the two identities that a rule's function can be given. */
const twoNames = () => {
  const known: string[] = [];
  const nameOf = (value: Value): Value => {
    if (typeof value !== "string") return value;
    if (!known.includes(value)) known.push(value);
    const name = ["first", "second"][known.indexOf(value)];
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

const toldIn = (taken: Ruled["taken"]): readonly string[] =>
  taken.flatMap(({ told }) => (told === "" ? [] : [told]));

export function runRuleOnCore(id: string, story: Story, policy: Policy): readonly Observation[] {
  const rule = ruleCalled(id);
  const decide = ruleSide(rule, policyNumbers(policy));
  const named = twoNames();
  let standing: Instances = {};
  return story.steps.map((step) => {
    const now = millisecondsOf(step.at);
    const given = named(valuesOf(step.with), rule.trigger.fields);
    const before = Object.fromEntries(
      Object.entries(instancesFor(rule, story, step, standing)).map(([name, { state, fields }]) => {
        const { meta } = lifecycleOf(rule.instances[name]?.machine ?? "");
        return [name, { state, fields: named(fields, meta.fields) }];
      }),
    );
    const { instances, taken, refused, told } = decide(before, given, now);
    standing = instances;
    const own = taken.findIndex(({ transition }) => !deadlines.has(transition));
    const until = own === -1 ? taken.length : own;
    const settled = settledOnly(rule, policy, before, given, now);
    const unheard = refused === "not-allowed";
    return {
      states: Object.fromEntries(Object.entries(instances).map(([name, { state }]) => [name, state])),
      fields: {},
      told: refused === "" ? toldIn(taken.slice(until)) : [],
      meanwhile: toldIn(taken.slice(0, until)),
      refused: unheard || refused === "" ? null : refused,
      unheard,
      changed: Object.entries(instances).some(([name, { state, fields }]) => {
        const was = settled[name];
        return (
          was?.state !== state || Object.entries(fields).some(([field, value]) => was.fields[field] !== value)
        );
      }),
      sends: sendsAfter(rule, refused, told),
    };
  });
}
