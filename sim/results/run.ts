// run.json: what a run of the simulator found, at any of its levels, in one versioned form that scripts and pictures read.
// Counts are of the virtual city; perSecond and percentiles are real time on this machine, and say so by their unit.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";
import { Day, Profile } from "./days.ts";
import { Count, Figure } from "./figures.ts";
import { Calibrated, Infection, Met, PartyKnowledge, Threshold, Tracing, Verdict, Work } from "./findings.ts";
import { Manifest } from "./manifest.ts";

export const runSchemaVersion = 2;

export const Run = Schema.Struct({
  schemaVersion: Schema.Literal(runSchemaVersion),
  manifest: Manifest,
  /** How fast the virtual city went, where no service is measured: decisions of the law, and seconds of real time on this machine. */
  pace: Schema.optionalKey(Schema.Struct({ decisions: Count, seconds: Figure, perSecond: Figure })),
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
  days: Schema.Array(Day),
  profile: Schema.optionalKey(Profile),
  infection: Schema.optionalKey(Infection),
  tracing: Schema.optionalKey(Tracing),
  promises: Schema.Array(Verdict),
  whoKnewWhat: Schema.optionalKey(Schema.Array(PartyKnowledge)),
  coverage: Schema.optionalKey(Met),
  calibration: Schema.optionalKey(Schema.Array(Calibrated)),
  thresholds: Schema.optionalKey(Schema.Array(Threshold)),
  /** Ids of thresholds about which this run knows nothing: neither met nor missed. */
  notJudged: Schema.optionalKey(Schema.Array(Schema.String)),
  /** The witness trace, where the level writes one, and its hash. */
  trace: Schema.optionalKey(
    Schema.Struct({ lines: Count, replayed: Schema.Boolean, sentence: Schema.String }),
  ),
  traceHash: Schema.optionalKey(Schema.String),
  /** Of every visit's outcome, one by one: equal at all levels for one scenario, seed and size. */
  outcomeHash: Schema.optionalKey(Schema.String),
});
export type Run = typeof Run.Type;

export const encodeRun = (run: Run): string => `${JSON.stringify(run, null, 2)}\n`;
