/**
 * What a language has to have words for. English and Korean are both dictionaries; labels.ts looks words up in them.
 * Keys are closed in the files of each language; here they are open, because machines name their states by plain strings.
 */
export type Texts = Readonly<Record<string, string>>;

export interface Refused {
  /** What is wrong, in one sentence. */
  readonly sentence: string;
  /** What the person who meets it can do. */
  readonly advice: string;
}

export interface Flag {
  readonly up: string;
  readonly down: string;
}

export interface Dictionary {
  readonly machines: Texts;
  readonly states: Texts;
  readonly events: Texts;
  readonly told: Texts;
  readonly fields: Texts;
  readonly observations: Texts;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly refusals: Readonly<Record<string, Refused>>;
  readonly parties: Texts;
  readonly rules: Texts;
  readonly messages: Texts;
  readonly knowledge: Texts;
  readonly constants: Texts;
  readonly sets: Texts;
  readonly vocabulary: Texts;
  readonly vocabularyNames: Texts;
  readonly grades: Texts;
  readonly promises: Texts;
  readonly clauses: Texts;
  readonly questions: Texts;
  readonly sources: Texts;
  readonly sentences: Texts;
}
