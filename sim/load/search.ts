// The search for the highest rate that an issuer and a custodian hold: each rate is measured for a few seconds after a short warm-up.
// A rate holds while 99 of 100 answers come within the bound and hardly a request is shed or left unanswered.
// What it finds is the limit of servers and load on their machine together; the lateness of the load itself stands beside each rate.
import { Effect } from "effect";
import type { Limit, Tried } from "../results/loadreport.ts";
import { constant } from "./arrivals.ts";
import { findLimit } from "./limit.ts";
import type { Load, Measure } from "./measuring.ts";
import { lostShareOf, offeredOf, waitOf } from "./reporting.ts";

export interface Bounds {
  readonly p99MostMs: number;
  readonly lostMost: number;
}

export interface SearchOptions extends Bounds {
  readonly firstPerSecond: number;
  readonly mostPerSecond: number;
  /** Of each rate, its warm-up not counted. */
  readonly forMs: number;
  readonly load: Omit<Load, "stretches">;
}

export const searchLimit = Effect.fnUntraced(function* (
  measure: Measure,
  { p99MostMs, lostMost, firstPerSecond, mostPerSecond, forMs, load }: SearchOptions,
  keep: (cutShort: Limit) => Effect.Effect<void>,
) {
  const found: Tried[] = [];
  const heldMost = (): number => Math.max(0, ...found.map(({ held, perSecond }) => (held ? perSecond : 0)));
  const limitAt = (perSecond: number, isReached: boolean): Limit => ({
    perSecond,
    isReached,
    p99MostMs,
    lostMost,
    tried: found,
  });
  const limit = yield* findLimit({
    firstPerSecond,
    mostPerSecond,
    measure: (perSecond) =>
      Effect.gen(function* () {
        const stretches = constant(perSecond, load.warmupMs + forMs);
        const offered = offeredOf(
          yield* measure({ ...load, stretches }, () => keep(limitAt(heldMost(), false))),
        );
        const p99Ms = waitOf(offered, "p99Ms");
        const lostShare = lostShareOf(offered);
        const held = p99Ms <= p99MostMs && lostShare <= lostMost;
        const p50Ms = waitOf(offered, "p50Ms");
        const tried = { perSecond, held, p50Ms, p99Ms, lostShare, lateP99Ms: offered.late.p99Ms };
        found.push(tried);
        return { held, found: tried };
      }),
  });
  return limitAt(limit.perSecond, limit.isReached);
});
