// numbers.json: what becomes of every promise when one constant of the policy is set otherwise, proved for many values of each.
// Of a value only that is written which differs from the policy as it stands; a broken promise comes with its story.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";
import { grades } from "./proof.ts";
import { ToldStory } from "./toldstory.ts";

export const numbersSchemaVersion = 1;

const [forAll, forReal] = grades;

/** Held is proved here, with the real constants or for all of them; what was only searched with small ones is not shown. */
export const NumbersVerdict = Schema.Union([
  Schema.Struct({
    id: Schema.String,
    verdict: Schema.Literal("held"),
    grade: Schema.Literals([forAll, forReal]),
  }),
  Schema.Struct({
    id: Schema.String,
    verdict: Schema.Literal("broken"),
    story: Schema.optionalKey(ToldStory),
  }),
  Schema.Struct({ id: Schema.String, verdict: Schema.Literal("not shown") }),
]);
export type NumbersVerdict = typeof NumbersVerdict.Type;

/** One value of a constant: durations in milliseconds. */
export const NumbersEntry = Schema.Struct({
  value: Schema.Union([Schema.Int, Schema.String]),
  /** The promises of which something else is to be said than under the policy as it stands. */
  otherwise: Schema.Array(NumbersVerdict),
});
export type NumbersEntry = typeof NumbersEntry.Type;

export const Numbers = Schema.Struct({
  schemaVersion: Schema.Literal(numbersSchemaVersion),
  modelHash: Schema.String,
  promisesHash: Schema.String,
  preset: Schema.String,
  /** Every promise, under the policy as it stands. */
  asItStands: Schema.Array(NumbersVerdict),
  constants: Schema.Array(Schema.Struct({ name: Schema.String, values: Schema.Array(NumbersEntry) })),
});
export type Numbers = typeof Numbers.Type;

/** A line for each value, so that a change of the table can be read. */
export const encodeNumbers = ({ asItStands, constants, ...first }: Numbers): string => {
  const lines = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join(",\n");
  const groups = constants.map(
    ({ name, values }) => `{"name":${JSON.stringify(name)},"values":[\n${lines(values)}\n]}`,
  );
  return [
    `${JSON.stringify(first).slice(0, -1)},"asItStands":[`,
    lines(asItStands),
    `],"constants":[`,
    groups.join(",\n"),
    `]}`,
    "",
  ].join("\n");
};

export const readNumbers = Schema.decodeUnknownOption(Schema.fromJsonString(Numbers));
