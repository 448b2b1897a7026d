// The form of a witness trace: a header, one line a decision or an observation, and an end that counts them. Writer and checker share it.
// Columns are parted by tabs: instant, rule, keys, facts, answer, sum. A sum follows from its line and the sum before it, so that
// a line that was changed, moved, doubled or left out is known by its place, whatever it says.
// Sums are no protection against somebody who writes them anew; the hash over all bytes, which is kept elsewhere, is.
import { Schema } from "effect";
import { traceSchemaVersion } from "../../models/story/tracetext.ts";

export const TraceHeader = Schema.Struct({
  schemaVersion: Schema.Literal(traceSchemaVersion),
  modelHash: Schema.String,
  preset: Schema.String,
  /** Constants of the policy that the scenario sets to other values than the preset. */
  set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
  scenario: Schema.String,
  seed: Schema.Int,
});
export type TraceHeader = typeof TraceHeader.Type;

/** JSON in one line of plain characters, whatever its texts are written in. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The sum before the first line. */
export const sumAtFirst = 0x811c9dc5;
const sumPrime = 0x01000193;

/** One character more in a sum: FNV-1a, 32 bits. */
export const summed = (sum: number, character: number): number => Math.imul(sum ^ character, sumPrime);

/** The sum after a line, given the one before it. */
export const sumOf = (text: string, before: number): number => {
  let sum = before;
  for (let place = 0; place < text.length; place += 1) sum = summed(sum, text.charCodeAt(place));
  return sum;
};

export const sumDigits = 8;
const hexDigit = "0123456789abcdef";

/** The character codes of a sum, digit by digit, the highest first. */
export const digitOf = (sum: number, place: number): number =>
  hexDigit.charCodeAt((sum >>> (28 - 4 * place)) & 15);

export const sumText = (sum: number): string => (sum >>> 0).toString(16).padStart(sumDigits, "0");

/** Whether this text, from this place on, is the sum and nothing else. */
export const isSum = (text: string, from: number, sum: number): boolean => {
  if (text.length - from !== sumDigits) return false;
  for (let place = 0; place < sumDigits; place += 1)
    if (text.charCodeAt(from + place) !== digitOf(sum, place)) return false;
  return true;
};
