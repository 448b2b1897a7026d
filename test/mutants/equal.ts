/**
 * Asks Equal whether code is still what the models say: a machine's core case by case against XState, a rule's function against its reading.
 * It answers the first difference, told; code that throws or never settles is different too.
 */
import { policyNumbers as ours } from "../../impl/generated/policy.ts";
import type { MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Decided } from "../../models/language/decide.ts";
import type { Rule } from "../../models/language/rule.ts";
import type { Case } from "../equal/cases.ts";
import { coreSide, type Law } from "../equal/coreside.ts";
import { firstDifference, type Outcome } from "../equal/outcome.ts";
import type { RuleCase } from "../equal/rulecases.ts";
import { ruleSide, type RuleLaw, type Ruled } from "../equal/ruleside.ts";
import type { Expected } from "./expected.ts";

type MachineTable = readonly Expected<Case, Outcome>[];
type RuleTable = readonly Expected<RuleCase, Decided>[];

const told = (subject: string, one: unknown, difference: string): string =>
  `${subject}, ${JSON.stringify(one)}: ${difference}`;

/** The first difference between a core and XState. */
export function coreDifference(law: Law, core: MachineCore, table: MachineTable): string | undefined {
  for (const { policy, cases, rightIn } of table) {
    const side = coreSide({ ...law, machineCores: [core] }, core.id, policy).core;
    for (const [place, one] of cases.entries()) {
      const difference = firstDifference(side(one.standing, one.event, one.now), rightIn(place));
      if (difference !== undefined)
        return told(core.id, one, `${difference.what}: ${difference.one}, XState says ${difference.other}`);
    }
  }
  return undefined;
}

const sameFields = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean => Object.entries(one).every(([name, value]) => other[name] === value);

/** What a rule's function did otherwise than the reading of the rule. */
const ruledOtherwise = (ours: Ruled, right: Decided): string | undefined => {
  if (ours.refused !== right.refused) return `refused: ${ours.refused}, the law says ${right.refused}`;
  if (ours.told !== right.told) return `told: ${ours.told}, the law says ${right.told}`;
  const other = Object.entries(right.instances).find(([name, instance]) => {
    const mine = ours.instances[name];
    return mine?.state !== instance.state || !sameFields(instance.fields, mine.fields);
  });
  if (other !== undefined) return `${other[0]} becomes another`;
  const taken = right.taken.length === ours.taken.length;
  const alike = right.taken.every((entry, place) => sameFields({ ...entry }, { ...ours.taken[place] }));
  return taken && alike ? undefined : "something else was taken";
};

/** The first difference between a rule's function and the rule. */
export function ruleDifference(
  rule: Rule,
  law: RuleLaw,
  table: RuleTable,
  policyNumbers: Law["policyNumbers"] = ours,
): string | undefined {
  for (const { policy, cases, rightIn } of table) {
    const side = ruleSide(rule, policyNumbers(policy), law);
    for (const [place, one] of cases.entries()) {
      const difference = ruledOtherwise(side(one.before, one.given, one.now), rightIn(place));
      if (difference !== undefined) return told(rule.id, one, difference);
    }
  }
  return undefined;
}

/** What asking came to; a fault on the way is an answer as well. */
export const orFault = (ask: () => string | undefined): string | undefined => {
  try {
    return ask();
  } catch (fault) {
    return `it fails: ${String(fault)}`;
  }
};
