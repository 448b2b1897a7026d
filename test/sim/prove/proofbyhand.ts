// The proof that `entrylog prove` prints and writes, in the shape on which scripts rely, written by hand and not taken from the program.
// The numbers that it must have stand in the committed table of slices.
import { readFileSync } from "node:fs";
import { Schema } from "effect";
import table from "../../../sim/prove/counts.json" with { type: "json" };

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{16}$/));
const Slice = Schema.Struct({
  id: Schema.String,
  states: Schema.optionalKey(Count),
  transitions: Schema.optionalKey(Count),
  hash: Schema.optionalKey(Hash),
  perSecond: Schema.optionalKey(Schema.Finite),
  bytes: Schema.optionalKey(Count),
  zones: Schema.optionalKey(Count),
  spinStates: Schema.optionalKey(Count),
  spinTransitions: Schema.optionalKey(Count),
  spinHash: Schema.optionalKey(Hash),
  spinPerSecond: Schema.optionalKey(Schema.Finite),
  formulas: Schema.optionalKey(Schema.Array(Schema.Struct({ id: Schema.String, holds: Schema.Boolean }))),
  cut: Count,
});
const Promised = Schema.Struct({
  id: Schema.String,
  verdict: Schema.Literals(["held", "broken", "not shown"]),
  grade: Schema.Literals(["for all constants", "for the real constants", "searched with small constants"]),
  mutantCaught: Schema.Boolean,
  witnessed: Schema.Boolean,
  story: Schema.optionalKey(Schema.String),
});
const Proof = Schema.Struct({
  complete: Schema.Boolean,
  ways: Schema.Array(Schema.String),
  slices: Schema.Array(Slice),
  agree: Schema.Boolean,
  promises: Schema.Array(Promised),
});
export const readProof = Schema.decodeUnknownSync(Schema.fromJsonString(Proof));

/** The proof that a search left in its folder. */
export const writtenIn = (folder: string): string => readFileSync(`${folder}/proof.json`, "utf8");
/** What the committed table says of a slice. */
export const counted = (name: string) => {
  const row = table.find(({ slice }) => slice === name);
  if (row === undefined) throw new Error(`${name} is not in the table`);
  const { states, transitions, hash } = row;
  return { id: name, states, transitions, hash, zones: row.zones };
};

/** The names of the promises, on which scripts rely. */
export const names = [
  ...["no-pass-without-consent", "no-pass-without-verification", "verification-covers-pass"],
  ...["withdrawal-stops-issuance", "no-collection-when-suspended", "pass-bounded", "stored-once"],
  ...["two-officers", "within-scope", "join-refuses-withdrawn", "disclosure-logged"],
  ...["issuer-blind", "custodian-blind", "venue-blind", "retention-kept", "erased-stays-erased"],
  ...["trace-possible", "everything-ends"],
];
