// A story as the tables of the prover hold it: the slice in which it is played, its clock, and its steps.
// The page plays it by the models as they are (page/toldstory.ts), so what is written here is believed of nothing.
import { Schema } from "effect";

export const ToldStory = Schema.Struct({
  slice: Schema.Literals(["gate", "door", "retention", "case", "whole"]),
  form: Schema.Literals(["counted", "timed"]),
  clock: Schema.Literals(["real", "small"]),
  steps: Schema.Array(Schema.Struct({ waitMs: Schema.Int, move: Schema.optionalKey(Schema.String) })),
});
export type ToldStory = typeof ToldStory.Type;
