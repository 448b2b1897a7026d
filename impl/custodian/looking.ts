/**
 * A lookup: all sealed visits of one venue in one window, opened from the custodian's own layer and no further.
 * Only a release may use it for anyone; no party can ask for it. What is over is not answered, however late the sweep is.
 * A window is from one instant up to, but not including, another.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { cipherRecords } from "../protocol/recordcipher.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";
import type { Days, KeptDay } from "./days.ts";
import { payloadBytes } from "./payload.ts";

/** Visits of one venue that belong to one Seoul day, in no order that means anything. */
export interface SealedVisits {
  readonly day: number;
  readonly venue: number;
  readonly positions: readonly number[];
  readonly scannedAtMs: readonly number[];
  /** Pass and device's signature of each, end to end (payload.ts). */
  readonly payloads: Uint8Array;
}

export interface Window {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Looking {
  readonly visits: (
    window: Window,
    nowMs: number,
  ) => Effect.Effect<readonly SealedVisits[], StoreUnavailable>;
  readonly count: (window: Window, nowMs: number) => Effect.Effect<number, StoreUnavailable>;
}

export const makeLooking = (
  store: StoreService,
  days: Days,
  changing: Changing,
  policy: PolicyNumbers,
): Looking => {
  // A visit belongs to the day of its pass, which may be the day before or after that of its scan, by this much.
  const passBefore = policy.passLifetime + policy.clockSkew;
  const passAfter = policy.clockSkew;

  const daysOf = Effect.fnUntraced(function* ({ fromMs, untilMs }: Window, nowMs: number) {
    const found: KeptDay[] = [];
    const last = seoulDay(untilMs + passAfter);
    for (let day = seoulDay(fromMs - passBefore); day <= last; day += 1) {
      const kept = days.held(day) ?? (yield* days.find(day));
      if (kept !== undefined && !(nowMs >= kept.endsAtMs)) found.push(kept);
    }
    return found;
  });

  const visitsOfDay = ({ day, key, sql }: KeptDay, { venue, fromMs, untilMs }: Window, nowMs: number) =>
    Effect.flatMap(store.values(sql.window, [venue, fromMs, untilMs, nowMs]), ([row]) => {
      const positions = store.dialect.wholesIn(row?.[0]);
      const scannedAtMs = store.dialect.wholesIn(row?.[1]);
      const found = row?.[2];
      const payloads = found instanceof Uint8Array ? found : new Uint8Array(0);
      // Only rows that this custodian wrote fit together: anything else in the table is answered as damage.
      if (payloads.length !== positions.length * payloadBytes || scannedAtMs.length !== positions.length)
        return Effect.fail(new StoreUnavailable({ reason: "damaged", detail: `a visit of ${sql.table}` }));
      cipherRecords(key, payloads, payloadBytes, positions);
      return Effect.succeed<SealedVisits>({ day, venue, positions, scannedAtMs, payloads });
    });

  const visits = Effect.fnUntraced(function* (window: Window, nowMs: number) {
    const found: SealedVisits[] = [];
    for (const day of yield* daysOf(window, nowMs)) {
      const ofDay = yield* visitsOfDay(day, window, nowMs);
      if (ofDay.positions.length > 0) found.push(ofDay);
    }
    return found;
  });

  const count = Effect.fnUntraced(function* (window: Window, nowMs: number) {
    let counted = 0;
    const { venue, fromMs, untilMs } = window;
    for (const { sql } of yield* daysOf(window, nowMs)) {
      const [row] = yield* store.values(sql.countWindow, [venue, fromMs, untilMs, nowMs]);
      counted += Number(row?.[0] ?? 0);
    }
    return counted;
  });

  // Between two batches, so that no day ends while it is read.
  return {
    visits: (window, nowMs) => changing.between(visits(window, nowMs)),
    count: (window, nowMs) => changing.between(count(window, nowMs)),
  };
};
