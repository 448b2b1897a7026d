// What the authority tells everybody of its cases: the counts of a calendar year of Seoul (clause F13), which years there are, and where
// its public log stands. The authority's page shows it, and its server draws it.
// They are counts and nothing else: no place, no officer, no person.
import { Schema } from "effect";
import { DisclosureState } from "../generated/schemas.ts";

/** The first year of the scheme. */
export const firstYear = 2020;
export const lastYear = 9_999;

export const YearlyCounts = Schema.Struct({
  year: Schema.Int,
  cases: Schema.Int,
  /** Cases by state; states without a case are left out. */
  byState: Schema.Record(Schema.String, Schema.Int),
  recordsReleased: Schema.Int,
  recordsAnsweredWithAPerson: Schema.Int,
});

export const PublicReport = Schema.Struct({
  ...YearlyCounts.fields,
  /** The year of Seoul in which this was answered. */
  thisYear: Schema.Int,
  /** The latest checkpoint of the log that other parties cosigned. */
  log: Schema.Struct({ origin: Schema.String, entries: Schema.Int, cosigners: Schema.Array(Schema.String) }),
});
export type PublicReport = typeof PublicReport.Type;

/** The states that a case can have, in the order of its life. */
export const caseStates = DisclosureState.literals.filter((state) => state !== "absent");
