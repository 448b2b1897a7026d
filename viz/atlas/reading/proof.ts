// proof.json, what the prover found: each promise with its verdict, its grade and the mistake that was caught, and each slice with its counts.
// evidence.ts reads it; a verdict is shown with its grade and never without.
import { Schema } from "effect";
import { labels } from "../labels.ts";

export const ProofFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  policy: Schema.Struct({
    preset: Schema.String,
    set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
  }),
  ways: Schema.Array(Schema.String),
  complete: Schema.Boolean,
  slices: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      description: Schema.String,
      leavesOut: Schema.String,
      states: Schema.optionalKey(Schema.Number),
      transitions: Schema.optionalKey(Schema.Number),
      zones: Schema.optionalKey(Schema.Number),
      spinStates: Schema.optionalKey(Schema.Number),
      cut: Schema.Number,
      disagreements: Schema.Array(Schema.String),
    }),
  ),
  agree: Schema.Boolean,
  promises: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clauses: Schema.Array(Schema.String),
      verdict: Schema.Literals(["held", "broken", "not shown"]),
      grade: Schema.Literals([
        "for all constants",
        "for the real constants",
        "searched with small constants",
      ]),
      mutantCaught: Schema.Boolean,
      mutant: Schema.String,
      witnessed: Schema.Boolean,
      because: Schema.optionalKey(Schema.String),
    }),
  ),
  notCovered: Schema.Array(Schema.String),
});

/** What the page shows of a proof. */
export const proofData = (file: typeof ProofFile.Type) => ({
  ...file,
  slices: file.slices.map((slice) => ({
    ...slice,
    description: labels.description(slice.description),
    leavesOut: labels.description(slice.leavesOut),
  })),
  promises: file.promises.map((promise) => ({
    ...promise,
    mutant: labels.description(promise.mutant),
  })),
});
export type ProofData = ReturnType<typeof proofData>;
