// questions.json, what the policy leaves open: each question with the answer that the models give now, in both languages.
// evidence.ts reads it.
import { Schema } from "effect";
import { SaidForm } from "./saidform.ts";

export const QuestionsFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  questions: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clause: Schema.String,
      asks: SaidForm,
      answer: SaidForm,
      see: Schema.optionalKey(Schema.String),
    }),
  ),
});
export type QuestionsData = typeof QuestionsFile.Type;
