// What a run of the plain city comes to, by our simulator or by a peer: all that both sides of a row must agree on, and how long it took.
// A peer prints it as one line of JSON. Two runs that did not do the same work do not say the same.
import { Schema } from "effect";

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));

export const CityCounts = Schema.Struct({
  /** Decisions of the law, and a hash over all of them in any order. */
  decided: Count,
  hash: Schema.String,
  passes: Count,
  checkIns: Count,
  verifications: Count,
  erased: Count,
  /** How many decisions were refusals; which ones, the hash knows. */
  refused: Count,
  seconds: Schema.Finite.check(Schema.isGreaterThan(0)),
});
export type CityCounts = typeof CityCounts.Type;

export const toldOf = (counts: CityCounts): string => {
  const { decided, hash, passes, checkIns, verifications, erased, refused } = counts;
  return JSON.stringify({ decided, hash, passes, checkIns, verifications, erased, refused });
};
