// What the driver of a simulation sees beside decisions, as it stands in the witness trace: sweeps, withdrawals, joins, searches.
// The Schema is the boundary: a line of the trace that says something else is refused when it is read.
// The types are those of models/observations.ts, so that the properties judge them as they are.
import { Schema } from "effect";
import type { Observation } from "../../models/observations.ts";

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

/** Every one of them is an observation; this fails to compile when it is not. */
export const asObservation = (seen: Seen): Observation => seen;
