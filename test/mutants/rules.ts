/**
 * The mistakes that can be made in a rule: in each refusal and step, in their presence and order, in when something is decided, in what is sent.
 * Every one is a whole rule, ready to take the place of the right one.
 */
import type { Fields } from "../../models/language/fields.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule, RuleRefusal, RuleStep } from "../../models/language/rule.ts";
import { changesOfCondition } from "./conditions.ts";
import { nextAfter, replacedAt, swappedAt, within, withoutAt, type Change } from "./law.ts";
import { changesOfTerm, nudges, type Names } from "./terms.ts";

const namesOf = (rule: Rule, machines: readonly Lifecycle[]): Names => ({
  fields: {},
  given: rule.trigger.fields,
  instances: Object.fromEntries(
    Object.entries(rule.instances).map(([name, instance]) => {
      const machine = machines.find(({ id }) => id === instance.machine);
      const fields: Fields = machine?.meta.fields ?? {};
      return [name, { fields, states: Object.keys(machine?.states ?? {}) }];
    }),
  ),
});

const inRefusal = (
  refusal: RuleRefusal,
  codes: readonly string[],
  names: Names,
): readonly Change<RuleRefusal>[] => {
  const other = nextAfter(codes, refusal.code);
  return [
    ...within(changesOfCondition(refusal.when, names), "when", (when): RuleRefusal => ({ ...refusal, when })),
    ...(other === undefined
      ? []
      : [{ what: `refuses-${other}`, says: `it refuses with ${other}`, to: { ...refusal, code: other } }]),
  ];
};

const unconditional = ({ when: _, ...step }: RuleStep): RuleStep => step;

const inStep = (step: RuleStep, names: Names): readonly Change<RuleStep>[] => [
  ...Object.entries(step.with ?? {}).flatMap(([field, term]) =>
    within(changesOfTerm(term, names), field, (to): RuleStep => ({
      ...step,
      with: { ...step.with, [field]: to },
    })),
  ),
  ...(step.when === undefined
    ? []
    : [
        { what: "condition-forgotten", says: "it is taken always", to: unconditional(step) },
        ...within(changesOfCondition(step.when, names), "when", (when): RuleStep => ({ ...step, when })),
      ]),
];

/** Mistakes in one list of the rule: inside its members, one left out, two in the other order. */
const inList = <T>(
  rule: Rule,
  list: readonly T[],
  nameOf: (one: T, place: number) => string,
  inside: (one: T) => readonly Change<T>[],
  put: (list: readonly T[]) => Rule,
): readonly Change<Rule>[] =>
  list.flatMap((one, place) => {
    const at = `${rule.id} ${nameOf(one, place)}`;
    return [
      ...inside(one).map(({ what, says, to }) => ({
        what: `${at} ${what}`,
        says: `In ${at}, ${says}.`,
        to: put(replacedAt(list, place, to)),
      })),
      { what: `${at} left-out`, says: `${at} is left out.`, to: put(withoutAt(list, place)) },
      ...(place + 1 < list.length
        ? [
            {
              what: `${at} after-the-next`,
              says: `${at} comes after the one that follows it.`,
              to: put(swappedAt(list, place)),
            },
          ]
        : []),
    ];
  });

const inInstances = (rule: Rule, names: Names): readonly Change<Rule>[] =>
  Object.entries(rule.instances).flatMap(([name, { machine, decidedAt }]) => {
    if (decidedAt === undefined) return [];
    const put = (at: typeof decidedAt | undefined): Rule => ({
      ...rule,
      instances: { ...rule.instances, [name]: at === undefined ? { machine } : { machine, decidedAt: at } },
    });
    const changed = [
      { what: "decided-now", says: "it is decided at the present instant", to: put(undefined) },
      ...within([...nudges(decidedAt), ...changesOfTerm(decidedAt, names)], "decided", put),
    ];
    return changed.map(({ what, says, to }) => ({
      what: `${rule.id} ${name} ${what}`,
      says: `In ${rule.id}, of ${name}: ${says}.`,
      to,
    }));
  });

const inSending = (rule: Rule): readonly Change<Rule>[] => {
  const { sendsWhenTold, ...always } = rule;
  return [
    ...rule.sends.map((message, place) => ({
      what: `${rule.id} does-not-send-${message}`,
      says: `${rule.id} does not send ${message}.`,
      to: { ...rule, sends: withoutAt(rule.sends, place) },
    })),
    ...(sendsWhenTold === undefined
      ? []
      : [{ what: `${rule.id} sends-always`, says: `${rule.id} sends whatever was told.`, to: always }]),
  ];
};

export function changesOfRule(
  rule: Rule,
  machines: readonly Lifecycle[],
  codes: readonly string[],
): readonly Change<Rule>[] {
  const names = namesOf(rule, machines);
  return [
    ...inList(
      rule,
      rule.refusals,
      ({ code }, place) => `refusal-${String(place + 1)}-${code}`,
      (refusal) => inRefusal(refusal, codes, names),
      (refusals) => ({ ...rule, refusals }),
    ),
    ...inList(
      rule,
      rule.steps,
      ({ instance, event }) => `${instance}<-${event}`,
      (step) => inStep(step, names),
      (steps) => ({ ...rule, steps }),
    ),
    ...inInstances(rule, names),
    ...inSending(rule),
  ];
}
