/**
 * Prints expressions of the law as Quint over whole ticks counted from now: the present instant is 0, the past is below it.
 * Words and ids are values of types of their own, so that Quint's type checker refuses to compare what cannot be compared.
 * A condition that is decided by its literals alone becomes `true` or `false`, so that nothing is asked that has one answer.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Condition, Term, Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { constants, sets, vocabularies, type Constant } from "../../../models/policy.ts";
import { stateName, type Lexicon } from "./lexicon.ts";

/** What names mean where an expression stands, and how they are spelt. */
export interface Scope {
  readonly lexicon: Lexicon;
  readonly fieldOf: (name: string, instance: string | undefined) => Field;
  readonly givenOf: (name: string) => Field;
  readonly machineOf: (instance: string) => Lifecycle;
  readonly spellField: (name: string, instance: string | undefined) => string;
  readonly spellState: (instance: string) => string;
  /** How the instant of the decision is spelt. */
  readonly now: string;
  /** How the ticks since midnight are spelt. */
  readonly phase: string;
}

const instant: Field = { kind: "instant" };

const policyShape = (name: string): Field => {
  const found = Object.entries<Constant>(constants).find(([known]) => known === name)?.[1];
  if (found?.kind === "choice" && found.vocabulary !== undefined)
    return { kind: "choice", words: vocabularies[found.vocabulary] };
  return found?.kind === "duration" ? instant : { kind: "count", most: Infinity, domain: [] };
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
      return instant;
    case "sum":
    case "min":
      return term.of.map((part) => shapeOf(part, scope)).find((shape) => shape !== undefined);
    case "literal":
      return undefined;
  }
};

const printLiteral = (value: Value, shape: Field | undefined, { lexicon }: Scope): string => {
  if (value === null) return shape?.kind === "id" ? lexicon.id(shape.domain, null) : "NEVER";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return shape?.kind === "instant" ? lexicon.ticks(value) : String(value);
  if (shape?.kind === "choice") return lexicon.word(shape.words, value);
  if (shape?.kind === "id") return lexicon.id(shape.domain, value);
  throw new LawMistake(`the word ${value} belongs to no vocabulary here`);
};

/** A term as Quint; a literal takes the shape of what it is set into or compared with. */
export function printTerm(term: Term, scope: Scope, shape?: Field): string {
  switch (term.kind) {
    case "literal":
      return printLiteral(term.value, shape, scope);
    case "policy":
      return scope.lexicon.constant(term.name);
    case "field":
      return scope.spellField(term.field, term.instance);
    case "given":
      return term.field;
    case "now":
      return scope.now;
    case "sum": {
      const whole = shapeOf(term, scope) ?? shape;
      const parts = term.of.map((part) => printTerm(part, scope, whole));
      return whole?.kind === "instant"
        ? parts.reduce((moment, duration) => `later(${moment}, ${duration})`)
        : parts.join(" + ");
    }
    case "min":
      return term.of
        .map((part) => printTerm(part, scope, shapeOf(term, scope) ?? shape))
        .reduce((least, other) => `least(${least}, ${other})`);
    case "startOfDay": {
      const moment = printTerm(term.instant, scope, instant);
      return scope.lexicon.slice.ticksADay > 1
        ? `startOfDay(${moment}, ${scope.phase})`
        : `startOfDay(${moment})`;
    }
  }
}

const printEquals = (left: Term, right: Term, scope: Scope): string => {
  if (left.kind === "literal" && right.kind === "literal") return String(left.value === right.value);
  const shape = shapeOf(left, scope) ?? shapeOf(right, scope);
  // A word that the other side can never be is no mistake of the law, but no type has a value for it.
  const isForeign = (term: Term): boolean =>
    term.kind === "literal" &&
    typeof term.value === "string" &&
    shape?.kind === "choice" &&
    !shape.words.includes(term.value);
  if (isForeign(left) || isForeign(right)) return "false";
  return `${printTerm(left, scope, shape)} == ${printTerm(right, scope, shape)}`;
};

const printOneOf = (value: Term, set: string, scope: Scope): string => {
  const vocabulary = Object.entries(sets).find(([name]) => name === set)?.[1].vocabulary;
  const words = vocabulary === undefined ? [] : vocabularies[vocabulary];
  return `${printTerm(value, scope, { kind: "choice", words })}.in(${scope.lexicon.set(set)})`;
};

/** Outside all brackets, or else nothing has to be done about it. */
const outermost = (text: string): string => {
  const inner = text.replaceAll(/\([^()]*\)/g, "");
  return inner === text ? text : outermost(inner);
};
const bracketed = (text: string): string => (/ (and|or) /.test(outermost(text)) ? `(${text})` : text);

/** Parts joined by one word; `neutral` says nothing there, and its opposite decides. */
const joined = (parts: readonly string[], word: "and" | "or", neutral: "true" | "false"): string => {
  const [first = neutral, ...others] = parts.filter((part) => part !== neutral);
  const decides = neutral === "true" ? "false" : "true";
  if (first === decides || others.includes(decides)) return decides;
  return others.length === 0 ? first : [first, ...others].map(bracketed).join(` ${word} `);
};

export const both = (...parts: readonly string[]): string => joined(parts, "and", "true");
export const either = (...parts: readonly string[]): string => joined(parts, "or", "false");

/** Whether something is one of a few values. */
export const isOneOf = (what: string, values: readonly string[]): string =>
  values.length > 2
    ? `${what}.in(Set(${values.join(", ")}))`
    : either(...values.map((value) => `${what} == ${value}`));

export const negated = (text: string): string => {
  if (text === "true" || text === "false") return String(text === "false");
  return `not(${text})`;
};

/** A condition as a Quint expression; `true` or `false` where its literals decide it. */
export function printCondition(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case "reached":
      return `reached(${printTerm(condition.instant, scope, instant)}, ${printTerm(condition.by, scope, instant)})`;
    case "present": {
      if (condition.field.kind === "literal") return String(condition.field.value !== null);
      const shape = shapeOf(condition.field, scope);
      const nothing = shape?.kind === "id" ? scope.lexicon.id(shape.domain, null) : "NEVER";
      return `${printTerm(condition.field, scope)} != ${nothing}`;
    }
    case "below": {
      const [least, most] = [condition.left, condition.right].map((of) =>
        of.kind === "literal" && typeof of.value === "number" ? of.value : undefined,
      );
      if (least !== undefined && most !== undefined) return String(least < most);
      const shape = shapeOf(condition.left, scope) ?? shapeOf(condition.right, scope);
      return `${printTerm(condition.left, scope, shape)} < ${printTerm(condition.right, scope, shape)}`;
    }
    case "equals":
      return printEquals(condition.left, condition.right, scope);
    case "oneOf":
      return printOneOf(condition.value, condition.set, scope);
    case "flag":
      return printTerm(condition.value, scope);
    case "inState": {
      const machine = scope.machineOf(condition.instance);
      const state = scope.spellState(condition.instance);
      return isOneOf(
        state,
        condition.states.map((name) => stateName(machine, name)),
      );
    }
    case "and":
      return both(...condition.of.map((part) => printCondition(part, scope)));
    case "or":
      return either(...condition.of.map((part) => printCondition(part, scope)));
    case "not":
      return negated(printCondition(condition.of, scope));
  }
}
