/**
 * The types of terms: instants, durations, counts, words of a vocabulary, ids and flags.
 * Terms are typed in terms.ts; here stands what a field may take and which types are alike.
 * A term that is wrong already has the type "unclear", which fits everywhere, so that one mistake is told once.
 */
import type { Field, Fields } from "../fields.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { FindingCode } from "./advice.ts";
import { found, shown, type Finding } from "./finding.ts";

export type Type =
  | { readonly kind: "instant" | "duration" | "flag" | "id" | "nothing" | "unclear" }
  | { readonly kind: "count"; readonly most?: number }
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** A word written out; it belongs to whatever vocabulary it is held against. */
  | { readonly kind: "word"; readonly word: string };

export interface Typed {
  readonly type: Type;
  readonly findings: readonly Finding[];
}

/** What an expression can see from where it stands. */
export interface Scope {
  readonly where: "event" | "deadline" | "rule" | "promise";
  readonly fields: Fields;
  readonly given: Fields;
  readonly instances: Readonly<Record<string, Lifecycle>>;
}

export const unclear: Type = { kind: "unclear" };

export const typeOfField = (field: Field): Type => {
  switch (field.kind) {
    case "instant":
    case "flag":
    case "id":
      return { kind: field.kind };
    case "count":
      return { kind: "count", most: field.most };
    case "choice":
      return { kind: "words", words: field.words };
  }
};

export const sayType = (type: Type): string => {
  switch (type.kind) {
    case "instant":
    case "id":
      return `an ${type.kind}`;
    case "duration":
    case "flag":
    case "count":
      return `a ${type.kind}`;
    case "nothing":
      return "never or nobody";
    case "unclear":
      return "something unclear";
    case "words":
      return `a word out of ${type.words.join(", ")}`;
    case "word":
      return `the word ${shown(type.word)}`;
  }
};

export const sameWords = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((word, index) => word === right[index]);

const taken = (field: Field, type: Type): FindingCode | undefined => {
  const wanted = typeOfField(field);
  if (type.kind === "unclear") return undefined;
  if (type.kind === "nothing")
    return wanted.kind === "instant" || wanted.kind === "id" ? undefined : "set-type";
  if (wanted.kind === "words") {
    if (type.kind === "word") return wanted.words.includes(type.word) ? undefined : "word-unknown";
    return type.kind === "words" && sameWords(wanted.words, type.words) ? undefined : "set-type";
  }
  if (wanted.kind === "count" && type.kind === "count") {
    return (type.most ?? 0) > (wanted.most ?? 0) ? "count-range" : undefined;
  }
  return wanted.kind === type.kind ? undefined : "set-type";
};

/** Whether a field of a context or an event may be given a value of the type. */
export const fitsField = (name: string, field: Field, { type }: Typed, place: string): readonly Finding[] => {
  const code = taken(field, type);
  if (code === undefined) return [];
  const range = code === "count-range" ? ` up to ${String(type.kind === "count" ? type.most : "")}` : "";
  return [
    found(
      code,
      place,
      `"${name}" holds ${sayType(typeOfField(field))} and is given ${sayType(type)}${range}.`,
    ),
  ];
};
