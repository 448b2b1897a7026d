// What is wrong with a trace: the line, counted from 1, and one sentence. The checker finds the first fault and stops there.
// A fault is a value; where a caller waits for a whole file it becomes a typed failure.
import { Schema } from "effect";

export interface Fault {
  readonly line: number;
  readonly sentence: string;
  /** The instant at which the line itself stands, where it names one. */
  readonly at?: number;
  /** The rule that the line says was decided, or the kind of what it says was seen. */
  readonly rule?: string;
}

/** A trace that was refused. */
export class TraceRefused extends Schema.TaggedError<TraceRefused>()("TraceRefused", {
  /** The file, or the table and key of a durable trace. */
  place: Schema.String,
  line: Schema.Int,
  sentence: Schema.String,
  at: Schema.optionalKey(Schema.Int),
  rule: Schema.optionalKey(Schema.String),
}) {}
