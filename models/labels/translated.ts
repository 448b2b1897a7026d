/**
 * The shape of a translation: every key of the English words, each with a text of its own.
 * The Korean files are written against it, so that a word that is missing there does not compile.
 * It holds for the form only; that the words are the right ones is for readers.
 */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Translated<English[Key]>;
};
