// What crosses between a load and its threads, decoded on both sides: an order of a stretch of load, the word that it is over, and what was counted.
// A thread keeps nothing from one order to the next but its open connections.
import { Schema } from "effect";
import { Counts } from "./counting.ts";
import { Device } from "./scanner.ts";

const Order = Schema.Struct({
  kind: Schema.Literal("order"),
  issuer: Schema.String,
  custodian: Schema.String,
  stretches: Schema.Array(
    Schema.Struct({ forMs: Schema.Finite, fromPerSecond: Schema.Finite, toPerSecond: Schema.Finite }),
  ),
  /** Chance of this thread alone. */
  seed: Schema.Int,
  chances: Schema.String,
  /** What arrives before is sent and not counted. */
  warmupMs: Schema.Finite,
  /** So long each part is that is counted by itself. */
  partMs: Schema.Finite,
  people: Schema.Array(Schema.String),
  devices: Schema.Array(Device),
  connections: Schema.Int,
  withinMs: Schema.Finite,
});
export type Order = typeof Order.Type;

/** A word to a thread: an order, or that the order under way is over. */
const Word = Schema.Union([Order, Schema.Struct({ kind: Schema.Literal("over") })]);
export type Word = typeof Word.Type;

/** What was counted of the visits of one part. */
const Part = Schema.Struct({ issuance: Counts, checkIn: Counts });
export type Part = typeof Part.Type;

const Done = Schema.Struct({
  parts: Schema.Array(Part),
  /** How much after their instants requests were sent, as latencies.ts writes it. */
  late: Schema.String,
});
export type Done = typeof Done.Type;

export const readWord = Schema.decodeUnknownSync(Word);
export const readDone = Schema.decodeUnknownSync(Done);
