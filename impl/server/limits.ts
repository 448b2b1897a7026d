// How much a listener takes: sizes, waiting times, and how many requests are under way at once.
// Every limit has a default that fits one process on one machine, and a place in the configuration.
// They protect the server and are no policy: what the law limits stands in models/policy.ts.
import { Effect, Schema } from "effect";

const atLeast = (minimum: number, fallback: number) =>
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(minimum)).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(fallback)),
  );

export const ListenerLimits = Schema.Struct({
  /** The largest body. */
  bodyBytesMost: atLeast(1_024, 4_194_304),
  headersBytesMost: atLeast(1_024, 16_384),
  /** How long the headers of a request may take to arrive. */
  headersWithinMs: atLeast(100, 10_000),
  /** How long a whole request may take to arrive. */
  requestWithinMs: atLeast(100, 30_000),
  /** How long a quiet connection is kept. */
  keepAliveMs: atLeast(100, 60_000),
  connectionsMost: atLeast(1, 4_096),
  /** Requests beyond this number under way are refused at once with `overloaded`. */
  underWayMost: atLeast(1, 512),
  /** How long a stop waits for what is under way. */
  stopWithinMs: atLeast(100, 10_000),
});

export type ListenerLimits = typeof ListenerLimits.Type;

export const defaultLimits: ListenerLimits = Schema.decodeSync(ListenerLimits)({});
