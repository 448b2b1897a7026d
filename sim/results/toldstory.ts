// A story as the tables of the prover hold it: the slice in which it is played, its clock, and its steps.
// The policy is the table's own business; whoever plays it puts both together (models/story/story.ts).
import { Schema } from "effect";
import type { Story } from "../../models/story/story.ts";

export const ToldStory = Schema.Struct({
  slice: Schema.Literals(["gate", "door", "retention", "case", "whole"]),
  form: Schema.Literals(["counted", "timed"]),
  clock: Schema.Literals(["real", "small"]),
  steps: Schema.Array(
    Schema.Struct({
      waitMs: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
      move: Schema.optionalKey(Schema.String),
    }),
  ),
});
export type ToldStory = typeof ToldStory.Type;

export const toldStory = ({ slice, form, clock, steps }: Story): ToldStory => ({
  slice: slice.id,
  form,
  clock,
  steps,
});
