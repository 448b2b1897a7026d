/**
 * The instants at which a condition of the law changes its mind, solved for one unknown: the present, or what an event brings.
 * The search over instants waits for them, and payloads are made of them, so that guards are met on both sides of their boundary.
 * It reads the closed expression language only: sums of durations, the start of a day, the least of some.
 */
import { evaluate, type Surroundings } from "../../../models/language/evaluate.ts";
import type { Condition, Term } from "../../../models/language/expression.ts";
import { millisecondsADay } from "../../../models/policy.ts";

/** An instant: something, or the start of its day, and a duration more. */
interface Linear {
  readonly of: Term;
  readonly startsDay: boolean;
  readonly plusMs: number;
}

type Reached = Extract<Condition, { kind: "reached" }>;

/** All comparisons of times inside a condition. */
export const comparisonsIn = (condition: Condition): readonly Reached[] => {
  switch (condition.kind) {
    case "reached":
      return [condition];
    case "and":
    case "or":
      return condition.of.flatMap(comparisonsIn);
    case "not":
      return comparisonsIn(condition.of);
    case "present":
    case "below":
    case "equals":
    case "oneOf":
    case "flag":
    case "inState":
      return [];
  }
};

const isDuration = (term: Term): boolean => term.kind === "policy" || term.kind === "literal";

const linear = (term: Term, around: Surroundings): readonly Linear[] => {
  switch (term.kind) {
    case "sum": {
      const [moment, ...others] = term.of.filter((part) => !isDuration(part));
      if (moment === undefined || others.length > 0) return [];
      const durations = term.of.filter(isDuration).map((part) => Number(evaluate(part, around)));
      const plusMs = durations.reduce((all, one) => all + one, 0);
      return linear(moment, around).map((one) => ({ ...one, plusMs: one.plusMs + plusMs }));
    }
    case "min":
      return term.of.flatMap((part) => linear(part, around));
    case "startOfDay":
      return linear(term.instant, around).map(({ of }) => ({ of, startsDay: true, plusMs: 0 }));
    case "literal":
    case "policy":
    case "field":
    case "given":
    case "now":
      return [{ of: term, startsDay: false, plusMs: 0 }];
  }
};

const same = (one: Term, other: Term): boolean => JSON.stringify(one) === JSON.stringify(other);

const dayOf = (instant: number, around: Surroundings): number =>
  Number(evaluate({ kind: "startOfDay", instant: { kind: "literal", value: instant } }, around));

const solved = (one: Term, other: Term, unknown: Term, around: Surroundings): readonly number[] =>
  linear(one, around)
    .filter(({ of }) => same(of, unknown))
    .flatMap(({ startsDay, plusMs }) => {
      const value = evaluate(other, around);
      if (typeof value !== "number") return [];
      const day = dayOf(value - plusMs, around);
      return startsDay ? [day, day + millisecondsADay] : [value - plusMs];
    });

/** Whether the comparison asks about the unknown, and about nothing else that is not known yet. */
const canSolve = ({ instant, by }: Reached, unknown: Term, { given }: Surroundings): boolean => {
  const text = JSON.stringify([instant, by]);
  const asked = [...text.matchAll(/\{"kind":"given","field":"(\w+)"\}/g)];
  return (
    text.includes(JSON.stringify(unknown)) &&
    asked.every(([term, name = ""]) => term === JSON.stringify(unknown) || name in given)
  );
};

/** The instants of the unknown at which one of the comparisons changes, as far as what the event brings is chosen yet. */
export const boundariesOf = (
  comparisons: readonly Reached[],
  unknown: Term,
  around: Surroundings,
): readonly number[] =>
  comparisons
    .filter((comparison) => canSolve(comparison, unknown, around))
    .flatMap(({ instant, by }) => [
      ...solved(instant, by, unknown, around),
      ...solved(by, instant, unknown, around),
    ]);
