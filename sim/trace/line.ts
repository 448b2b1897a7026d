// The form of a witness trace: a header, one line a decision or an observation, and an end that counts them. Writer and checker share it.
// Columns are parted by tabs: instant, rule, keys, facts, answer, sum. A sum follows from its line and the sum before it, so that
// a line that was changed, moved, doubled or left out is known by its place, whatever it says.
// Sums are no protection against somebody who writes them anew; the hash over all bytes, which is kept elsewhere, is.
import { crc32 } from "node:zlib";
import { Schema } from "effect";

export const traceSchemaVersion = 1;

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

/** An instant that never comes. */
export const neverMark = "-";
/** First column of a line that holds an observation, and of the last line. */
export const seenMark = "!";
export const endMark = "=";
/** Before a refusal's code in the answer; an answer without words stands as a dot. */
export const refusalMark = "!";
export const silentMark = ".";

/** The sum of a line, given the one before it; the first is the sum of the header alone. */
export const sumOf = (line: string, before: number): number => crc32(line, before);

export const sumText = (sum: number): string => sum.toString(36);
