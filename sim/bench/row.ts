// A row of the benchmark and the report of a whole run, in one versioned form for people's tables and for scripts.
// Rates are units a second of real time on this machine; only the ratio of a row means anything elsewhere.
// A row without another side has a limit instead, and less is better there; it says so by having no ratio.
import { Schema } from "effect";

export const benchSchemaVersion = 2;
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
  "sim-core",
  "sim-log",
  "sim-cpp",
  "sim-flat",
  "sim-workers",
  "sim-memory",
  "sim-nation",
] as const;
export type RowId = (typeof rowIds)[number];

const Rate = Schema.Finite.check(Schema.isGreaterThan(0));

/** How a rate grows with a size: of people, of records, of workers. */
const Point = Schema.Struct({ size: Rate, rate: Rate });
export type Point = typeof Point.Type;

const told = {
  id: Schema.Literals(rowIds),
  /** What is compared or measured, in a sentence or two. */
  compared: Schema.String,
  unit: Schema.String,
  ours: Rate,
  goal: Rate,
  aim: Rate,
  /** Whether both sides, or all runs, were shown to have done the same work. */
  equal: Schema.Boolean,
  /** Other rates shown beside the two, by what they are of. */
  besides: Schema.Record(Schema.String, Rate),
  /** How long something took that has nothing to be compared with, in seconds, by what it is. */
  seconds: Schema.optionalKey(Schema.Record(Schema.String, Rate)),
  /** Curves, by what grows along them; their rates have the row's unit. */
  growth: Schema.optionalKey(Schema.Record(Schema.String, Schema.Array(Point))),
};

/** Ours divided by theirs is to reach the goal. */
export const RatioRow = Schema.Struct({ ...told, theirs: Rate, ratio: Rate });
export type RatioRow = typeof RatioRow.Type;

/** Ours is to stay at the goal or below. */
export const LimitRow = Schema.Struct({ ...told, lessIsBetter: Schema.Literal(true) });
export type LimitRow = typeof LimitRow.Type;

export const BenchRow = Schema.Union([RatioRow, LimitRow]);
export type BenchRow = typeof BenchRow.Type;

/** Whether a row is where it has to be; unequal work never is. */
export const isReached = (row: BenchRow): boolean =>
  row.equal && ("ratio" in row ? row.ratio >= row.goal : row.ours <= row.goal);

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
  /** Rows that could not be measured here, and what they need. */
  missing: Schema.Array(Schema.Struct({ id: Schema.Literals(rowIds), needs: Schema.String })),
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
