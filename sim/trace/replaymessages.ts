// What crosses between a simulation and the thread that replays its trace, decoded on both sides.
// Lines travel in chunks, because a message costs more than a line does.
import { Schema } from "effect";
import { CoverageCounts } from "../results/coverage.ts";

const Start = Schema.Struct({
  modelHash: Schema.String,
  policy: Schema.Struct({
    preset: Schema.String,
    constants: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
    sets: Schema.Record(Schema.String, Schema.Array(Schema.String)),
  }),
});
export type ReplayStart = typeof Start.Type;

const Request = Schema.Struct({ lines: Schema.String, last: Schema.Boolean });
export type ReplayRequest = typeof Request.Type;

const Answer = Schema.Struct({
  findings: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clauses: Schema.Array(Schema.String),
      verdict: Schema.Literals(["held", "broken", "never exercised"]),
      checked: Schema.Int,
      firstBreach: Schema.optionalKey(
        Schema.Struct({ sentence: Schema.String, observation: Schema.Unknown }),
      ),
    }),
  ),
  fault: Schema.NullOr(
    Schema.Struct({
      line: Schema.Int,
      sentence: Schema.String,
      at: Schema.optionalKey(Schema.Int),
      rule: Schema.optionalKey(Schema.String),
    }),
  ),
  counts: CoverageCounts,
});
export type ReplayAnswer = typeof Answer.Type;

export const readStart = Schema.decodeUnknownSync(Start);
export const readRequest = Schema.decodeUnknownSync(Request);
export const readAnswer = Schema.decodeUnknownSync(Answer);
