// Lists in a scenario: shares that make a whole, weights of which there are so many, and lists that are not empty.
// The groups of people, venues and demand are written with them; what a line holds is said where it is used.
import { Schema } from "effect";
import { amount } from "./figure.ts";

export const sharesOfOne = <Item extends { readonly share: number }>() =>
  Schema.makeFilter(
    (items: readonly Item[]) => Math.abs(items.reduce((sum, { share }) => sum + share, 0) - 1) < 0.001,
    { expected: "a list whose shares sum to 1" },
  );

/** So many weights, not all of them 0. */
export const weights = (count: number, what: string) => {
  const expected = { expected: `a list of ${count} ${what}` };
  return Schema.Array(amount()).check(
    Schema.makeFilter(
      (list: readonly number[]) => list.length === count && list.some((weight) => weight > 0),
      expected,
    ),
  );
};

export const atLeastOne = (what: string) => {
  const expected = { expected: `a list of at least one ${what}` };
  return Schema.makeFilter((list: readonly unknown[]) => list.length > 0, expected);
};

/** Lines that are told apart by their id. */
export const idsOnce = Schema.makeFilter(
  (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length,
  { expected: "a list in which each id stands once" },
);
