/**
 * The visits of one venue in one window that belong to one day, found by their blind index and opened from the custodian's own layer.
 * Lookups, the search for a second copy and the question since when a device is silent use it, and nobody else reads visits.
 * What stands under a place that is not its own was moved from outside: it is counted and never given out.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { blindIndexesOver, hourOf } from "../protocol/blindindex.ts";
import { cipherRecords } from "../protocol/recordcipher.ts";
import { scannedAtMsAt, venueAt } from "../protocol/scan.ts";
import { seoulDay, startOfSeoulDayMs } from "../protocol/seoulday.ts";
import type { StoreService } from "../store/store.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import type { KeptDay } from "./days.ts";
import { payloadBytes } from "./payload.ts";

/** From one instant up to, but not including, another. */
export interface Window {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** In no order that means anything. */
export interface FoundVisits {
  readonly positions: readonly number[];
  readonly scannedAtMs: readonly number[];
  /** The scans, end to end (payload.ts). */
  readonly payloads: Uint8Array;
  /** How many stand under this place and are of another. */
  readonly misplaced: number;
}

export interface PlaceVisits {
  /** A venue's window around all scans of a pass that could be stored there, late or not. */
  readonly windowOf: (venue: number, issuedAtMs: number) => Window;
  /** The first and the last day whose passes can have been scanned in a window. */
  readonly daysOf: (window: Window) => { readonly first: number; readonly last: number };
  /** Those that are not over at an instant; `late` too, or only those delivered on time. */
  readonly find: (
    day: KeptDay,
    window: Window,
    nowMs: number,
    late: "late too" | "on time",
  ) => Effect.Effect<FoundVisits, StoreUnavailable>;
}

const none: FoundVisits = { positions: [], scannedAtMs: [], payloads: new Uint8Array(0), misplaced: 0 };

export const makePlaceVisits = (store: StoreService, policy: PolicyNumbers): PlaceVisits => {
  // No scan is taken that lies further from the instant at which its pass was issued, on time or late: the clocks of issuer and
  // custodian may differ, and those of custodian and device.
  const earlier = 2 * policy.clockSkew;
  const later = policy.passLifetime + 2 * policy.clockSkew;

  return {
    windowOf: (venue, issuedAtMs) => ({
      venue,
      fromMs: issuedAtMs - earlier,
      untilMs: issuedAtMs + later + 1,
    }),
    daysOf: ({ fromMs, untilMs }) => ({ first: seoulDay(fromMs - later), last: seoulDay(untilMs + earlier) }),
    find: Effect.fnUntraced(function* (
      { day, key, blindIndex, sql },
      { venue, fromMs, untilMs },
      nowMs,
      late,
    ) {
      const firstMs = Math.max(fromMs, startOfSeoulDayMs(day) - earlier);
      const endMs = Math.min(untilMs, startOfSeoulDayMs(day + 1) + later);
      if (firstMs >= endMs) return none;
      const indexes = blindIndexesOver(blindIndex, venue, firstMs, endMs);
      const [row] = yield* store.values(sql.window, [
        JSON.stringify([...indexes]),
        nowMs,
        late === "late too" ? 1 : 0,
      ]);
      const positions = store.dialect.wholesIn(row?.[0]);
      const payloads = row?.[1] instanceof Uint8Array ? row[1] : new Uint8Array(0);
      // Only rows that this custodian wrote fit together: anything else in the table is answered as damage.
      if (payloads.length !== positions.length * payloadBytes)
        return yield* new StoreUnavailable({ reason: "damaged", detail: `a visit of ${sql.table}` });
      cipherRecords(key, payloads, payloadBytes, positions);
      return within(positions, payloads, { venue, fromMs, untilMs }, hourOf(firstMs), hourOf(endMs - 1));
    }),
  };
};

/** Leaves out what lies in the hours of a window and not in the window; works on the given bytes. */
const within = (
  positions: readonly number[],
  payloads: Uint8Array,
  { venue, fromMs, untilMs }: Window,
  firstHour: number,
  lastHour: number,
): FoundVisits => {
  const kept: number[] = [];
  const scannedAtMs: number[] = [];
  let misplaced = 0;
  for (const [place, position] of positions.entries()) {
    const at = place * payloadBytes;
    const atMs = scannedAtMsAt(payloads, at);
    const hour = hourOf(atMs);
    if (venueAt(payloads, at) !== venue || !(hour >= firstHour) || hour > lastHour) {
      misplaced += 1;
      continue;
    }
    if (!(atMs >= fromMs) || atMs >= untilMs) continue;
    if (kept.length < place) payloads.copyWithin(kept.length * payloadBytes, at, at + payloadBytes);
    kept.push(position);
    scannedAtMs.push(atMs);
  }
  return {
    positions: kept,
    scannedAtMs,
    payloads: payloads.subarray(0, kept.length * payloadBytes),
    misplaced,
  };
};
