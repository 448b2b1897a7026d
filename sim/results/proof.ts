// proof.json: what the prover found, in one versioned form that scripts and pictures read.
// A verdict is never more than its grade says: what was only searched with small constants is not called proved.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";

export const proofSchemaVersion = 1;

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Figure = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0));

export const grades = [
  "for all constants",
  "for the real constants",
  "searched with small constants",
] as const;

/** One slice; what was not searched in a way is left out. */
export const ProvenSlice = Schema.Struct({
  id: Schema.String,
  description: Schema.String,
  leavesOut: Schema.String,
  /** The constants of the search in the small: durations in ticks, counts as they are. */
  small: Schema.Record(Schema.String, Schema.Number),
  ticksADay: Count,
  horizon: Count,
  states: Schema.optionalKey(Count),
  transitions: Schema.optionalKey(Count),
  hash: Schema.optionalKey(Schema.String),
  perSecond: Schema.optionalKey(Figure),
  bytes: Schema.optionalKey(Count),
  /** Transitions after which an instant is so old that the slice no longer tells it from older ones. */
  clipped: Schema.optionalKey(Count),
  spinStates: Schema.optionalKey(Count),
  spinTransitions: Schema.optionalKey(Count),
  spinHash: Schema.optionalKey(Schema.String),
  spinPerSecond: Schema.optionalKey(Figure),
  /** Formulas of linear temporal logic that SPIN checked, and whether each holds. */
  formulas: Schema.optionalKey(Schema.Array(Schema.Struct({ id: Schema.String, holds: Schema.Boolean }))),
  zones: Schema.optionalKey(Count),
  zoneTransitions: Schema.optionalKey(Count),
  /** States and zones that were reached and not looked at: 0 for a whole search. */
  cut: Count,
  /** Where the ways do not agree, in a sentence each. */
  disagreements: Schema.Array(Schema.String),
});
export type ProvenSlice = typeof ProvenSlice.Type;

export const ProvenPromise = Schema.Struct({
  id: Schema.String,
  clauses: Schema.Array(Schema.String),
  verdict: Schema.Literals(["held", "broken", "not shown"]),
  grade: Schema.Literals(grades),
  /** Whether the deliberate mistake that must break it was caught; the mistake in words. */
  mutantCaught: Schema.Boolean,
  mutant: Schema.String,
  /** Whether its condition really happens in some run. */
  witnessed: Schema.Boolean,
  /** Why it is not shown, or which slice breaks it. */
  because: Schema.optionalKey(Schema.String),
  /** The story of a broken promise, as a file beside this one. */
  story: Schema.optionalKey(Schema.String),
});
export type ProvenPromise = typeof ProvenPromise.Type;

export const Proof = Schema.Struct({
  schemaVersion: Schema.Literal(proofSchemaVersion),
  modelHash: Schema.String,
  /** Of the promises, the mistakes that must break them, and the slices: a weaker promise is another proof. */
  promisesHash: Schema.String,
  policy: Schema.Struct({
    preset: Schema.String,
    set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String])),
  }),
  ways: Schema.Array(Schema.Literals(["states", "zones", "spin"])),
  /** False when the search was interrupted; everything else is then what there was by that time. */
  complete: Schema.Boolean,
  slices: Schema.Array(ProvenSlice),
  agree: Schema.Boolean,
  promises: Schema.Array(ProvenPromise),
  /** What no way of searching covers. */
  notCovered: Schema.Array(Schema.String),
});
export type Proof = typeof Proof.Type;
