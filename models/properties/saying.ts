/**
 * Says a promise aloud, in Korean and English, from the conditions by which it is judged: what happens only under what.
 * Reviewers read in it what is really checked, every number of the policy with its name, beside the prose that was written by hand.
 * It asks models/language/sentence.ts for the conditions and adds no law.
 */
import { withParticle } from "../labels/particle.ts";
import { words, type Language } from "../labels/labels.ts";
import { inState, type Condition, type Term } from "../language/expression.ts";
import { sayCondition } from "../language/sentence.ts";
import { isObservedKind, type ObservedKind } from "../observations.ts";
import type { Policy } from "../policy.ts";
import type { Judge, Property } from "./property.ts";

/** Machines whose states observations name. */
const machines: readonly string[] = ["crisis", "consent", "verification"];

/** What is observed is said as what is, not as what somebody states. */
const term = (of: Term): Term => {
  switch (of.kind) {
    case "given":
      return { kind: "field", field: of.field };
    case "sum":
    case "min":
      return { ...of, of: of.of.map(term) };
    case "startOfDay":
      return { ...of, instant: term(of.instant) };
    default:
      return of;
  }
};

const condition = (of: Condition): Condition => {
  switch (of.kind) {
    case "reached":
      return { ...of, instant: term(of.instant), by: term(of.by) };
    case "present":
      return { ...of, field: term(of.field) };
    case "below":
      return { ...of, left: term(of.left), right: term(of.right) };
    case "equals":
      return of.left.kind === "given" && of.right.kind === "literal" && machines.includes(of.left.field)
        ? inState(of.left.field, String(of.right.value))
        : { ...of, left: term(of.left), right: term(of.right) };
    case "oneOf":
    case "flag":
      return { ...of, value: term(of.value) };
    case "inState":
      return of;
    case "and":
    case "or":
      return { ...of, of: of.of.map(condition) };
    case "not":
      return { ...of, of: condition(of.of) };
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What may be observed, and when: "A pass is seen to be stored only if the number of times it was stored is “1”." */
export function sayJudge(
  kind: ObservedKind,
  { when, then }: Judge,
  language: Language,
  policy: Policy,
): string {
  const say = (of: Condition): string => sayCondition(condition(of), language, policy, { scope: kind });
  const seen = words(language).observation(kind);
  switch (language) {
    case "en":
      return capital(`${when === undefined ? "" : `if ${say(when)}, `}${seen} only if ${say(then)}.`);
    case "ko":
      return `${when === undefined ? "" : `${say(when)}, `}${withParticle(seen, "은")} ${say(then)}에만 있습니다.`;
  }
}

/** A sentence for each kind of observation that the promise judges; none for a promise about knowledge. */
export const sayPromise = (
  { judges, observes }: Property,
  language: Language,
  policy: Policy,
): readonly string[] =>
  observes.filter(isObservedKind).flatMap((kind) => {
    const judge = judges[kind];
    return judge === undefined ? [] : [sayJudge(kind, judge, language, policy)];
  });
