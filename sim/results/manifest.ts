// The manifest of a run: which law, scenario, policy, seed and sizes it was made from, how it was run, and the command that repeats it.
// It opens run.json, and what is printed and drawn says from it where figures come from.
// It holds nothing that the run has found.
import { Schema } from "effect";
import { Count, Said } from "./figures.ts";

/** Policy: the generated core over columns. Service: the real parties in virtual time. Load: real servers in real time. */
export const levels = ["policy", "service", "load"] as const;
export type Level = (typeof levels)[number];

/** Real passes are sealed and signed; counted ones are not made, and their number is all there is of them. */
export const passKinds = ["real", "counted"] as const;

/** What was made to fail: from and to as people in Seoul read it, 2021-12-13 11:30. */
export const Fault = Schema.Struct({
  what: Schema.String,
  from: Schema.String,
  to: Schema.String,
  says: Said,
});

export const Manifest = Schema.Struct({
  modelHash: Schema.String,
  scenario: Schema.String,
  about: Schema.String,
  level: Schema.Literals(levels),
  passes: Schema.Literals(passKinds),
  policy: Schema.Struct({
    preset: Schema.String,
    set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
  }),
  seed: Schema.Int,
  people: Count,
  venues: Count,
  days: Count,
  /** The first Seoul day, as 2020-07-01. */
  startsOn: Schema.String,
  /** How many people of the scenario one virtual person stands for; counts are of virtual people and are not multiplied. */
  standsFor: Count,
  /** False when the run was interrupted; everything else is then what there was by that time. */
  complete: Schema.Boolean,
  workers: Schema.optionalKey(Count),
  /** Of the stores, where there are any. */
  durability: Schema.optionalKey(Schema.Literals(["full", "normal"])),
  faults: Schema.Array(Fault),
  /** The day on which it was run, in UTC; everything else is about the virtual city's days. */
  ranOn: Schema.String,
  versions: Schema.Record(Schema.String, Schema.String),
  command: Schema.String,
});
