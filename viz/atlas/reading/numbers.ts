// numbers.json, what the prover found for other values of single constants: only what is otherwise than under the policy as it stands.
// evidence.ts reads it; the page shows a verdict of it with the law it was proved of.
import { Schema } from "effect";
import { ToldStory } from "./toldstory.ts";

const Verdict = Schema.Union([
  Schema.Struct({
    id: Schema.String,
    verdict: Schema.Literal("held"),
    grade: Schema.Literals(["for all constants", "for the real constants"]),
  }),
  Schema.Struct({
    id: Schema.String,
    verdict: Schema.Literal("broken"),
    story: Schema.optionalKey(ToldStory),
  }),
  Schema.Struct({ id: Schema.String, verdict: Schema.Literal("not shown") }),
]);

export const NumbersFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  preset: Schema.String,
  asItStands: Schema.Array(Verdict),
  constants: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      values: Schema.Array(
        Schema.Struct({
          value: Schema.Union([Schema.Int, Schema.String]),
          otherwise: Schema.Array(Verdict),
        }),
      ),
    }),
  ),
});
export type NumbersData = typeof NumbersFile.Type;
export type NumbersVerdict = typeof Verdict.Type;
