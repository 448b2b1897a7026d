/**
 * Korean and English words for everything that the models name, looked up by its id; used by pages, terminals, diagrams and reports.
 * A key that nobody has translated is given back as it is, so that a page never breaks over a word; a test shows that none is.
 * It composes no sentences: conditions and transitions are said aloud by models/language/sentence.ts.
 */
import type { Dictionary, Flag, Refused, Texts } from "./dictionary.ts";
import { english } from "./en.ts";
import { korean } from "./ko.ts";
import { questionIds, questions } from "../questions.ts";

export type Language = "en" | "ko";
export const languages: readonly Language[] = ["ko", "en"];

export const dictionaries: Readonly<Record<Language, Dictionary>> = { en: english, ko: korean };

export interface Words {
  readonly machine: (id: string) => string;
  readonly state: (machineId: string, stateId: string) => string;
  /** An event of a machine, or what triggers a rule. */
  readonly event: (id: string) => string;
  /** A field of a machine, its events, a rule's trigger, a message or an observation; the first argument is whose. */
  readonly field: (scope: string, fieldId: string) => string;
  /** What a flag says, up or down; undefined for a field that is no flag. */
  readonly flag: (fieldId: string) => Flag | undefined;
  /** What a watcher sees: in English a clause, in Korean a noun. */
  readonly observation: (kind: string) => string;
  readonly told: (name: string) => string;
  readonly refusal: (code: string) => Refused;
  readonly party: (id: string) => string;
  readonly rule: (id: string) => string;
  readonly message: (id: string) => string;
  /** What a party can come to know (models/knowledge.ts). */
  readonly knowledge: (name: string) => string;
  readonly clause: (id: string) => string;
  /** All that a clause leaves open, as questions to the policy's owner, one after the other; undefined where it leaves nothing open. */
  readonly question: (clauseId: string) => string | undefined;
  /** One question to the policy's owner, by its id (models/questions.ts). */
  readonly openQuestion: (questionId: string) => string;
  readonly source: (englishSource: string) => string;
  readonly grade: (id: string) => string;
  readonly constant: (name: string) => string;
  readonly set: (name: string) => string;
  readonly vocabulary: (name: string) => string;
  readonly word: (vocabularyWord: string) => string;
  readonly promise: (id: string) => string;
  /** A sentence that stands in the models in English. */
  readonly description: (englishSentence: string) => string;
}

const lookup =
  (texts: Texts) =>
  (key: string): string =>
    texts[key] ?? key;

const wordsOf = (dictionary: Dictionary): Words => ({
  machine: lookup(dictionary.machines),
  state: (machineId, stateId) => dictionary.states[`${machineId}.${stateId}`] ?? stateId,
  event: (id) => dictionary.events[id] ?? dictionary.messages[id] ?? id,
  field: (scope, fieldId) =>
    dictionary.fields[`${scope}.${fieldId}`] ?? dictionary.fields[fieldId] ?? fieldId,
  flag: (fieldId) => dictionary.flags[fieldId],
  observation: lookup(dictionary.observations),
  told: lookup(dictionary.told),
  refusal: (code) => dictionary.refusals[code] ?? { sentence: code, advice: "" },
  party: lookup(dictionary.parties),
  rule: lookup(dictionary.rules),
  message: lookup(dictionary.messages),
  knowledge: lookup(dictionary.knowledge),
  clause: lookup(dictionary.clauses),
  question: (clauseId) => {
    const asked = questionIds.filter((id) => questions[id].clause === clauseId);
    return asked.length === 0 ? undefined : asked.map((id) => dictionary.questions[id] ?? id).join(" ");
  },
  openQuestion: lookup(dictionary.questions),
  source: lookup(dictionary.sources),
  grade: lookup(dictionary.grades),
  constant: lookup(dictionary.constants),
  set: lookup(dictionary.sets),
  vocabulary: lookup(dictionary.vocabularyNames),
  word: lookup(dictionary.vocabulary),
  promise: lookup(dictionary.promises),
  description: lookup(dictionary.sentences),
});

const spoken: Readonly<Record<Language, Words>> = { en: wordsOf(english), ko: wordsOf(korean) };

/** The words of a language. */
export const words = (language: Language): Words => spoken[language];
