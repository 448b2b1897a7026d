/**
 * Prints one rule of a party as a Promela inline over the instances it is asked with: settle, refuse in order, then step.
 * The reading is that of decide.ts; `refused` says afterwards what it was refused with.
 * A rule is printed once for each combination of forms that its instances have.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Condition, Term } from "../../../models/language/expression.ts";
import type { Rule, RuleStep } from "../../../models/language/rule.ts";
import { lookUp } from "../terms.ts";
import type { Form } from "./forms.ts";
import { eventInline, settling } from "./machine.ts";
import type { Page } from "./page.ts";
import { printCondition, printTerm, type Scope } from "./terms.ts";
import { comment, firstOf, indented, sequence } from "./text.ts";

/** The forms of a rule's instances, by the names that the rule has for them. */
export type Bound = Readonly<Record<string, Form>>;

/** The facts of a rule that anything in it reads. */
export function factsOf(rule: Rule): readonly string[] {
  const text = JSON.stringify([rule.refusals, rule.steps, rule.instances]);
  return Object.keys(rule.trigger.fields).filter((name) =>
    text.includes(JSON.stringify({ kind: "given", field: name })),
  );
}

const readsInstances = (of: Condition | Term | undefined): boolean =>
  of !== undefined && /"instance":/.test(JSON.stringify(of));

const formOf = (rule: Rule, bound: Bound, instance: string): Form => {
  const form = bound[instance];
  if (form === undefined) throw new LawMistake(`${rule.id} has no instance ${instance}`);
  return form;
};

const scopeOf = (rule: Rule, bound: Bound, page: Page): Scope => ({
  glossary: page.glossary,
  fieldOf: (name, instance) => {
    const { machine } = formOf(rule, bound, instance ?? "");
    return lookUp(machine.meta.fields, machine.id)(name);
  },
  givenOf: lookUp(rule.trigger.fields, `the trigger of ${rule.id}`),
  printField: (name, instance) => `a_${instance ?? ""}.${name}`,
  printGiven: (name) => `given_${name}`,
  printState: (instance) => `a_${instance}.state`,
  machineOf: (instance) => formOf(rule, bound, instance).machine,
  now: "at",
});

interface Printing {
  readonly rule: Rule;
  readonly bound: Bound;
  readonly page: Page;
  readonly scope: Scope;
}

/** The instant at which an instance is decided. */
const instantOf = ({ rule, scope }: Printing, instance: string): string => {
  const at = rule.instances[instance]?.decidedAt;
  return at === undefined ? "at" : printTerm(at, scope);
};

const settled = (printing: Printing, instance: string, from: string): readonly string[] =>
  settling(
    formOf(printing.rule, printing.bound, instance),
    `a_${instance}`,
    from,
    instantOf(printing, instance),
  );

interface Hoisted {
  /** What is computed before any step is taken, because a step before might change it. */
  readonly before: readonly (readonly string[])[];
  readonly when: string;
  readonly given: readonly string[];
}

const hoisted = ({ rule, bound, page, scope }: Printing, step: RuleStep, place: number): Hoisted => {
  const { machine } = formOf(rule, bound, step.instance);
  const before: string[][] = [];
  const kept = (name: string, text: string, isKept: boolean): string => {
    if (!isKept) return text;
    const aside = page.scratch("int", name);
    before.push([`${aside} = ${/[=<>&|!]/.test(text) ? `(${text} -> 1 : 0)` : text}`]);
    return aside;
  };
  const fields = machine.meta.events[step.event]?.fields ?? {};
  const given = Object.entries(fields).map(([name, field]) => {
    const term = step.with?.[name];
    if (term === undefined) throw new LawMistake(`${rule.id} sends ${step.event} without ${name}`);
    return kept(
      `brought${String(place + 1)}_${name}`,
      printTerm(term, scope, field),
      place > 0 && readsInstances(term),
    );
  });
  const when = step.when === undefined ? "true" : printCondition(step.when, scope);
  return {
    before,
    when: kept(`takes${String(place + 1)}`, when, place > 0 && readsInstances(step.when)),
    given,
  };
};

/** What one step does; only the first may refuse, and what the others say is not heard. */
const stepOf = (printing: Printing, step: RuleStep, given: readonly string[], place: number) => {
  const at = instantOf(printing, step.instance);
  const form = formOf(printing.rule, printing.bound, step.instance);
  const call = [`${eventInline(form, step.event)}(${[`a_${step.instance}`, ...given, at].join(", ")})`];
  const after = settled(printing, step.instance, at);
  return { call, after: place === 0 ? [after] : [["refused = nothing"], after] };
};

const stepsOf = (printing: Printing): readonly string[] => {
  const { rule } = printing;
  const [first, ...later] = rule.steps.map((step, place) => ({
    step,
    place,
    ...hoisted(printing, step, place),
  }));
  if (first === undefined) return [];
  if (first.when !== "true" && later.length > 0)
    throw new LawMistake(`${rule.id}: its first step may be left out, and then another would be the first`);
  const opening = stepOf(printing, first.step, first.given, 0);
  const others = later.map(({ step, place, when, given }) => {
    const { call, after } = stepOf(printing, step, given, place);
    return firstOf([{ guard: when, body: sequence([call, ...after]) }], ["skip"]);
  });
  const rest = sequence([...opening.after, ...others]);
  const goesOn =
    rest.join() === "skip" ? [] : firstOf([{ guard: "refused == nothing", body: rest }], ["skip"]);
  const taken = sequence([...later.flatMap(({ before }) => before), opening.call, goesOn]);
  return firstOf([{ guard: first.when, body: taken }], ["skip"]);
};

export const parametersOf = (rule: Rule): readonly string[] => [
  ...Object.keys(rule.instances).map((name) => `a_${name}`),
  ...factsOf(rule).map((name) => `given_${name}`),
  "at",
];

/** The inline of a rule over instances of these forms. */
export function printRuleInline(name: string, rule: Rule, bound: Bound, page: Page): readonly string[] {
  const scope = scopeOf(rule, bound, page);
  const printing = { rule, bound, page, scope };
  const refusals = rule.refusals.map(({ code, when }) => ({
    guard: printCondition(when, scope),
    body: [`refused = ${page.glossary.refusal(code)}`],
  }));
  const steps = stepsOf(printing);
  const body = sequence([
    ["refused = nothing"],
    ...Object.keys(rule.instances).map((instance) => settled(printing, instance, "SINCE_EVER")),
    firstOf(refusals, steps.length === 0 ? ["skip"] : steps),
  ]);
  return [
    comment(rule.description),
    `inline ${name}(${parametersOf(rule).join(", ")}) {`,
    ...indented(body),
    "}",
    "",
  ];
}
