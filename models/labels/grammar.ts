/**
 * What a language has to know to say an expression aloud: how to name a value, to claim something of it and to tell a transition.
 * models/language/sentence.ts walks the expressions and asks a grammar for the words; en/grammar.ts and ko/grammar.ts are the two.
 * A claim comes with its negation pushed down to it, so that no language has to negate a whole sentence.
 */

/** What can be claimed of one value or of two. */
export type Predicate =
  | "hasCome"
  | "notBefore"
  | "isSet"
  | "isLess"
  | "isMore"
  /** `left` is several durations, to be taken together. */
  | "areLess"
  | "areMore"
  | "isSame"
  | "isWord"
  | "belongs"
  | "inState"
  /** `left` is already the whole claim, up or down. */
  | "flag";

export type Claim =
  | {
      readonly kind: "one";
      readonly predicate: Predicate;
      readonly holds: boolean;
      readonly left: string;
      readonly right: string;
    }
  | { readonly kind: "all" | "any"; readonly of: readonly Claim[] };

/** A transition, taken apart; every text is already in the language. */
export interface Told {
  readonly source: string;
  readonly target: string;
  readonly trigger:
    | { readonly kind: "event"; readonly event: string }
    /** The time that has to pass from where the deadline was set. */
    | { readonly kind: "elapsed"; readonly duration: string }
    /** The name of the instant, and what it is counted with where that is one duration. */
    | { readonly kind: "instant"; readonly name: string; readonly counted: string | undefined };
  readonly claim: Claim | undefined;
  readonly isFirst: boolean;
  readonly refusal: { readonly code: string; readonly sentence: string } | undefined;
  readonly tells: string | undefined;
}

export interface Grammar {
  readonly never: string;
  readonly now: string;
  readonly onRecord: string;
  readonly yes: string;
  readonly no: string;
  readonly own: (label: string) => string;
  readonly stated: (label: string) => string;
  readonly ownOf: (instance: string, label: string) => string;
  readonly startOfDay: (instant: string) => string;
  /** A number or word of the policy with its name. */
  readonly constant: (value: string, name: string) => string;
  readonly setOf: (name: string, members: readonly string[]) => string;
  readonly durations: (of: readonly string[]) => string;
  /** Several durations as one, where they are compared. */
  readonly together: (durations: string) => string;
  readonly fromNow: (duration: string) => string;
  readonly after: (duration: string, instant: string) => string;
  readonly total: (of: readonly string[]) => string;
  readonly earliest: (of: readonly string[]) => string;
  readonly least: (of: readonly string[]) => string;
  readonly oneOfStates: (of: readonly string[]) => string;
  readonly claim: (claim: Claim) => string;
  readonly becomes: (field: string, value: string) => string;
  readonly cleared: (field: string) => string;
  readonly transition: (told: Told) => string;
  readonly hash: (of: readonly string[]) => string;
  /** What is sealed, and its keys from the innermost on. */
  readonly sealed: (holds: readonly string[], keys: readonly string[]) => string;
}
