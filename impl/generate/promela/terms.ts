/**
 * Prints expressions of the law as Promela over whole ticks counted from now: the present instant is 0, the past is below it.
 * Words are their place in their vocabulary, flags 0 and 1, nobody is 0, and an instant that never comes is NEVER.
 * A condition that is decided by its literals alone becomes `true` or `false`, so that nothing is asked that has one answer.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { constants, sets, vocabularies, type Constant } from "../../../models/policy.ts";
import type { Glossary } from "./glossary.ts";

/** What names mean where an expression stands, and how they are spelt. */
export interface Scope {
  readonly glossary: Glossary;
  readonly fieldOf: (name: string, instance: string | undefined) => Field;
  readonly givenOf: (name: string) => Field;
  readonly printField: (name: string, instance: string | undefined) => string;
  readonly printGiven: (name: string) => string;
  readonly printState: (instance: string) => string;
  readonly machineOf: (instance: string) => Lifecycle;
  /** How the instant of the decision is spelt. */
  readonly now: string;
}

/** The name of a state among the defines. */
export const stateName = (machine: Lifecycle, state: string): string => `${machine.id}_${state}`;

const policyShape = (name: string): Field => {
  const found = Object.entries<Constant>(constants).find(([known]) => known === name)?.[1];
  if (found?.kind === "choice" && found.vocabulary !== undefined)
    return { kind: "choice", words: vocabularies[found.vocabulary] };
  return found?.kind === "duration" ? { kind: "instant" } : { kind: "count", most: Infinity, domain: [] };
};

/** The kind of value a term has, as a field that could hold it; undefined for a bare literal. */
const shapeOf = (term: Term, scope: Scope): Field | undefined => {
  switch (term.kind) {
    case "field":
      return scope.fieldOf(term.field, term.instance);
    case "given":
      return scope.givenOf(term.field);
    case "policy":
      return policyShape(term.name);
    case "now":
    case "startOfDay":
      return { kind: "instant" };
    case "sum":
    case "min":
      return term.of.map((part) => shapeOf(part, scope)).find((shape) => shape !== undefined);
    case "literal":
      return undefined;
  }
};

const printLiteral = (value: Value, shape: Field | undefined, scope: Scope): string => {
  if (value === null) return shape === undefined || shape.kind === "instant" ? "NEVER" : "NOBODY";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") {
    const number = shape?.kind === "instant" ? scope.glossary.ticks(value) : String(value);
    return value < 0 ? `(${number})` : number;
  }
  if (shape?.kind === "choice") return scope.glossary.word(shape.words, value);
  if (shape?.kind === "id") return scope.glossary.id(shape.domain, value);
  throw new LawMistake(`the word ${value} belongs to no vocabulary here`);
};

/** Whether a term can be NEVER in some state. */
const mayBeNever = (term: Term, scope: Scope): boolean => {
  switch (term.kind) {
    case "field":
    case "given":
      return shapeOf(term, scope)?.kind === "instant";
    case "literal":
      return term.value === null;
    case "sum":
    case "min":
      return term.of.some((part) => mayBeNever(part, scope));
    case "startOfDay":
      return mayBeNever(term.instant, scope);
    case "now":
    case "policy":
      return false;
  }
};

/** Nothing is added to the present instant where it is 0. */
const printSum = (sum: Term, terms: readonly Term[], scope: Scope): string => {
  const shape = shapeOf(sum, scope);
  const plain = terms.filter((term) => !mayBeNever(term, scope)).map((term) => printTerm(term, scope, shape));
  const open = terms.filter((term) => mayBeNever(term, scope)).map((term) => printTerm(term, scope, shape));
  const added = plain.filter((text) => text !== "0").join(" + ");
  const [first, ...others] = [
    ...open,
    ...(added === "" && open.length > 0 ? [] : [added === "" ? "0" : added]),
  ];
  return others.reduce((sum, other) => `LATER(${sum}, ${other})`, first ?? "0");
};

/** A term as Promela; a literal takes the shape of what it is set into or compared with. */
export function printTerm(term: Term, scope: Scope, shape?: Field): string {
  switch (term.kind) {
    case "literal":
      return printLiteral(term.value, shape, scope);
    case "policy":
      return scope.glossary.constant(term.name);
    case "field":
      return scope.printField(term.field, term.instance);
    case "given":
      return scope.printGiven(term.field);
    case "now":
      return scope.now;
    case "sum":
      return printSum(term, term.of, scope);
    case "min":
      return term.of
        .map((part) => printTerm(part, scope, shapeOf(term, scope)))
        .reduce((least, other) => `EARLIEST(${least}, ${other})`);
    case "startOfDay":
      return `START_OF_DAY(${printTerm(term.instant, scope)})`;
  }
}

