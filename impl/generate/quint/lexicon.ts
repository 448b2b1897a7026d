/**
 * The names that a Quint module declares before anything else: types for words and ids, constants and finite sets of the policy.
 * The printers ask it for a name whenever they need one, and only what was asked for is declared, so that a reader meets nothing unused.
 * It refuses a duration that is no whole number of ticks: such a policy has not been made small.
 */
import { tickMs } from "../../../models/language/compose.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import { atRest, type Field } from "../../../models/language/fields.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { constants, sets, vocabularies, type Constant, type Policy } from "../../../models/policy.ts";
import { capitalised } from "../names.ts";
import { enclosed, says, type Lines } from "./text.ts";

/** A name of the law as a name in Quint. */
export const identifier = (name: string): string => name.replaceAll(/\W+/g, "_").replaceAll(/^_+|_+$/g, "");

export const stateType = (machine: Lifecycle): string => `${capitalised(machine.id)}State`;
export const stateName = (machine: Lifecycle, state: string): string =>
  `${capitalised(machine.id)}_${identifier(state)}`;
/** How a word, or nobody, is called among the values of its type. */
export const memberName = (type: string, word: string | null): string =>
  `${type}_${word === null ? "nobody" : identifier(word)}`;

export interface Lexicon {
  readonly slice: Slice;
  readonly typeOf: (field: Field) => string;
  readonly word: (words: readonly string[], word: string) => string;
  readonly id: (domain: readonly string[], id: string | null) => string;
  readonly atRest: (field: Field) => string;
  readonly constant: (name: string) => string;
  /** A finite set of the policy. */
  readonly set: (name: string) => string;
  /** A duration that the law itself names in milliseconds. */
  readonly ticks: (durationMs: number) => string;
  /** Everything asked for. */
  readonly types: () => Lines;
  readonly values: () => Lines;
}

const constantOf = (name: string): Constant => {
  const found = Object.entries<Constant>(constants).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new LawMistake(`the policy has no constant ${name}`);
  return found;
};

/** A lexicon for one slice; `named` gives lists of words the names of the fields that have them. */
export function lexiconOf(
  slice: Slice,
  policy: Policy,
  named: readonly (readonly [name: string, words: readonly string[]])[],
): Lexicon {
  const known = [...Object.entries<readonly string[]>(vocabularies), ...named];
  const types = new Map<string, Lines>();
  const values = new Map<string, Lines>();

  const declared = (among: Map<string, Lines>, name: string, lines: Lines): string => {
    if ((among.get(name) ?? lines).join() !== lines.join())
      throw new LawMistake(`${name} would mean two things`);
    among.set(name, lines);
    return name;
  };
  const typeNamed = (name: string, members: readonly (string | null)[]): string =>
    declared(types, name, [
      `type ${name} = ${members.map((member) => memberName(name, member)).join(" | ")}`,
    ]);
  const wordsType = (words: readonly string[]): string => {
    const [family = "word"] = known.find(([, those]) => those.join() === words.join()) ?? [];
    return typeNamed(capitalised(family.replace(/\d+$/, "")), words);
  };
  const idsType = (domain: readonly string[]): string => typeNamed("Id", [null, ...domain]);

  const word = (words: readonly string[], one: string): string => {
    if (!words.includes(one)) throw new LawMistake(`the word ${one} belongs to no vocabulary here`);
    return memberName(wordsType(words), one);
  };
  const wholeTicks = (durationMs: number, what: string): string => {
    const ticks = durationMs / tickMs(slice);
    if (!Number.isInteger(ticks))
      throw new LawMistake(
        `${what} is no whole number of ticks: the slice ${slice.id} does not make it small`,
      );
    return String(ticks);
  };
  const amount = (name: string): string => {
    const { kind, vocabulary } = constantOf(name);
    const value = policy.constants[name];
    if (kind === "choice" && vocabulary !== undefined) return word(vocabularies[vocabulary], String(value));
    return kind === "duration" ? wholeTicks(Number(value), name) : String(value);
  };

  const typeOf = (field: Field): string => {
    switch (field.kind) {
      case "instant":
        return "Moment";
      case "count":
        return "int";
      case "flag":
        return "bool";
      case "choice":
        return wordsType(field.words);
      case "id":
        return idsType(field.domain);
    }
  };
  const id = (domain: readonly string[], one: string | null): string => memberName(idsType(domain), one);

  return {
    slice,
    typeOf,
    word,
    id,
    atRest: (field) => {
      const value = atRest(field);
      if (field.kind === "choice") return word(field.words, String(value));
      if (field.kind === "id") return id(field.domain, null);
      return value === null ? "NEVER" : String(value);
    },
    constant: (name) => {
      const { kind, description } = constantOf(name);
      return declared(values, `policy_${name}`, [
        says(`${description}${kind === "duration" ? ", in ticks" : ""}`),
        `pure val policy_${name} = ${amount(name)}`,
      ]);
    },
    set: (name) => {
      const vocabulary = Object.entries(sets).find(([one]) => one === name)?.[1].vocabulary;
      if (vocabulary === undefined) throw new LawMistake(`the policy has no set ${name}`);
      const members = (policy.sets[name] ?? []).map((one) => word(vocabularies[vocabulary], one));
      return declared(values, `policy_${name}`, enclosed(`pure val policy_${name} = Set(`, members, ")"));
    },
    ticks: (durationMs) => wholeTicks(durationMs, `the duration ${String(durationMs)}`),
    types: () => [...types.values()].flat(),
    values: () => [...values.values()].flat(),
  };
}
