// questions.json, what the policy leaves open: each question with the answer that the models give now, in both languages.
// evidence.ts reads it.
import { Schema } from "effect";

const SaidInBoth = Schema.Struct({ en: Schema.String, ko: Schema.String });

export const QuestionsFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  questions: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clause: Schema.String,
      asks: SaidInBoth,
      answer: SaidInBoth,
      see: Schema.optionalKey(Schema.String),
    }),
  ),
});
export type QuestionsData = typeof QuestionsFile.Type;
