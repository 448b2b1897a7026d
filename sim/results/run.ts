// run.json: what a run of the simulator found, in one versioned form that scripts and pictures read.
// Counts are of the virtual city; perSecond and percentiles are real time on this machine, and say so by their unit.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";

export const runSchemaVersion = 1;

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Figure = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0));

/** One kind of work: how often, how many a second of real time, and how long its batches kept an item waiting, in ms. */
export const Work = Schema.Struct({ count: Count, perSecond: Figure, p50Ms: Figure, p99Ms: Figure });

export const Verdict = Schema.Struct({
  id: Schema.String,
  clauses: Schema.Array(Schema.String),
  verdict: Schema.Literals(["held", "broken", "never exercised"]),
  /** How many observations the promise was held against. */
  checked: Count,
  /** For a broken promise: the first breach in a sentence. */
  breach: Schema.optionalKey(Schema.String),
});

export const Run = Schema.Struct({
  schemaVersion: Schema.Literal(runSchemaVersion),
  manifest: Schema.Struct({
    modelHash: Schema.String,
    scenario: Schema.String,
    level: Schema.Literal("service"),
    policy: Schema.Struct({
      preset: Schema.String,
      set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
    }),
    seed: Schema.Int,
    people: Count,
    venues: Count,
    days: Count,
    /** False when the run was interrupted; everything else is then what there was by that time. */
    complete: Schema.Boolean,
    durability: Schema.Literals(["full", "normal"]),
    /** The day on which it was run, in UTC, as 2020-07-01; everything else is about the virtual city's days. */
    ranOn: Schema.String,
    versions: Schema.Record(Schema.String, Schema.String),
    command: Schema.String,
  }),
  issuance: Work,
  checkIn: Work,
  lookup: Work,
  reidentification: Work,
  erasure: Work,
  /** Virtual records: recorded = live + erased. */
  records: Schema.Struct({ recorded: Count, live: Count, erased: Count }),
  accounts: Schema.Struct({ verified: Count, withdrawn: Count, ended: Count }),
  cases: Schema.Struct({
    requested: Count,
    refused: Count,
    approved: Count,
    answered: Count,
    people: Count,
    nobody: Count,
    wrong: Count,
  }),
  refusals: Schema.Record(Schema.String, Count),
  promises: Schema.Array(Verdict),
  trace: Schema.Struct({ lines: Count, replayed: Schema.Boolean, sentence: Schema.String }),
  traceHash: Schema.String,
});
export type Run = typeof Run.Type;

export const encodeRun = (run: Run): string => `${JSON.stringify(run, null, 2)}\n`;
