// What one shard of a run is given and what it answers, as text: a range of people, the course of their days, and what was found of them.
// The work is all that the answer depends on, so whoever does it, and however often, answers the same.
// Both are decoded here, once, by those who need them; whoever only carries them leaves them as they are.
import { Schema } from "effect";
import { properties } from "../../models/properties.ts";
import { Scenario } from "../scenario.ts";
import { attemptKinds } from "../world/attempts.ts";
import { Bytes, Float64s, Int32s, Uint32s } from "./columns.ts";

const Attempt = Schema.Struct({
  kind: Schema.Literals(attemptKinds),
  atMs: Schema.Int,
  person: Schema.Int,
  venue: Schema.Int,
  delayMs: Schema.Int,
  passes: Schema.Int,
  number: Schema.Finite,
});

const Extra = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("attempt"),
    atMs: Schema.Int,
    person: Schema.Int,
    attempt: Attempt,
  }),
  Schema.Struct({ kind: Schema.Literal("withdrawal"), atMs: Schema.Int, person: Schema.Int }),
]);

const Lookup = Schema.Struct({
  caseNumber: Schema.Int,
  venues: Schema.Array(Schema.Int),
  fromMs: Schema.Int,
  untilMs: Schema.Int,
  atMs: Schema.Int,
});

const DayOfWork = Schema.Struct({
  toLive: Schema.Struct({
    startsAtMs: Schema.Int,
    endsAtMs: Schema.Int,
    fate: Bytes,
    extras: Schema.Array(Extra),
    served: Schema.UndefinedOr(Schema.Struct({ firstPass: Int32s, madeAtMs: Float64s })),
  }),
  /** What cases may ask for after this day. */
  lookups: Schema.Array(Lookup),
});
export type DayOfWork = typeof DayOfWork.Type;

export const Work = Schema.Struct({
  /** As it was decoded: its durations are milliseconds. */
  scenario: Schema.toType(Scenario),
  size: Schema.Struct({ people: Schema.Int, venues: Schema.Int, days: Schema.Int, seed: Schema.Int }),
  shard: Schema.Int,
  shards: Schema.Int,
  days: Schema.Array(DayOfWork),
});
export type Work = typeof Work.Type;

const Seen = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("withdrawn"),
    at: Schema.Int,
    consent: Schema.String,
    verification: Schema.String,
  }),
  Schema.Struct({ kind: Schema.Literal("personWithdrew"), at: Schema.Int, person: Schema.String }),
]);

const FoundRecord = Schema.Struct({
  person: Schema.Int,
  venue: Schema.Int,
  scannedAtMs: Schema.Int,
  eraseAtMs: Schema.Int,
});

const DayOfAnswer = Schema.Struct({
  seen: Schema.Array(Seen),
  /** By the instant of their end, how many records have ended. */
  erased: Schema.ReadonlyMap(Schema.Int, Schema.Int),
  live: Schema.Int,
  /** Infinite where there are none. */
  earliestEndMs: Schema.Number,
  /** In the order of the lookups. */
  found: Schema.Array(Schema.Array(FoundRecord)),
});

const Counts = Schema.Struct({
  startsAtMs: Schema.Int,
  issued: Int32s,
  checkIns: Int32s,
  refused: Int32s,
  verified: Int32s,
  withdrawn: Int32s,
  refusals: Float64s,
  transitions: Float64s,
  decided: Float64s,
  hash: Uint32s,
});

const Promise = Schema.Literals(properties.map(({ id }) => id));

const Watched = Schema.Struct({
  checked: Schema.Array(Schema.Tuple([Promise, Schema.Int])),
  breaches: Schema.Array(
    Schema.Struct({
      promise: Promise,
      kind: Schema.Literals(["passIssued", "visitStored", "passStored"]),
      person: Schema.Int,
      atMs: Schema.Int,
      said: Schema.Record(
        Schema.String,
        Schema.NullOr(Schema.Union([Schema.Number, Schema.String, Schema.Boolean])),
      ),
    }),
  ),
});

export const Answer = Schema.Struct({
  days: Schema.Array(DayOfAnswer),
  end: Schema.Struct({ counts: Counts, watched: Watched }),
});
export type Answer = typeof Answer.Type;

const textOf = <Of extends Schema.Codec<unknown, unknown>>(schema: Of) =>
  Schema.fromJsonString(Schema.toCodecJson(schema));

export const WorkText = textOf(Work);
export const AnswerText = textOf(Answer);
