// What a load found, in one versioned form that scripts read: what was sent, what became of it, how long answers took, and where the limit is.
// `entrylog load --json` prints it, and --out writes it as load.json. Every length counts from the instant at which a request was to be sent.
// Figures are of one machine and one hour.
import { Schema } from "effect";
import { Count, Figure } from "./figures.ts";

export const loadSchemaVersion = 1;

const lengths = { p50Ms: Figure, p90Ms: Figure, p99Ms: Figure, p999Ms: Figure, maxMs: Figure } as const;

/** One kind of request: done, refused by the law, shed by a busy server, or left without an answer. */
export const Requests = Schema.Struct({
  done: Count,
  refused: Count,
  shed: Count,
  failed: Count,
  /** By code, whatever was not done. */
  codes: Schema.Record(Schema.String, Count),
  donePerSecond: Figure,
  ...lengths,
});
export type Requests = typeof Requests.Type;

const Part = Schema.Struct({
  /** From the end of the warm-up. */
  fromSecond: Figure,
  asked: Count,
  issued: Count,
  checkIns: Count,
  refused: Count,
  shed: Count,
  failed: Count,
  waitP50Ms: Figure,
  waitP99Ms: Figure,
});

export const Offered = Schema.Struct({
  issuance: Requests,
  /** Not there where passes were only asked for. */
  checkIn: Schema.optionalKey(Requests),
  offeredPerSecond: Figure,
  seconds: Figure,
  /** How much after their instants requests were sent: where this is long, the machine of the load was the limit. */
  late: Schema.Struct(lengths),
  parts: Schema.Array(Part),
  /** False when it was interrupted; the rest is then what there was. */
  complete: Schema.Boolean,
});
export type Offered = typeof Offered.Type;

/** One rate of the curve. */
const Tried = Schema.Struct({
  perSecond: Figure,
  held: Schema.Boolean,
  p50Ms: Figure,
  p99Ms: Figure,
  /** Of all requests, the share that was shed or got no answer. */
  lostShare: Figure,
  lateP99Ms: Figure,
});
export type Tried = typeof Tried.Type;

const Limit = Schema.Struct({
  /** The highest rate that held, 0 when none did. */
  perSecond: Figure,
  /** False when every rate held that was tried. */
  isReached: Schema.Boolean,
  p99MostMs: Figure,
  lostMost: Figure,
  tried: Schema.Array(Tried),
});
export type Limit = typeof Limit.Type;

/** The same server under a generator of others, which asks again when it is answered, and under ours. */
const Compared = Schema.Struct({
  with: Schema.String,
  connections: Count,
  theirs: Schema.Struct({ perSecond: Figure, notDone: Count, p50Ms: Figure, p99Ms: Figure, maxMs: Figure }),
  /** At their rate, and at half of it. */
  ours: Schema.Array(Offered),
  says: Schema.String,
});
export type Compared = typeof Compared.Type;

export const LoadReport = Schema.Struct({
  schemaVersion: Schema.Literal(loadSchemaVersion),
  issuer: Schema.String,
  custodian: Schema.String,
  workers: Count,
  connections: Count,
  seed: Count,
  warmupSeconds: Figure,
  offered: Schema.optionalKey(Offered),
  limit: Schema.optionalKey(Limit),
  compared: Schema.optionalKey(Compared),
  versions: Schema.Record(Schema.String, Schema.String),
});
export type LoadReport = typeof LoadReport.Type;
