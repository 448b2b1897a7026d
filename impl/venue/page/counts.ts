// How many were admitted and refused at this door today: numbers by reason, kept in this browser, and begun anew with each Seoul day.
// Nothing in them tells one person from another, or when anybody came.
import { Schema } from "effect";
import { kept } from "./kept.ts";
import { venueDay } from "./venueclock.ts";
import type { Verdict } from "./verdict.ts";

const ByCode = Schema.Record(Schema.String, Schema.Number);
const Counts = Schema.Struct({
  /** Unknown before the machine has told its clock; then they are of the day that it tells. */
  day: Schema.NullOr(Schema.Number),
  checked: Schema.Number,
  unchecked: Schema.Number,
  refused: ByCode,
  /** Admitted unchecked by this page, and not taken by the machine afterwards. */
  lost: ByCode,
});
export type Counts = typeof Counts.Type;

const keptCounts = kept("counts", Counts);

const none = { checked: 0, unchecked: 0, refused: {}, lost: {} };

export const countsToday = (): Counts => {
  const counts = keptCounts.get();
  const today = venueDay() ?? null;
  if (counts === undefined) return { ...none, day: today };
  if (today === null || counts.day === today) return counts;
  return counts.day === null ? { ...counts, day: today } : { ...none, day: today };
};

const oneMore = (counts: Counts["refused"], code: string): Counts["refused"] => ({
  ...counts,
  [code]: (counts[code] ?? 0) + 1,
});

export const countVerdict = ({ answer, code }: Verdict): void => {
  const counts = countsToday();
  keptCounts.set(
    answer === "refused"
      ? { ...counts, refused: oneMore(counts.refused, code) }
      : { ...counts, [answer]: counts[answer] + 1 },
  );
};

export const countLost = (codes: readonly string[]): void => {
  if (codes.length === 0) return;
  const counts = countsToday();
  keptCounts.set({ ...counts, lost: codes.reduce(oneMore, counts.lost) });
};

export const forgetCounts = keptCounts.forget;
