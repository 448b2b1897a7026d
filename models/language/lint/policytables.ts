/**
 * The tables of the policy: constants with values of their kind, sets drawn from their vocabularies, presets that name nothing new.
 * Every constant and set rests on a clause and is described, as everything else in the law.
 * Whether a number is right is for the examples written by hand and for people.
 */
import { constants, presets, sets, vocabularies, type Constant } from "../../policy.ts";
import { clauses, sentence } from "./evidenceform.ts";
import { plainName } from "./fieldsform.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";
import { dictionary, list, may, need, one, record, such, text, type Shape } from "./shape.ts";

export interface PolicyTables {
  readonly constants: Readonly<Record<string, Constant>>;
  readonly sets: Readonly<
    Record<
      string,
      { readonly vocabulary: string; readonly value: readonly string[]; readonly clauses: readonly string[] }
    >
  >;
  readonly vocabularies: Readonly<Record<string, readonly string[]>>;
  readonly presets: Readonly<
    Record<
      string,
      {
        readonly constants: Readonly<Record<string, number | string>>;
        readonly sets: Readonly<Record<string, readonly string[]>>;
      }
    >
  >;
}

export const policyTables: PolicyTables = { constants, sets, vocabularies, presets };

const value = such((candidate) => ["number", "string"].includes(typeof candidate), "a number or a word");
const words = list(text(), "empty-list");
const anyName = () => [];

/** Every constant and set rests on clauses; a constant is described as well. */
export const policyForm: Shape = record({
  constants: need(
    dictionary(
      record({
        kind: need(one(["duration", "count", "choice"])),
        value: need(value),
        clauses,
        description: sentence,
        vocabulary: may(text()),
      }),
      plainName,
    ),
  ),
  sets: need(dictionary(record({ vocabulary: need(text()), value: need(words), clauses }), plainName)),
  vocabularies: need(dictionary(words, plainName)),
  presets: need(
    dictionary(
      record({
        preset: need(text()),
        constants: need(dictionary(value, anyName)),
        sets: need(dictionary(words, anyName)),
      }),
      anyName,
    ),
  ),
});

const fits = (value: number | string, constant: Constant, tables: PolicyTables): boolean =>
  constant.kind === "choice"
    ? (own(tables.vocabularies, constant.vocabulary ?? "") ?? []).some((word) => word === value)
    : Number.isSafeInteger(value) && Number(value) >= 0;

const values = (
  named: Readonly<Record<string, number | string>>,
  tables: PolicyTables,
  place: string,
): readonly Finding[] =>
  Object.entries(named).flatMap(([name, value]) => {
    const constant = own(tables.constants, name);
    if (constant === undefined)
      return [found("unknown-policy", at(place, name), `The policy has no constant "${name}".`)];
    return fits(value, constant, tables)
      ? []
      : [found("policy-value", at(place, name), `A ${constant.kind} has the value ${shown(value)}.`)];
  });

const strangers = (
  named: Readonly<Record<string, readonly string[]>>,
  tables: PolicyTables,
  place: string,
): readonly Finding[] =>
  Object.entries(named).flatMap(([name, members]) => {
    const set = own(tables.sets, name);
    if (set === undefined) return [found("unknown-set", at(place, name), `The policy has no set "${name}".`)];
    const vocabulary = own(tables.vocabularies, set.vocabulary) ?? [];
    return members
      .filter((word) => !vocabulary.includes(word))
      .map((word) =>
        found("word-unknown", at(place, name), `"${word}" is not in the vocabulary ${set.vocabulary}.`),
      );
  });

const valuesOf = <Kind>(
  tables: Readonly<Record<string, { readonly value: Kind }>>,
): Readonly<Record<string, Kind>> =>
  Object.fromEntries(Object.entries(tables).map(([name, { value: current }]) => [name, current]));

/** What the tables mean together; their form is right already. */
export const findingsInPolicy = (tables: PolicyTables): readonly Finding[] => [
  ...values(valuesOf(tables.constants), tables, "policy.constants"),
  ...strangers(valuesOf(tables.sets), tables, "policy.sets"),
  ...Object.entries(tables.presets).flatMap(([name, preset]) => [
    ...values(preset.constants, tables, at("policy.presets", name, "constants")),
    ...strangers(preset.sets, tables, at("policy.presets", name, "sets")),
  ]),
];
