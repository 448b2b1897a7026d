// run.json, what the last run of the simulator found: its manifest, its counts, and the verdict on each promise.
// evidence.ts reads it; what the page does not show is left in the file.
import { Schema } from "effect";

/** Where nothing was measured in real time there is only the count. */
const Work = Schema.Struct({
  count: Schema.Number,
  perSecond: Schema.optionalKey(Schema.Number),
  p50Ms: Schema.optionalKey(Schema.Number),
  p99Ms: Schema.optionalKey(Schema.Number),
});

export const RunFile = Schema.Struct({
  schemaVersion: Schema.Literal(2),
  manifest: Schema.StructWithRest(
    Schema.Struct({
      modelHash: Schema.String,
      scenario: Schema.String,
      seed: Schema.Int,
      ranOn: Schema.String,
      command: Schema.String,
    }),
    [Schema.Record(Schema.String, Schema.Unknown)],
  ),
  issuance: Work,
  checkIn: Work,
  lookup: Work,
  refusals: Schema.Record(Schema.String, Schema.Number),
  promises: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clauses: Schema.Array(Schema.String),
      verdict: Schema.Literals(["held", "broken", "never exercised"]),
      checked: Schema.Number,
      breach: Schema.optionalKey(Schema.String),
    }),
  ),
  traceHash: Schema.optionalKey(Schema.String),
});

const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);

/** What the page shows of a run. */
export const runData = (file: typeof RunFile.Type) => ({
  modelHash: file.manifest.modelHash,
  seed: file.manifest.seed,
  ranOn: file.manifest.ranOn,
  command: file.manifest.command,
  manifest: Object.entries(file.manifest).map(([name, value]) => [name, plain(value)] as const),
  work: { issuance: file.issuance, checkIn: file.checkIn, lookup: file.lookup },
  refusals: file.refusals,
  promises: file.promises,
  traceHash: file.traceHash,
});
export type RunData = ReturnType<typeof runData>;
