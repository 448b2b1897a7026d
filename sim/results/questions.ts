// What `entrylog questions --json` prints: the questions that the policy leaves open, each with the answer that the models give now.
// Every answer stands as a sentence in both languages and as the facts it is made of; a length of time that is none is "never" or "endless".
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";

export const questionsSchemaVersion = 1;

const Said = Schema.Struct({ en: Schema.String, ko: Schema.String });
const Fact = Schema.Union([
  Schema.Finite,
  Schema.String,
  Schema.Boolean,
  Schema.Array(Schema.String),
  Schema.Record(Schema.String, Schema.Union([Schema.Finite, Schema.String])),
]);
const Setting = Schema.Union([Schema.Finite, Schema.String]);

export const OpenQuestion = Schema.Struct({
  id: Schema.String,
  /** The clause that leaves it open, and its grade. */
  clause: Schema.String,
  grade: Schema.Literals(["S", "F", "C"]),
  asks: Said,
  answer: Said,
  facts: Schema.Record(Schema.String, Fact),
  /** The constants of the policy that the answer follows, each with its present value; durations in ms. */
  restsOn: Schema.Array(Schema.Struct({ name: Schema.String, value: Setting, says: Said })),
  /** A command that shows the answer at work, where there is one. */
  see: Schema.optionalKey(Schema.String),
});
export type OpenQuestion = typeof OpenQuestion.Type;

export const Questions = Schema.Struct({
  schemaVersion: Schema.Literal(questionsSchemaVersion),
  modelHash: Schema.String,
  policy: Schema.Struct({ preset: Schema.String, set: Schema.Record(Schema.String, Setting) }),
  questions: Schema.Array(OpenQuestion),
});
export type Questions = typeof Questions.Type;

export const encodeQuestions = (questions: Questions): string => `${JSON.stringify(questions, null, 2)}\n`;
export const readQuestions = Schema.decodeUnknownOption(Schema.fromJsonString(Questions));
