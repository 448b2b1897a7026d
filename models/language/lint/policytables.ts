/**
 * The tables of the policy: constants with values of their kind, sets drawn from their vocabularies, presets that name nothing new.
 * Every constant and set rests on a clause and is described, as everything else in the law.
 * Whether a number is right is for the examples written by hand and for people.
 */
import { constants, presets, sets, vocabularies, type Constant } from "../../policy.ts";
import { clauses, sentence } from "./evidenceform.ts";
import { at, found, own, shown, type Finding } from "./finding.ts";
import { list, may, need, one, record, such, text } from "./shape.ts";

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
    Record<string, { readonly constants: Readonly<Record<string, number | string>> }>
  >;
}

export const policyTables: PolicyTables = { constants, sets, vocabularies, presets };

/** Every constant and set rests on clauses; a constant is described as well. Their types say the rest. */
const constantForm = record({
  kind: need(one(["duration", "count", "choice"])),
  value: need(such((value) => typeof value === "number" || typeof value === "string", "a number or a word")),
  clauses,
  description: sentence,
  vocabulary: may(text()),
});
const setForm = record({ vocabulary: need(text()), value: need(list(text(), "empty-list")), clauses });

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

export const findingsInPolicy = (tables: PolicyTables): readonly Finding[] => [
  ...Object.entries(tables.constants).flatMap(([name, constant]) =>
    constantForm(constant, at("policy.constants", name)),
  ),
  ...values(
    Object.fromEntries(Object.entries(tables.constants).map(([name, constant]) => [name, constant.value])),
    tables,
    "policy.constants",
  ),
  ...Object.entries(tables.presets).flatMap(([name, preset]) =>
    values(preset.constants, tables, at("policy.presets", name, "constants")),
  ),
  ...Object.entries(tables.sets).flatMap(([name, set]) => {
    const strangers = set.value.filter(
      (word) => !(own(tables.vocabularies, set.vocabulary) ?? []).includes(word),
    );
    return [
      ...setForm(set, at("policy.sets", name)),
      ...strangers.map((word) =>
        found(
          "word-unknown",
          at("policy.sets", name, "value"),
          `"${word}" is not in the vocabulary ${set.vocabulary}.`,
        ),
      ),
    ];
  }),
];
