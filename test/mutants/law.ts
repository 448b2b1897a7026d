/**
 * The law as the mutants change it: machines, rules and the presets of the policy, all plain data.
 * A mutant of the models is a function from this law to another; nothing is written to disk and nothing generated.
 * What messages carry, who knows what and all words for readers are no part of it.
 */
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { Rule } from "../../models/language/rule.ts";
import { presets, type Policy, type PresetName } from "../../models/policy.ts";
import { modelsLaw, type ReadLaw } from "../clauses/readlaw.ts";

export interface Law extends ReadLaw {
  readonly presets: Readonly<Record<PresetName, Policy>>;
}

export const theLaw: Law = { ...modelsLaw, presets };

export const withMachine = (law: Law, machine: Lifecycle): Law => ({
  ...law,
  machines: law.machines.map((one) => (one.id === machine.id ? machine : one)),
});

export const withRule = (law: Law, rule: Rule): Law => ({
  ...law,
  rules: law.rules.map((one) => (one.id === rule.id ? rule : one)),
});

/** A law with one deliberate mistake. */
export interface LawMutant {
  /** Stable: the place in the law, and what was done there. */
  readonly id: string;
  readonly sentence: string;
  /** The machine or rule that was changed; a number of the policy changes no one in particular. */
  readonly concerns: { readonly machine: string } | { readonly rule: string } | { readonly constant: string };
  readonly mutate: (law: Law) => Law;
}

/** One possible change of a part of the law. */
export interface Change<Part> {
  /** What was done and where in the part, as the end of a mutant's id. */
  readonly what: string;
  readonly says: string;
  readonly to: Part;
}

/** The same change, seen from the part around it. */
export const within = <Inner, Outer>(
  changes: readonly Change<Inner>[],
  place: string,
  around: (inner: Inner) => Outer,
): readonly Change<Outer>[] =>
  changes.map(({ what, says, to }) => ({ what: `${place}.${what}`, says, to: around(to) }));

export const replacedAt = <T>(list: readonly T[], place: number, by: T): readonly T[] =>
  list.map((one, index) => (index === place ? by : one));

export const withoutAt = <T>(list: readonly T[], place: number): readonly T[] =>
  list.filter((_, index) => index !== place);

/** The one at the place and the next one change places. */
export const swappedAt = <T>(list: readonly T[], place: number): readonly T[] => {
  const [one, other] = list.slice(place, place + 2);
  return one === undefined || other === undefined
    ? list
    : [...list.slice(0, place), other, one, ...list.slice(place + 2)];
};

export const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([known]) => known !== name));

/** The next name in a list, around its end; nothing where there is no other. */
export const nextAfter = (names: readonly string[], name: string): string | undefined => {
  const next = names[(names.indexOf(name) + 1) % Math.max(1, names.length)];
  return next === name ? undefined : next;
};