const decided = (holds: boolean): string => (holds ? "true" : "false");

const printReached = (instant: Term, by: Term, scope: Scope): string => {
  const [due, then] = [
    printTerm(instant, scope, { kind: "instant" }),
    printTerm(by, scope, { kind: "instant" }),
  ];
  return mayBeNever(instant, scope) && mayBeNever(by, scope)
    ? `${due} != NEVER && ${then} >= ${due}`
    : `${then} >= ${due}`;
};

const printEquals = (left: Term, right: Term, scope: Scope): string => {
  if (left.kind === "literal" && right.kind === "literal") return decided(left.value === right.value);
  const [one, other] = [shapeOf(left, scope), shapeOf(right, scope)];
  const shape = one ?? other;
  if (one?.kind === "choice" && other?.kind === "choice" && one.words.join() !== other.words.join())
    throw new LawMistake(`${one.words.join()} is compared with ${other.words.join()}`);
  // A word that the other side can never be is no mistake of the law, but no vocabulary has a number for it.
  const isForeign = ({ kind, ...rest }: Term): boolean =>
    kind === "literal" && "value" in rest && typeof rest.value === "string" && shape?.kind === "choice"
      ? !shape.words.includes(rest.value)
      : false;
  if (isForeign(left) || isForeign(right)) return "false";
  return `${printTerm(left, scope, shape)} == ${printTerm(right, scope, shape)}`;
};

const printOneOf = (value: Term, set: string, scope: Scope): string => {
  const vocabulary = Object.entries(sets).find(([name]) => name === set)?.[1].vocabulary;
  const words = vocabulary === undefined ? [] : vocabularies[vocabulary];
  return scope.glossary.isIn(set, printTerm(value, scope, { kind: "choice", words }));
};

const printStates = (instance: string, states: readonly string[], scope: Scope): string => {
  const machine = scope.machineOf(instance);
  const tests = states.map((state) => `${scope.printState(instance)} == ${stateName(machine, state)}`);
  return tests.join(" || ");
};

/** Whether the first bracket closes at the very end. */
const isWrapped = (text: string): boolean => {
  if (!text.startsWith("(")) return false;
  let open = 0;
  return Array.from(text).every((sign, place) => {
    open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    return open > 0 || place === text.length - 1;
  });
};

export const bracketed = (text: string): string =>
  / (&&|\|\|) /.test(text) && !isWrapped(text) ? `(${text})` : text;

/** In brackets, unless it stands in some already. */
export const wrapped = (text: string): string => (isWrapped(text) ? text : `(${text})`);

/** A condition as a Promela expression; `true` or `false` where its literals decide it. */
export function printCondition(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case "reached":
      return printReached(condition.instant, condition.by, scope);
    case "present": {
      if (condition.field.kind === "literal") return decided(condition.field.value !== null);
      const nothing = shapeOf(condition.field, scope)?.kind === "instant" ? "NEVER" : "NOBODY";
      return `${printTerm(condition.field, scope)} != ${nothing}`;
    }
    case "below": {
      const shape = shapeOf(condition.left, scope) ?? shapeOf(condition.right, scope);
      return `${printTerm(condition.left, scope, shape)} < ${printTerm(condition.right, scope, shape)}`;
    }
    case "equals":
      return printEquals(condition.left, condition.right, scope);
    case "oneOf":
      return printOneOf(condition.value, condition.set, scope);
    case "flag":
      return condition.value.kind === "literal"
        ? decided(condition.value.value === true)
        : printTerm(condition.value, scope);
    case "inState":
      return printStates(condition.instance, condition.states, scope);
    case "and": {
      const parts = condition.of.map((part) => printCondition(part, scope)).filter((text) => text !== "true");
      if (parts.includes("false")) return "false";
      return parts.length === 1 ? (parts[0] ?? "") : parts.map(bracketed).join(" && ") || "true";
    }
    case "or": {
      const parts = condition.of
        .map((part) => printCondition(part, scope))
        .filter((text) => text !== "false");
      if (parts.includes("true")) return "true";
      return parts.length === 1 ? (parts[0] ?? "") : parts.map(bracketed).join(" || ") || "false";
    }
    case "not": {
      const text = printCondition(condition.of, scope);
      if (text === "true" || text === "false") return decided(text === "false");
      return `!${wrapped(text)}`;
    }
  }
}
