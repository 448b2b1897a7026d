// What the prover and the thread that searches zones say to each other.
// Both sides read the other's words by these Schemas.
import { Schema } from "effect";
import { properties } from "../../models/properties.ts";

const PropertyName = Schema.Literals(properties.map(({ id }) => id));
const StoryStep = Schema.Struct({ waitMs: Schema.Int, move: Schema.optionalKey(Schema.String) });

export const ZoneRequest = Schema.Struct({
  slice: Schema.Literals(["gate", "door", "retention", "case", "whole"]),
  preset: Schema.String,
  constants: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
  sets: Schema.Record(Schema.String, Schema.Array(Schema.String)),
  /** Durations may be anything: what holds then holds for all constants. */
  untimed: Schema.Boolean,
});
export type ZoneRequest = typeof ZoneRequest.Type;

export const ZoneAnswer = Schema.Struct({
  zones: Schema.Int,
  transitions: Schema.Int,
  stuck: Schema.Int,
  cut: Schema.Int,
  seconds: Schema.Number,
  /** The constants of the policy that the search read; it would find the same whatever the others are. */
  reads: Schema.Array(Schema.String),
  promises: Schema.Array(
    Schema.Struct({
      id: PropertyName,
      met: Schema.Int,
      broken: Schema.Int,
      kinds: Schema.Array(Schema.String),
      story: Schema.optionalKey(Schema.Array(StoryStep)),
    }),
  ),
});
export type ZoneAnswer = typeof ZoneAnswer.Type;

export const readZoneRequest = Schema.decodeUnknownSync(ZoneRequest);
export const readZoneAnswer = Schema.decodeUnknownSync(ZoneAnswer);
