/**
 * The contract as plain JSON over HTTP: six addresses below one URL, each taking one object by POST and answering one object.
 * httpsystem.ts asks, answering.ts answers; a party in any language needs only this file to know what is said.
 *
 *   POST /create   { subject, atMs }            -> { trial }        a name for what was created
 *   POST /advance  { trial, toMs }              -> {}
 *   POST /send     { trial, event }             -> { told } or { refused }
 *   POST /read     { trial }                    -> { standings }
 *   POST /check    { trial, foreseen }          -> { problems }     sentences; none when the store is as foreseen
 *   POST /dispose  { trial }                    -> {}
 *
 * Instants are whole milliseconds since 1970 UTC, and null where they never come. Whatever cannot be done is answered by
 * { fault: { reason, sentence } }; the reason `not-offered` is no failure, and leaves the case out.
 */
import { Schema } from "effect";
import { EventForm, StandingsForm, SubjectForm } from "./case.ts";
import type { Operation } from "./contract.ts";

const trial = Schema.String;

const RememberedForm = Schema.Struct({
  at: Schema.Int,
  event: Schema.String,
  transition: Schema.String,
  state: Schema.String,
});

export const ForeseenForm = Schema.Struct({
  standings: StandingsForm,
  remembered: Schema.Record(Schema.String, Schema.Array(RememberedForm)),
});

export const asked = {
  create: Schema.Struct({ subject: SubjectForm, atMs: Schema.Int }),
  advance: Schema.Struct({ trial, toMs: Schema.Int }),
  send: Schema.Struct({ trial, event: EventForm }),
  read: Schema.Struct({ trial }),
  check: Schema.Struct({ trial, foreseen: ForeseenForm }),
  dispose: Schema.Struct({ trial }),
} as const satisfies Readonly<Record<Operation, unknown>>;

const told = Schema.Struct({ told: Schema.String });
const refused = Schema.Struct({ refused: Schema.String });

export const answered = {
  create: Schema.Struct({ trial }),
  advance: Schema.Struct({}),
  send: Schema.Union([told, refused]),
  read: Schema.Struct({ standings: StandingsForm }),
  check: Schema.Struct({ problems: Schema.Array(Schema.String) }),
  dispose: Schema.Struct({}),
} as const satisfies Readonly<Record<Operation, unknown>>;

export const FaultForm = Schema.Struct({
  fault: Schema.Struct({
    reason: Schema.Literals(["not-offered", "not-understood", "failed"]),
    sentence: Schema.String,
  }),
});

/** What a system must offer, for whoever is told that it does not. */
export const endpointInWords =
  "It must answer POST create, advance, send, read, check and dispose below that URL, each with one JSON object; " +
  "sim/conform/wire.ts says which.";
