// A row of the benchmark and the report of a whole run, in one versioned form for people's tables and for scripts.
// Rates are units a second of real time on this machine; only the ratio of a row means anything elsewhere.
import { Schema } from "effect";

export const benchSchemaVersion = 1;
/** In the order in which they are measured: rows that share a house, by their days in it. */
export const rowIds = [
  "core",
  "issue",
  "checkin",
  "lookup",
  "join",
  "checkin-pg",
  "lookup-pg",
  "erase-day",
  "issue-http",
  "prove",
] as const;
export type RowId = (typeof rowIds)[number];

const Rate = Schema.Finite.check(Schema.isGreaterThan(0));

export const BenchRow = Schema.Struct({
  id: Schema.Literals(rowIds),
  /** What is compared, in a sentence or two. */
  compared: Schema.String,
  unit: Schema.String,
  ours: Rate,
  theirs: Rate,
  /** Ours divided by theirs. */
  ratio: Rate,
  /** The least ratio to reach. */
  goal: Rate,
  aim: Rate,
  /** Whether both sides were shown to have done the same work. */
  equal: Schema.Boolean,
  /** Other rates shown beside the two, by what they are of. */
  besides: Schema.Record(Schema.String, Rate),
  /** How long something took that has nothing to be compared with, in seconds, by what it is. */
  seconds: Schema.optionalKey(Schema.Record(Schema.String, Rate)),
});
export type BenchRow = typeof BenchRow.Type;

export const BenchReport = Schema.Struct({
  schemaVersion: Schema.Literal(benchSchemaVersion),
  manifest: Schema.Struct({
    modelHash: Schema.String,
    node: Schema.String,
    cpus: Schema.Int,
    /** A quick run has too few rounds for its ratios to mean anything. */
    quick: Schema.Boolean,
  }),
  rows: Schema.Array(BenchRow),
});
export type BenchReport = typeof BenchReport.Type;

/** What a row is to reach, and how it is told; the measurement adds the rest. */
export interface RowGoal {
  readonly id: RowId;
  readonly compared: string;
  readonly unit: string;
  readonly goal: number;
  readonly aim: number;
}
