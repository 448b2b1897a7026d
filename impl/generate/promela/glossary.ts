/**
 * The names that a Promela file defines before anything else: words of vocabularies, constants of the policy, finite sets, codes.
 * The printers ask it for a name whenever they need one, and only what was asked for is defined, so that a reader meets nothing unused.
 * It refuses a duration that is no whole number of ticks: such a policy has not been made small.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { tickMs } from "../../../models/language/compose.ts";
import { constants, sets, vocabularies, type Constant, type Policy } from "../../../models/policy.ts";

/** Words of Promela and of C that no global can be called by. */
const reserved = new Set(
  (
    "active assert atomic bit bool break byte chan do else empty enabled eval fi for full goto hidden if in init inline int " +
    "len local ltl mtype nempty never nfull notrace od of pid priority printf proctype provided run select short show skip " +
    "timeout trace true false typedef unless unsigned xr xs auto case char const continue default double enum extern float " +
    "long register return signed sizeof static struct switch union void volatile while now tick instant refused firings"
  ).split(" "),
);

/** A name of the law as a name in Promela. */
export const identifier = (name: string): string => {
  const plain = name.replaceAll(/\W/g, "_");
  return reserved.has(plain) ? `the_${plain}` : plain;
};

/** How a formula is called in Promela: `two-officers` becomes `two_officers`. */
export const formulaName = (name: string): string => name.replaceAll(/\W/g, "_");

export interface Glossary {
  /** One of a list of words; the list is known by the first field that has it. */
  readonly word: (words: readonly string[], word: string) => string;
  /** An id, by its place in its domain. */
  readonly id: (domain: readonly string[], id: string) => string;
  readonly constant: (name: string) => string;
  /** A duration that the law itself names in milliseconds. */
  readonly ticks: (durationMs: number) => string;
  /** The test of membership in a set of the policy. */
  readonly isIn: (set: string, value: string) => string;
  readonly refusal: (code: string) => string;
  /** Everything asked for, in the order in which Promela needs it. */
  readonly defines: () => readonly string[];
  readonly refusals: () => readonly string[];
}

const constantOf = (name: string): Constant => {
  const found = Object.entries<Constant>(constants).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new LawMistake(`the policy has no constant ${name}`);
  return found;
};

const sameWords = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();

/** A glossary for one slice; `named` gives lists of words the names of the fields that have them. */
export function glossaryOf(
  slice: Slice,
  policy: Policy,
  named: readonly (readonly [name: string, words: readonly string[]])[],
): Glossary {
  const known = [...Object.entries<readonly string[]>(vocabularies), ...named];
  const words = new Map<string, string>();
  const numbers = new Map<string, string>();
  const members = new Map<string, string>();
  const refusals = new Set<string>();

  const define = (among: Map<string, string>, name: string, text: string): string => {
    if ((among.get(name) ?? text) !== text) throw new LawMistake(`${name} would mean two things`);
    among.set(name, text);
    return name;
  };
  const word = (list: readonly string[], one: string): string => {
    const place = list.indexOf(one);
    if (place < 0) throw new LawMistake(`the word ${one} belongs to no vocabulary here`);
    const family = known.find(([, those]) => sameWords(those, list))?.[0] ?? "word";
    return define(words, `${family.replace(/\d+$/, "")}_${identifier(one)}`, String(place));
  };

  const wholeTicks = (durationMs: number, what: string): number => {
    const ticks = durationMs / tickMs(slice);
    if (!Number.isInteger(ticks))
      throw new LawMistake(
        `${what} is no whole number of ticks: the slice ${slice.id} does not make it small`,
      );
    return ticks;
  };
  const amount = (name: string): string => {
    const { kind, vocabulary, description } = constantOf(name);
    const value = policy.constants[name];
    if (kind === "choice" && vocabulary !== undefined)
      return `${word(vocabularies[vocabulary], String(value))}  /* ${description} */`;
    const number = kind === "duration" ? wholeTicks(Number(value), name) : Number(value);
    return `${String(number)}  /* ${kind === "duration" ? "ticks: " : ""}${description} */`;
  };

  return {
    word,
    id: (domain, one) => define(words, `id_${identifier(one)}`, String(domain.indexOf(one) + 1)),
    constant: (name) => define(numbers, `policy_${name}`, amount(name)),
    ticks: (durationMs) => String(wholeTicks(durationMs, `the duration ${String(durationMs)}`)),
    isIn: (set, value) => {
      const vocabulary = Object.entries(sets).find(([name]) => name === set)?.[1].vocabulary;
      if (vocabulary === undefined) throw new LawMistake(`the policy has no set ${set}`);
      const tests = (policy.sets[set] ?? []).map((one) => `(word) == ${word(vocabularies[vocabulary], one)}`);
      define(members, `in_${set}(word)`, `(${tests.length === 0 ? "false" : tests.join(" || ")})`);
      return `in_${set}(${value})`;
    },
    refusal: (code) => {
      const name = `for_${identifier(code)}`;
      refusals.add(name);
      return name;
    },
    defines: () => {
      const print = (among: ReadonlyMap<string, string>) =>
        [...among].map(([name, text]) => `#define ${name} ${text}`);
      return [
        "/* Words, each by its place in its vocabulary. */",
        ...print(words),
        "",
        "/* The policy in the small. Change a number here, and everything below follows it. */",
        ...print(numbers),
        ...print(members),
      ];
    },
    refusals: () => [...refusals],
  };
}
