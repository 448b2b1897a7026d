/**
 * Prints expressions of the law as plain ECMAScript over the law's own values: words as words, "never" and "nobody" as null.
 * The printer of SCXML uses it; unlike terms.ts it encodes nothing, because the reader is somebody else's program.
 * An expression the linter would refuse is a fault here.
 */
import type { Condition, Term, Value } from "../../models/language/expression.ts";
import type { Field } from "../../models/language/fields.ts";
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";

/** What names mean where an expression stands, and how they are spelt in the printed expression. */
export interface Spelling {
  readonly fieldOf: (name: string) => Field;
  readonly givenOf: (name: string) => Field;
  readonly spellField: (name: string) => string;
  readonly spellGiven: (name: string) => string;
  readonly spellPolicy: (name: string) => string;
  /** How the present instant is spelt. */
  readonly now: string;
}

/** A value between single quotes where it is a word, so that it reads well within an XML attribute. */
export const printValue = (value: Value): string =>
  typeof value === "string"
    ? `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : String(value);

/** The expressions of which any makes the term null by being null; none where it always has a value. */
const doubtsOf = (term: Term, spelling: Spelling): readonly string[] => {
  const nullable = ({ kind }: Field): boolean => kind === "instant" || kind === "id";
  switch (term.kind) {
    case "field":
      return nullable(spelling.fieldOf(term.field)) ? [spelling.spellField(term.field)] : [];
    case "given":
      return nullable(spelling.givenOf(term.field)) ? [spelling.spellGiven(term.field)] : [];
    case "literal":
      return term.value === null ? ["null"] : [];
    case "sum":
      return [...new Set(term.of.flatMap((part) => doubtsOf(part, spelling)))];
    case "min":
      return term.of.every((part) => doubtsOf(part, spelling).length > 0)
        ? [printLeast(term.of, spelling)]
        : [];
    case "startOfDay":
      return doubtsOf(term.instant, spelling);
    case "now":
    case "policy":
      return [];
  }
};

/** The term where it is not null, and the other value where it is. */
const orElse = (term: Term, other: string, spelling: Spelling): string => {
  const doubts = doubtsOf(term, spelling);
  const value = printKnown(term, spelling);
  if (doubts.length === 0) return value;
  return `(${doubts.map((doubt) => `${doubt} === null`).join(" || ")} ? ${other} : ${value})`;
};

const printLeast = (terms: readonly Term[], spelling: Spelling): string => {
  const least = `Math.min(${terms.map((term) => orElse(term, "Infinity", spelling)).join(", ")})`;
  const doubtful = terms.filter((term) => doubtsOf(term, spelling).length > 0);
  if (doubtful.length < terms.length) return least;
  return `(${terms.map((term) => `${printTerm(term, spelling)} === null`).join(" && ")} ? null : ${least})`;
};

const printDay = (instant: string): string => {
  const [day, offset] = [String(millisecondsADay), String(seoulOffset)];
  return `Math.floor((${instant} + ${offset}) / ${day}) * ${day} - ${offset}`;
};

/** A term that is known not to be null. */
const printKnown = (term: Term, spelling: Spelling): string => {
  switch (term.kind) {
    case "literal":
      return printValue(term.value);
    case "policy":
      return spelling.spellPolicy(term.name);
    case "field":
      return spelling.spellField(term.field);
    case "given":
      return spelling.spellGiven(term.field);
    case "now":
      return spelling.now;
    case "sum":
      return term.of.map((part) => printKnown(part, spelling)).join(" + ");
    case "min":
      return printLeast(term.of, spelling);
    case "startOfDay":
      return printDay(printKnown(term.instant, spelling));
  }
};

/** A term as an expression: a number in ms, a count, a word, true, false or null. */
export const printTerm = (term: Term, spelling: Spelling): string =>
  term.kind === "sum" || term.kind === "startOfDay"
    ? orElse(term, "null", spelling)
    : printKnown(term, spelling);

const printReached = (instant: Term, by: Term, spelling: Spelling): string => {
  const asked = doubtsOf(by, spelling).map((doubt) => `${doubt} === null`);
  const comparison = `${printKnown(by, spelling)} >= ${printKnown(instant, spelling)}`;
  return [
    ...doubtsOf(instant, spelling).map((doubt) => `${doubt} !== null`),
    asked.length === 0 ? comparison : `(${[...asked, comparison].join(" || ")})`,
  ].join(" && ");
};

const compound: readonly Condition["kind"][] = ["reached", "and", "or"];

const printParts = (parts: readonly Condition[], operator: string, spelling: Spelling): string =>
  parts
    .map((part) =>
      compound.includes(part.kind) ? `(${printCondition(part, spelling)})` : printCondition(part, spelling),
    )
    .join(operator);

/** A condition as an expression that is true or false. */
export function printCondition(condition: Condition, spelling: Spelling): string {
  switch (condition.kind) {
    case "reached":
      return printReached(condition.instant, condition.by, spelling);
    case "present":
      return `${printTerm(condition.field, spelling)} !== null`;
    case "below":
      return `${orElse(condition.left, "Infinity", spelling)} < ${orElse(condition.right, "Infinity", spelling)}`;
    case "equals":
      return `${printTerm(condition.left, spelling)} === ${printTerm(condition.right, spelling)}`;
    case "oneOf":
      return `${spelling.spellPolicy(condition.set)}.indexOf(${printTerm(condition.value, spelling)}) >= 0`;
    case "flag":
      return `${printTerm(condition.value, spelling)} === true`;
    case "inState":
      throw new Error("a machine's guard cannot ask the state of another instance");
    case "and":
      return printParts(condition.of, " && ", spelling);
    case "or":
      return printParts(condition.of, " || ", spelling);
    case "not":
      return `!(${printCondition(condition.of, spelling)})`;
  }
}
