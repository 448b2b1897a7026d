// What a run of the plain city comes to, by our simulator or by a peer: all that both sides of a row must agree on, and how long it took.
// A peer prints it as one line of JSON. Two runs that did not do the same work do not say the same.
import { Schema } from "effect";

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));

export const CityCounts = Schema.Struct({
  visits: Count,
  /** Decisions of the law, and a hash over all of them in any order. */
  decided: Count,
  hash: Schema.String,
  passes: Count,
  checkIns: Count,
  verifications: Count,
  erased: Count,
  /** By the number of the code. */
  refusals: Schema.Record(Schema.String, Count),
  seconds: Schema.Finite.check(Schema.isGreaterThan(0)),
});
export type CityCounts = typeof CityCounts.Type;

export const toldOf = ({ refusals, ...counts }: CityCounts): string => {
  const codes = Object.entries(refusals).toSorted(([one], [other]) => Number(one) - Number(other));
  const { visits, decided, hash, passes, checkIns, verifications, erased } = counts;
  return JSON.stringify([visits, decided, hash, passes, checkIns, verifications, erased, codes]);
};
