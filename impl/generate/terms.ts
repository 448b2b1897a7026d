/**
 * Prints expressions of the law as TypeScript over whole numbers: words by their place in their vocabulary, flags as 0 and 1,
 * "never" as the latest number there is. Both the core of machines and the core of rules are printed through it.
 * An expression the linter would refuse is a fault here.
 */
import type { Condition, Term } from "../../models/language/expression.ts";
import type { Field, Fields } from "../../models/language/fields.ts";
import { constants, sets, vocabularies, type Constant } from "../../models/policy.ts";
import { quoted } from "./names.ts";

/** What names mean where an expression stands, and how they are spelt in the generated code. */
export interface Scope {
  readonly fieldOf: (name: string, instance: string | undefined) => Field;
  readonly givenOf: (name: string) => Field;
  readonly printField: (name: string, instance: string | undefined) => string;
  readonly printGiven: (name: string) => string;
  readonly printStates: (instance: string, states: readonly string[]) => string;
  /** How the present instant is spelt. */
  readonly now: string;
}

const constantOf = (name: string): Constant => {
  const found = Object.entries<Constant>(constants).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`the policy has no constant ${name}`);
  return found;
};

/** The fields of a machine or event, looked up by name. */
export const lookUp =
  (fields: Fields, what: string) =>
  (name: string): Field => {
    const field = fields[name];
    if (field === undefined) throw new Error(`${what} has no field ${name}`);
    return field;
  };

/** The kind of value a term has, as a field that could hold it; undefined for a bare literal. */
const shapeOf = (term: Term, scope: Scope): Field | undefined => {
  switch (term.kind) {
    case "field":
      return scope.fieldOf(term.field, term.instance);
    case "given":
      return scope.givenOf(term.field);
    case "policy": {
      const { kind, vocabulary } = constantOf(term.name);
      if (kind === "choice" && vocabulary !== undefined)
        return { kind: "choice", words: vocabularies[vocabulary] };
      return kind === "duration" ? { kind: "instant" } : { kind: "count", most: Infinity, domain: [] };
    }
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

const printLiteral = (value: string | number | boolean | null, shape: Field | undefined): string => {
  if (value === null) return shape?.kind === "instant" ? "never" : "0";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return String(value);
  const place = shape?.kind === "choice" ? shape.words.indexOf(value) : -1;
  if (place < 0) throw new Error(`the word ${quoted(value)} belongs to no vocabulary here`);
  return `${String(place)} /* ${value} */`;
};

/** Whether a term can be "never" while the program runs. */
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

const printSum = (terms: readonly Term[], scope: Scope): string => {
  const [first, ...rest] = [...terms].sort(
    (a, b) => Number(mayBeNever(b, scope)) - Number(mayBeNever(a, scope)),
  );
  if (first === undefined) return "0";
  const added = rest.map((term) => printTerm(term, scope)).join(" + ");
  if (mayBeNever(first, scope)) return `later(${printTerm(first, scope)}, ${added})`;
  return [printTerm(first, scope), ...(added === "" ? [] : [added])].join(" + ");
};

/** A term as TypeScript; a literal takes the shape of what it is set into or compared with. */
export function printTerm(term: Term, scope: Scope, shape?: Field): string {
  switch (term.kind) {
    case "literal":
      return printLiteral(term.value, shape);
    case "policy":
      return `policy.${term.name}`;
    case "field":
      return scope.printField(term.field, term.instance);
    case "given":
      return scope.printGiven(term.field);
    case "now":
      return scope.now;
    case "sum":
      return printSum(term.of, scope);
    case "min":
      return `Math.min(${term.of.map((part) => printTerm(part, scope)).join(", ")})`;
    case "startOfDay": {
      const instant = printTerm(term.instant, scope);
      return mayBeNever(term.instant, scope) ? `startOfDayIfAny(${instant})` : `startOfDay(${instant})`;
    }
  }
}

const setOf = (name: string): { readonly vocabulary: string } => {
  const found = Object.entries(sets).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`the policy has no set ${name}`);
  return found;
};

const bracketed = (condition: Condition, scope: Scope): string =>
  condition.kind === "and" || condition.kind === "or"
    ? `(${printCondition(condition, scope)})`
    : printCondition(condition, scope);

const printReached = (instant: Term, by: Term, scope: Scope): string => {
  const comparison = `${printTerm(by, scope)} >= ${printTerm(instant, scope)}`;
  return by.kind === "now" || !mayBeNever(by, scope) || !mayBeNever(instant, scope)
    ? comparison
    : `(${printTerm(instant, scope)} !== never && ${comparison})`;
};

/** A condition as a TypeScript expression that is true or false. */
export function printCondition(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case "reached":
      return printReached(condition.instant, condition.by, scope);
    case "present":
      return `${printTerm(condition.field, scope)} !== ${shapeOf(condition.field, scope)?.kind === "instant" ? "never" : "0"}`;
    case "below":
      return `${printTerm(condition.left, scope)} < ${printTerm(condition.right, scope)}`;
    case "equals": {
      const shape = shapeOf(condition.left, scope) ?? shapeOf(condition.right, scope);
      return `${printTerm(condition.left, scope, shape)} === ${printTerm(condition.right, scope, shape)}`;
    }
    case "oneOf":
      setOf(condition.set);
      return `((policy.${condition.set} >> ${printTerm(condition.value, scope)}) & 1) === 1`;
    case "flag":
      return `${printTerm(condition.value, scope)} === 1`;
    case "inState":
      return scope.printStates(condition.instance, condition.states);
    case "and":
      return condition.of.map((part) => bracketed(part, scope)).join(" && ");
    case "or":
      return condition.of.map((part) => bracketed(part, scope)).join(" || ");
    case "not":
      return `!(${printCondition(condition.of, scope)})`;
  }
}
