/**
 * Prints one rule of a party as Quint over the instances it is asked with: settle, refuse in order, then step.
 * The reading is that of decide.ts; the answer holds the code it refused with, or none, and the instances as they are afterwards.
 * A rule is printed once for each combination of forms that its instances have.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Rule, RuleStep } from "../../../models/language/rule.ts";
import type { RuleCall, Slice } from "../../../models/language/slice.ts";
import { camelCase, quoted } from "../names.ts";
import type { Form } from "../promela/forms.ts";
import { factsOf, type Bound } from "../promela/rule.ts";
import { lookUp } from "../terms.ts";
import type { Lexicon } from "./lexicon.ts";
import { settled } from "./deadlines.ts";
import { eventName, phaseParameter } from "./form.ts";
import { printCondition, printTerm, type Scope } from "./terms.ts";
import {
  block,
  changed,
  definition,
  firstOf,
  onOneLine,
  record,
  type Entry,
  type Lines,
  type Parameter,
  type Value,
} from "./text.ts";

/** A rule, asked with instances of these forms. */
export interface Asked {
  readonly name: string;
  readonly rule: Rule;
  readonly bound: Bound;
}

/** Every rule that the moves of a slice ask, and how each call of it is spelt. */
export function rulesAsked(slice: Slice, rules: readonly Rule[], formOf: (instance: string) => Form) {
  const asked = new Map<string, Asked>();
  const askedBy = ({ rule: id, instances }: RuleCall): Asked => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) throw new LawMistake(`there is no rule called ${id}`);
    const names = Object.keys(rule.instances);
    const bound = Object.fromEntries(names.map((name) => [name, formOf(instances[name] ?? "")]));
    const key = [id, ...Object.values(bound).map(({ name }) => name)].join();
    const alike = [...asked.values()].filter((one) => one.rule === rule).length;
    const name = `${camelCase(id)}${alike === 0 ? "" : String(alike + 1)}`;
    const known = asked.get(key) ?? { name, rule, bound };
    asked.set(key, known);
    return known;
  };
  for (const { call } of slice.moves) if (call?.kind === "rule") askedBy(call);
  return { askedBy, all: [...asked.values()] };
}

/** What terms of a rule mean, with its instances as entries of one record. */
const scopeOf = ({ rule, bound }: Asked, lexicon: Lexicon, instances: string): Scope => {
  const machineOf = (instance: string) => {
    const form = bound[instance];
    if (form === undefined) throw new LawMistake(`${rule.id} has no instance ${instance}`);
    return form.machine;
  };
  return {
    lexicon,
    fieldOf: (name, instance = "") => lookUp(machineOf(instance).meta.fields, machineOf(instance).id)(name),
    givenOf: lookUp(rule.trigger.fields, `the trigger of ${rule.id}`),
    machineOf,
    spellField: (name, instance = "") => `${instances}.${instance}.${name}`,
    spellState: (instance) => `${instances}.${instance}.state`,
    now: "at",
    phase: "phase",
  };
};

interface Printing {
  readonly asked: Asked;
  readonly scope: Scope;
  readonly phase: string;
}

const formOf = ({ rule, bound }: Asked, instance: string): Form => {
  const form = bound[instance];
  if (form === undefined) throw new LawMistake(`${rule.id} has no instance ${instance}`);
  return form;
};

/** The instant at which an instance is decided. */
const instantOf = ({ asked, scope }: Printing, instance: string): string => {
  const at = asked.rule.instances[instance]?.decidedAt;
  return at === undefined ? "at" : printTerm(at, scope, { kind: "instant" });
};

/** The event of a step, sent to its instance in a record; its terms are read before any step has changed anything. */
const sent = (printing: Printing, { instance, event, with: brought }: RuleStep, among: string): string => {
  const { asked, scope, phase } = printing;
  const form = formOf(asked, instance);
  const given = Object.entries(form.machine.meta.events[event]?.fields ?? {}).map(([name, field]) => {
    const term = brought?.[name];
    if (term === undefined) throw new LawMistake(`${asked.rule.id} sends ${event} without ${name}`);
    return printTerm(term, scope, field);
  });
  const parameters = [`${among}.${instance}`, ...given, instantOf(printing, instance), phase];
  return `${eventName(form, event)}(${parameters.filter((text) => text !== "").join(", ")})`;
};

const settledAfter = (printing: Printing, { instance }: RuleStep, it: string): string => {
  const at = instantOf(printing, instance);
  return settled(formOf(printing.asked, instance), it, at, at, printing.phase);
};

/** Only the first step may refuse, and what the others say is not heard. */
const printSteps = (printing: Printing): Lines => {
  const { rule } = printing.asked;
  const [opening, ...later] = rule.steps;
  if (opening === undefined) return ["settled"];
  if (opening.when !== undefined && later.length > 0)
    throw new LawMistake(`${rule.id}: its first step may be left out, and then another would be the first`);
  const stepped = later.map((step, place): Value => {
    const before = `step${String(place + 1)}`;
    const answer = settledAfter(printing, step, `${sent(printing, step, before)}.it`);
    const when = step.when === undefined ? "true" : printCondition(step.when, printing.scope);
    const taken = changed(before, [[step.instance, answer]]);
    return [`step${String(place + 2)}`, firstOf([{ guard: when, value: taken }], [before])];
  });
  const steps: readonly Value[] = [
    ["step1", changed("settled", [[opening.instance, settledAfter(printing, opening, "first.it")]])],
    ...stepped,
  ];
  const goesOn = block(steps.slice(0, -1), steps.at(-1)?.[1] ?? []);
  const refused = changed("settled", [
    ["refused", "first.refused"],
    [opening.instance, "first.it"],
  ]);
  const taken = block(
    [["first", [sent(printing, opening, "settled")]]],
    firstOf([{ guard: `first.refused != ""`, value: refused }], goesOn),
  );
  const when = opening.when === undefined ? "true" : printCondition(opening.when, printing.scope);
  return firstOf([{ guard: when, value: taken }], ["settled"]);
};

/** A rule over instances of these forms. */
export function printRule(asked: Asked, lexicon: Lexicon): Lines {
  const { name, rule, bound } = asked;
  const [phase = ""] = phaseParameter(lexicon).map(([parameter]) => parameter);
  const printing = { asked, scope: scopeOf(asked, lexicon, "settled"), phase };
  const instances = Object.entries(bound);
  const facts = factsOf(rule).map((fact): Parameter => [
    fact,
    lexicon.typeOf(lookUp(rule.trigger.fields, rule.id)(fact)),
  ]);
  const settling = instances.map(([instance, form]): Entry => [
    instance,
    settled(form, instance, "SINCE_EVER", instantOf(printing, instance), phase),
  ]);
  const refusals = rule.refusals.map(({ code, when }) => ({
    guard: printCondition(when, printing.scope),
    value: changed("settled", [["refused", quoted(code)]]),
  }));
  const types = instances.map(([instance, form]): Parameter => [instance, form.name]);
  return definition(
    rule.description,
    name,
    [...types, ...facts, ["at", "Moment"], ...phaseParameter(lexicon)],
    onOneLine(record([["refused", "str"], ...types])),
    block([["settled", record([["refused", `""`], ...settling])]], firstOf(refusals, printSteps(printing))),
  );
}
