// The part of a scenario that describes the service itself: what the issuers can serve, and what fails, when and for how long.
// Rates and lengths of queues are the service's own at its full size, and shrink with a run that is made smaller.
// Faults name an issuer by the id it has among the people's issuers; without a name all of them are meant.
import { Schema } from "effect";
import { amount, group, oneOf, Share, Source, Text, whole } from "./figure.ts";
import { DurationMs, DurationSpan, SeoulInstant } from "./span.ts";

/** What the issuers together can serve. */
export const CapacityFigures = group({
  /** Servers of all issuers together; each issuer has its part of them. */
  servers: whole(1, 100_000),
  /** Passes a second that one server makes. */
  passesASecond: amount(0.001, 1_000_000),
  /** So many people may wait at an issuer; the next one is told to come back. */
  queueMost: whole(0, 100_000_000),
  retryAfter: DurationSpan,
  /** After so many tries a person gives up. */
  triesMost: whole(1, 20),
});

export const faultKinds = [
  /** No scan can be delivered: venues keep them until it is over. */
  "custodian-away",
  /** Every ask is refused at once. */
  "issuer-away",
  /** A share of the throughput is left. */
  "issuer-slow",
  /** All traffic of an issuer goes to one of its servers. */
  "balancer-failed",
  /** No code can be sent, so nobody is verified. */
  "sms-away",
] as const;
export type FaultKind = (typeof faultKinds)[number];

const Fault = Schema.Struct({
  what: oneOf(faultKinds),
  issuer: Schema.optionalKey(Text),
  /** For an issuer that is slow: the share of its throughput that is left. */
  to: Schema.optionalKey(Share),
  from: SeoulInstant,
  for: DurationMs,
  source: Source,
});

export const Faults = Schema.Array(Fault);
export type Fault = typeof Fault.Type;
