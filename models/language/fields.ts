/**
 * How machines declare what their contexts and events hold, and over which finite domain the prover and the tests range.
 * An instant's domain is relative (time classes around the present), so only the other kinds name values.
 * A field that is declared nowhere cannot be read or set: the linter refuses it.
 */
import type { Value } from "./expression.ts";

export type Field =
  | { readonly kind: "instant" }
  | { readonly kind: "count"; readonly most: number; readonly domain: readonly number[] }
  | { readonly kind: "choice"; readonly words: readonly string[] }
  | { readonly kind: "flag" }
  | { readonly kind: "id"; readonly domain: readonly string[] };

export type Fields = Readonly<Record<string, Field>>;

/** Whole milliseconds since 1970 UTC, or never. */
export const instant: Field = { kind: "instant" };
/** A whole number from 0 to `most`; the finite domain is all of them unless fewer are named. */
export const count = (most: number, domain?: readonly number[]): Field => ({
  kind: "count",
  most,
  domain: domain ?? Array.from({ length: most + 1 }, (_, value) => value),
});
/** One of the words; the first is where a context starts. */
export const choice = (...words: readonly string[]): Field => ({ kind: "choice", words });
export const yesOrNo: Field = { kind: "flag" };
/** An identity, compared for equality only; two names are enough to search with. */
export const id: Field = { kind: "id", domain: ["first", "second"] };

/** The value of a field in which nothing has been said yet. */
export const atRest = (field: Field): Value => {
  switch (field.kind) {
    case "instant":
    case "id":
      return null;
    case "count":
      return 0;
    case "choice":
      return field.words[0] ?? null;
    case "flag":
      return false;
  }
};

/** A context in which nothing has been said yet. */
export const contextAtRest = (fields: Fields): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, atRest(field)]));
