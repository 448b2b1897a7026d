/**
 * The mistakes that can be made in a term: another constant of the same kind, another field of the same kind, a part forgotten.
 * machines.ts and rules.ts ask for them wherever a term stands.
 * A constant of equal value is a mistake like any other: the next policy tells them apart.
 */
import { literal, sum, type Term } from "../../models/language/expression.ts";
import type { Fields } from "../../models/language/fields.ts";
import { constants, type Constant } from "../../models/policy.ts";
import { nextAfter, replacedAt, within, withoutAt, type Change } from "./law.ts";

/** What names can stand where the term stands. */
export interface Names {
  readonly fields: Fields;
  readonly given: Fields;
  /** Fields and states of the instances of a rule. */
  readonly instances: Readonly<
    Record<string, { readonly fields: Fields; readonly states: readonly string[] }>
  >;
}

const kinds = Object.entries<Constant>(constants);

/** Every constant that could not be told apart under this policy, and the next two of the kind. */
export const mistakenFor = (name: string): readonly string[] => {
  const one = kinds.find(([known]) => known === name)?.[1];
  const others = kinds.filter(([known, { kind }]) => kind === one?.kind && known !== name);
  const equal = others.filter(([, { value }]) => value === one?.value);
  const after = others.filter(
    ([known]) => kinds.findIndex(([id]) => id === known) > kinds.findIndex(([id]) => id === name),
  );
  const different = [...after, ...others].filter(([, { value }]) => value !== one?.value);
  return [...new Set([...equal, ...different.slice(0, 2)].map(([known]) => known))];
};

const otherField = (fields: Fields, name: string): string | undefined => {
  const kind = fields[name]?.kind;
  const alike = Object.entries(fields).flatMap(([known, field]) => (field.kind === kind ? [known] : []));
  return nextAfter(alike, name);
};

const one = <Part>(what: string, says: string, to: Part): readonly Change<Part>[] => [{ what, says, to }];

const ofParts = (kind: "sum" | "min", of: readonly Term[], names: Names): readonly Change<Term>[] => [
  ...of.flatMap((part, place) => {
    const rest = withoutAt(of, place);
    const [only] = rest;
    const to: Term = rest.length === 1 && only !== undefined ? only : { kind, of: rest };
    return one<Term>(`${kind}-part-${String(place + 1)}-forgotten`, `a part of a ${kind} is forgotten`, to);
  }),
  ...of.flatMap((part, place) =>
    within(changesOfTerm(part, names), String(place + 1), (to): Term => ({
      kind,
      of: replacedAt(of, place, to),
    })),
  ),
];

export function changesOfTerm(term: Term, names: Names): readonly Change<Term>[] {
  switch (term.kind) {
    case "literal":
      if (typeof term.value === "boolean")
        return one("flag-turned", "a flag is turned over", literal(!term.value));
      return typeof term.value === "number"
        ? one("number-plus-1", `${String(term.value)} becomes one more`, literal(term.value + 1))
        : [];
    case "policy":
      return [
        ...mistakenFor(term.name).flatMap((name) =>
          one<Term>(`${term.name}-becomes-${name}`, `${term.name} is mistaken for ${name}`, {
            kind: "policy",
            name,
          }),
        ),
        ...(kinds.some(([name, { kind }]) => name === term.name && kind !== "choice")
          ? one(`${term.name}-doubled`, `${term.name} counts twice`, sum(term, term))
          : []),
      ];
    case "field": {
      const among = term.instance === undefined ? names.fields : names.instances[term.instance]?.fields;
      const other = otherField(among ?? {}, term.field);
      return other === undefined
        ? []
        : one(`${term.field}-becomes-${other}`, `${term.field} is mistaken for ${other}`, {
            ...term,
            field: other,
          });
    }
    case "given": {
      const other = otherField(names.given, term.field);
      return other === undefined
        ? []
        : one(
            `given-${term.field}-becomes-${other}`,
            `what comes as ${term.field} is mistaken for ${other}`,
            {
              ...term,
              field: other,
            },
          );
    }
    case "now":
      return [];
    case "sum":
    case "min":
      return ofParts(term.kind, term.of, names);
    case "startOfDay":
      return [
        ...one("start-of-day-forgotten", "the day is not counted from its start", term.instant),
        ...within(changesOfTerm(term.instant, names), "day", (instant): Term => ({
          kind: "startOfDay",
          instant,
        })),
      ];
  }
}

/** One more and one less than the term: a millisecond of an instant, one of a count. */
export const nudges = (term: Term): readonly Change<Term>[] =>
  ([1, -1] as const).flatMap((by) =>
    one(
      by > 0 ? "plus-1" : "minus-1",
      by > 0 ? "one (millisecond) more" : "one (millisecond) less",
      sum(term, literal(by)),
    ),
  );
