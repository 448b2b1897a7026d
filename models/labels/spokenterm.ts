/**
 * Says the values of the law aloud: terms, constants of the policy with number and name, and finite sets with their members.
 * models/language/sentence.ts makes sentences of them; diagrams use the constants by themselves.
 */
import type { Term, Value } from "../language/expression.ts";
import { constants, type Constant, type Policy } from "../policy.ts";
import { sayCount, sayDuration } from "./duration.ts";
import { grammar as english } from "./en/grammar.ts";
import type { Grammar, Predicate } from "./grammar.ts";
import { grammar as korean } from "./ko/grammar.ts";
import { words, type Language } from "./labels.ts";

/** Where an expression stands: in a machine or a rule (its id), and for a rule which machine each instance is of. */
export interface Place {
  readonly scope: string;
  readonly instances?: Readonly<Record<string, string>>;
}

export const grammars: Readonly<Record<Language, Grammar>> = { en: english, ko: korean };
export const nowhere: Place = { scope: "" };
const kindOf: Readonly<Record<string, Constant>> = constants;

export const isDuration = (term: Term): boolean =>
  term.kind === "policy" && kindOf[term.name]?.kind === "duration";

/** Several durations and nothing else. */
const isSeveralDurations = (term: Term): boolean =>
  term.kind === "sum" && term.of.length > 1 && term.of.every(isDuration);

const isInstant = (term: Term): boolean =>
  term.kind === "now" ||
  term.kind === "startOfDay" ||
  ((term.kind === "sum" || term.kind === "min") &&
    term.of.some((part) => isDuration(part) || isInstant(part)));

/** A policy's constant with its number and its name: "30 days (validity of a verification)". */
export function sayConstant(name: string, language: Language, policy: Policy): string {
  return grammars[language].constant(sayValueOf(name, language, policy), words(language).constant(name));
}

/** The value of a constant alone: "30 days", "20", "once, at first use". */
export function sayValueOf(name: string, language: Language, policy: Policy): string {
  const value = policy.constants[name];
  if (value === undefined) return name;
  if (typeof value === "string") return words(language).word(value);
  return kindOf[name]?.kind === "duration" ? sayDuration(value, language) : sayCount(value);
}

/** A finite set of the policy with its members. */
export function sayMembers(set: string, language: Language, policy: Policy): string {
  const said = words(language);
  return grammars[language].setOf(said.set(set), (policy.sets[set] ?? []).map(said.word));
}

const sayValue = (value: Value, language: Language): string => {
  const grammar = grammars[language];
  if (value === null) return grammar.never;
  if (typeof value === "boolean") return value ? grammar.yes : grammar.no;
  return typeof value === "number" ? sayCount(value) : words(language).word(value);
};

/** A term, as a noun. */
export function sayTerm(term: Term, language: Language, policy: Policy, place: Place = nowhere): string {
  const grammar = grammars[language];
  const say = (part: Term): string => sayTerm(part, language, policy, place);
  switch (term.kind) {
    case "literal":
      return sayValue(term.value, language);
    case "policy":
      return sayConstant(term.name, language, policy);
    case "field": {
      if (term.instance === undefined) return grammar.own(words(language).field(place.scope, term.field));
      const machine = place.instances?.[term.instance] ?? term.instance;
      return grammar.ownOf(words(language).machine(machine), words(language).field(machine, term.field));
    }
    case "given":
      return grammar.stated(words(language).field(place.scope, term.field));
    case "now":
      return grammar.now;
    case "sum": {
      const lasting = term.of.filter(isDuration).map(say);
      const others = term.of.filter((part) => !isDuration(part));
      if (lasting.length === 0) return grammar.total(others.map(say));
      const duration = grammar.durations(lasting);
      if (others.length === 0) return duration;
      if (others.every((part) => part.kind === "now")) return grammar.fromNow(duration);
      return grammar.after(duration, grammar.total(others.map(say)));
    }
    case "min":
      return (isInstant(term) ? grammar.earliest : grammar.least)(term.of.map(say));
    case "startOfDay":
      return grammar.startOfDay(say(term.instant));
  }
}

const isFixed = (term: Term): boolean => term.kind === "literal" || term.kind === "policy";

/** That the one is below the other: what is claimed, and of what; the subject is what is not fixed, and durations are taken together. */
export function sayComparison(
  left: Term,
  right: Term,
  language: Language,
  policy: Policy,
  place: Place,
): readonly [predicate: Predicate, subject: string, than: string] {
  const say = (term: Term): string => {
    const said = sayTerm(term, language, policy, place);
    return isSeveralDurations(term) ? grammars[language].together(said) : said;
  };
  return isFixed(left)
    ? [isSeveralDurations(right) ? "areMore" : "isMore", say(right), say(left)]
    : [isSeveralDurations(left) ? "areLess" : "isLess", say(left), say(right)];
}
