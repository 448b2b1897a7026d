// What the driver of a simulation sees beside decisions, as it stands in the witness trace: sweeps, withdrawals, joins, searches.
// The Schema is the boundary: a line of the trace that says something else is refused when it is read.
// A line says what was seen in the driver's own terms, days by number and a case with all its windows; `asObservation` makes of it
// what the properties judge (models/observations.ts).
import { Schema } from "effect";
import { startOfDayNumber, windowAt, type Observation } from "../../models/observations.ts";

const Instant = Schema.Int;
const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
const Party = Schema.Literals(["person", "issuer", "venue", "custodian", "authority", "board"]);
const Window = Schema.Struct({ venue: Count, fromMs: Instant, untilMs: Instant });

export const Seen = Schema.Union([
  Schema.Struct({
    kind: Schema.Literal("reidentified"),
    at: Instant,
    case: Schema.String,
    requestedBy: Schema.String,
    approvedBy: Schema.String,
    approvedAt: Instant,
    windows: Schema.Array(Window),
    venue: Count,
    scannedAt: Instant,
    named: Schema.Boolean,
    person: Schema.NullOr(Schema.String),
  }),
  Schema.Struct({ kind: Schema.Literal("personWithdrew"), at: Instant, person: Schema.String }),
  Schema.Struct({
    kind: Schema.Literal("disclosureLogged"),
    at: Instant,
    case: Schema.String,
    release: Schema.Boolean,
    answer: Schema.Boolean,
  }),
  Schema.Struct({ kind: Schema.Literal("dayErased"), at: Instant, party: Party, day: Count, records: Count }),
  Schema.Struct({ kind: Schema.Literal("dayFound"), at: Instant, party: Party, day: Count, records: Count }),
  Schema.Struct({
    kind: Schema.Literal("stillHeld"),
    at: Instant,
    party: Party,
    what: Schema.String,
    endsAt: Instant,
  }),
  Schema.Struct({
    kind: Schema.Literal("storeSearched"),
    at: Instant,
    party: Party,
    found: Schema.Array(Schema.String),
  }),
]);
export type Seen = typeof Seen.Type;

/** What the properties judge of it. */
export const asObservation = (seen: Seen): Observation => {
  switch (seen.kind) {
    case "reidentified": {
      const { windows, ...rest } = seen;
      return { ...rest, ...windowAt(windows, seen.venue, seen.scannedAt) };
    }
    case "dayErased": {
      const { day, ...rest } = seen;
      return { ...rest, dayStart: startOfDayNumber(day), dayEnd: startOfDayNumber(day + 1) };
    }
    case "dayFound": {
      const { day, ...rest } = seen;
      return { ...rest, dayStart: startOfDayNumber(day) };
    }
    case "personWithdrew":
    case "disclosureLogged":
    case "stillHeld":
    case "storeSearched":
      return seen;
  }
};
