// mutants.json, what became of every deliberate mistake: how many of each class were made, told, and not told, with the reasons.
// evidence.ts reads it; a sample says that it is one.
import { Schema } from "effect";

const Named = Schema.Struct({ id: Schema.String, why: Schema.String });

export const MutantsFile = Schema.Struct({
  seed: Schema.optionalKey(Schema.Number),
  classes: Schema.Array(
    Schema.Struct({
      class: Schema.String,
      all: Schema.Number,
      mutants: Schema.Number,
      refused: Schema.Number,
      equivalent: Schema.Number,
      killed: Schema.Number,
      survived: Schema.Number,
      by: Schema.Record(Schema.String, Schema.Number),
      percent: Schema.Number,
      survivors: Schema.Array(Named),
    }),
  ),
});
export type MutantsData = typeof MutantsFile.Type;
