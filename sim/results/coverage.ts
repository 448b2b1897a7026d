// coverage.json: how often tests and simulations met each state, transition, pair of transitions, clause and promise of the law.
// Parts are written by whoever exercised the law, one file a suite or a run; the whole is made of all parts of one law.
// Ids are those of the models (`visit:recorded--eraseAt-->erased`), and what was never met stands there too, with nothing beside it.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";

export const coverageSchemaVersion = 1;

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Counts = Schema.Record(Schema.String, Count);

/** What one suite or one run met, by id; of a pair the first transition, and by the second how often it came next. */
export const CoverageCounts = Schema.Struct({
  transitions: Counts,
  pairs: Schema.Record(Schema.String, Counts),
  clauses: Counts,
  promises: Counts,
});
export type CoverageCounts = typeof CoverageCounts.Type;

export const sourceKinds = ["test", "simulation"] as const;
export type SourceKind = (typeof sourceKinds)[number];
const Kind = Schema.Literals(sourceKinds);

/** A part: who met it, and under which law. */
export const CoveragePart = Schema.Struct({
  schemaVersion: Schema.Literal(coverageSchemaVersion),
  modelHash: Schema.String,
  /** A folder of tests, such as `test/equal`, or `simulation`. */
  source: Schema.String,
  kind: Kind,
  counts: CoverageCounts,
});
export type CoveragePart = typeof CoveragePart.Type;

/** By source, how often; a source that never met it is left out. */
const Met = Schema.Record(Schema.String, Count);
const Item = Schema.Struct({ id: Schema.String, by: Met });
export type CoverageItem = typeof Item.Type;

const Share = Schema.Struct({ all: Count, byTests: Count, bySimulation: Count });
export type CoverageShare = typeof Share.Type;

export const Coverage = Schema.Struct({
  schemaVersion: Schema.Literal(coverageSchemaVersion),
  modelHash: Schema.String,
  sources: Schema.Array(Schema.Struct({ id: Schema.String, kind: Kind, parts: Count })),
  /** How many there are, and how many of them tests and simulations met. */
  shares: Schema.Struct({
    states: Share,
    transitions: Share,
    pairs: Share,
    clauses: Share,
    promises: Share,
  }),
  /** How often each state was entered, or left by the first transition of an instance. */
  states: Schema.Array(Item),
  transitions: Schema.Array(Item),
  /** Two transitions of one instance, one right after the other, wherever the first ends where the second begins. */
  pairs: Schema.Array(Schema.Struct({ first: Schema.String, second: Schema.String, by: Met })),
  /** By tests: examples of the clause. By simulation: decisions, transitions and promises that rest on it. */
  clauses: Schema.Array(
    Schema.Struct({ id: Schema.String, by: Met, withoutTest: Schema.optionalKey(Schema.String) }),
  ),
  promises: Schema.Array(Item),
  /** What the gate asks for and did not find. */
  missing: Schema.Struct({
    transitions: Schema.Array(Schema.String),
    clauses: Schema.Array(Schema.String),
  }),
});
export type Coverage = typeof Coverage.Type;

export const encodeCoverage = (coverage: Coverage): string => `${JSON.stringify(coverage, null, 1)}\n`;
export const encodePart = (part: CoveragePart): string => `${JSON.stringify(part)}\n`;
export const readPart = Schema.decodeUnknownOption(Schema.fromJsonString(CoveragePart));
