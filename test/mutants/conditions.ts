/**
 * The mistakes that can be made in a condition: turned over, `and` for `or`, a part forgotten, a boundary off by one, a state too few.
 * machines.ts asks for those of guards, rules.ts for those of refusals and steps.
 */
import type { Condition, Term } from "../../models/language/expression.ts";
import { replacedAt, within, withoutAt, type Change } from "./law.ts";
import { changesOfTerm, nudges, type Names } from "./terms.ts";

type Parts = Extract<Condition, { readonly kind: "and" | "or" }>;

const ofTerm = (
  term: Term,
  place: string,
  names: Names,
  around: (term: Term) => Condition,
): readonly Change<Condition>[] => within(changesOfTerm(term, names), place, around);

const ofParts = ({ kind, of }: Parts, names: Names): readonly Change<Condition>[] => {
  const other = kind === "and" ? "or" : "and";
  return [
    { what: `${kind}-becomes-${other}`, says: `"${kind}" becomes "${other}"`, to: { kind: other, of } },
    ...of.map((_, place): Change<Condition> => {
      const rest = withoutAt(of, place);
      const [only] = rest;
      return {
        what: `part-${String(place + 1)}-forgotten`,
        says: "a part of a condition is forgotten",
        to: rest.length === 1 && only !== undefined ? only : { kind, of: rest },
      };
    }),
    ...of.flatMap((part, place) =>
      within(changesOfCondition(part, names), String(place + 1), (to): Condition => ({
        kind,
        of: replacedAt(of, place, to),
      })),
    ),
  ];
};

const ofStates = (condition: Extract<Condition, { readonly kind: "inState" }>, names: Names) => {
  const { instance, states } = condition;
  const others = (names.instances[instance]?.states ?? []).filter((state) => !states.includes(state));
  return [
    ...(states.length < 2 ? [] : states).map((state): Change<Condition> => ({
      what: `${instance}-${state}-left-out`,
      says: `${state} is left out of the states asked for`,
      to: { ...condition, states: states.filter((name) => name !== state) },
    })),
    ...others.map((state): Change<Condition> => ({
      what: `${instance}-${state}-too`,
      says: `${state} counts among the states asked for`,
      to: { ...condition, states: [...states, state] },
    })),
  ];
};

/** Mistakes inside the condition, the whole of it not turned over. */
function inside(condition: Condition, names: Names): readonly Change<Condition>[] {
  switch (condition.kind) {
    case "reached":
      return [
        ...within(nudges(condition.instant), "instant", (instant): Condition => ({ ...condition, instant })),
        ...ofTerm(condition.instant, "instant", names, (instant) => ({ ...condition, instant })),
        ...ofTerm(condition.by, "by", names, (by) => ({ ...condition, by })),
      ];
    case "present":
      return ofTerm(condition.field, "present", names, (field) => ({ ...condition, field }));
    case "below":
      return [
        ...within(nudges(condition.left), "left", (left): Condition => ({ ...condition, left })),
        ...ofTerm(condition.left, "left", names, (left) => ({ ...condition, left })),
        ...ofTerm(condition.right, "right", names, (right) => ({ ...condition, right })),
      ];
    case "equals":
      return [
        ...ofTerm(condition.left, "left", names, (left) => ({ ...condition, left })),
        ...ofTerm(condition.right, "right", names, (right) => ({ ...condition, right })),
      ];
    case "oneOf":
    case "flag":
      return ofTerm(condition.value, "value", names, (value) => ({ ...condition, value }));
    case "inState":
      return ofStates(condition, names);
    case "and":
    case "or":
      return ofParts(condition, names);
    case "not":
      return within(inside(condition.of, names), "not", (of): Condition => ({ kind: "not", of }));
  }
}

export function changesOfCondition(condition: Condition, names: Names): readonly Change<Condition>[] {
  const turned: Condition = condition.kind === "not" ? condition.of : { kind: "not", of: condition };
  return [
    { what: "turned-over", says: "a condition is turned over", to: turned },
    ...inside(condition, names),
  ];
}
