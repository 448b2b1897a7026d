/**
 * How a decision stands in a witness trace, as text: the marks of its lines, and the facts of a rule by the forms of its fields.
 * The simulator writes traces and checks them against the law; pages read single rows of them. Ids stand as numbers that mean nothing but themselves.
 */
import type { Value } from "../language/expression.ts";
import type { Field } from "../language/fields.ts";

export const traceSchemaVersion = 1;

/** An instant that never comes. */
export const neverMark = "-";
/** First column of a line that holds an observation, and of the last line. */
export const seenMark = "!";
export const endMark = "=";
/** Before a refusal's code in the answer; an answer without words stands as a dot. */
export const refusalMark = "!";
export const silentMark = ".";

/** Words by their place in their vocabulary, flags as 0 and 1, nobody as 0; undefined for what the field could not hold. */
export const readFact = (text: string, field: Field): Value | undefined => {
  if (text === neverMark) return field.kind === "instant" ? null : undefined;
  const number = text === "" ? NaN : Number(text);
  if (!Number.isSafeInteger(number)) return undefined;
  switch (field.kind) {
    case "instant":
    case "count":
      return number;
    case "flag":
      return number === 0 ? false : number === 1 ? true : undefined;
    case "choice":
      return field.words[number];
    case "id":
      return number === 0 ? null : text;
  }
};
