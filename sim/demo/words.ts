// What crosses between the demonstration and a process of it: which part the process has, how far ahead its clock shall be, and what it answers.
// Each is one line of JSON, decoded on both sides. A process answers where it listens, each time its clock has been set, and what its people did.
import { Schema } from "effect";
import { servedParties } from "../../impl/serve/configuration.ts";
import { Doings } from "./page/forms.ts";

const PartyPart = Schema.Struct({ kind: Schema.Literals(servedParties), folder: Schema.String });
export type PartyPart = typeof PartyPart.Type;

/** What a process of the demonstration is; all of them are under one clock. */
export const Part = Schema.Union([
  PartyPart,
  Schema.Struct({ kind: Schema.Literal("carrier"), port: Schema.Port, secretFile: Schema.String }),
  Schema.Struct({ kind: Schema.Literal("desk"), folder: Schema.String, port: Schema.Port }),
  Schema.Struct({
    kind: Schema.Literal("city"),
    /** In which it keeps who lives there and the figures that the board follows. */
    folder: Schema.String,
    people: Schema.Int,
    issuers: Schema.Array(Schema.String),
    custodian: Schema.String,
    carrier: Schema.String,
  }),
]);
export type Part = typeof Part.Type;
export type PartOf<Kind extends Part["kind"]> = Extract<Part, { readonly kind: Kind }>;

export const Order = Schema.fromJsonString(
  Schema.Struct({ name: Schema.String, clockFolder: Schema.String, part: Part }),
);

export const Told = Schema.fromJsonString(Schema.Struct({ aheadMs: Schema.Int }));

/** Where a process listens. */
export const Places = Schema.Struct({
  public: Schema.optionalKey(Schema.String),
  parties: Schema.optionalKey(Schema.String),
});
export type Places = typeof Places.Type;

export const Answer = Schema.fromJsonString(
  Schema.Struct({
    aheadMs: Schema.Int,
    listens: Schema.optionalKey(Places),
    doings: Schema.optionalKey(Doings),
  }),
);
