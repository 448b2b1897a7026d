// ways.json, the shortest story that the prover knows to each state and each transition; without a story where no slice leads there.
// evidence.ts reads it; the page tells a story where the state or transition is explained.
import { Schema } from "effect";
import { ToldStory } from "./toldstory.ts";

export const WaysFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  ways: Schema.Array(Schema.Struct({ id: Schema.String, story: Schema.optionalKey(ToldStory) })),
});
export type WaysData = typeof WaysFile.Type;
