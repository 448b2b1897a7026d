/**
 * Since when each device has delivered nothing on time: only a device that was silent since a scan may deliver it late (clause C3).
 * Known from memory for the venues that delivered late since the start; of any other the stored visits are asked.
 * Venues that never deliver late cost nothing here. It decides nothing: the law is given the fact.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Days } from "./days.ts";
import type { PlaceVisits } from "./placevisits.ts";

export interface Silence {
  /** Inside a batch, before any of its scans is decided: makes known what is stored of these venues. */
  readonly load: (venues: Iterable<number>, nowMs: number) => Effect.Effect<void, StoreUnavailable>;
  /** Whether a loaded venue delivered nothing on time with an instant of scan at or after this one. */
  readonly isSilentSince: (venue: number, scannedAtMs: number) => boolean;
  /** A scan of this venue was stored on time. */
  readonly heard: (venue: number, scannedAtMs: number) => void;
  /** After a failed transaction: forgets everything, so that what is stored is asked again. */
  readonly discard: () => void;
}

/** More venues than this country ever had; beyond it the stored visits are asked again. */
const heldAlone = 500_000;
const nothing = -1;

export const makeSilence = (
  store: StoreService,
  days: Days,
  placeVisits: PlaceVisits,
  policy: PolicyNumbers,
): Silence => {
  // Where other processes store visits too, only what is stored tells.
  const heldMax = store.isShared ? 0 : heldAlone;
  const latest = new Map<number, number>();

  const loadOne = Effect.fnUntraced(function* (venue: number, nowMs: number) {
    let last = nothing;
    // A scan that is older than this is refused as too late whatever stands there.
    const oldestMs = nowMs - policy.lateDelivery - policy.passLifetime - policy.clockSkew;
    const window = { venue, fromMs: oldestMs, untilMs: nowMs + policy.clockSkew + 1 };
    const asked = placeVisits.daysOf(window);
    for (let day = asked.first; day <= asked.last; day += 1) {
      const kept = yield* days.find(day);
      if (kept === undefined) continue;
      const { scannedAtMs } = yield* placeVisits.find(kept, window, nowMs, "on time");
      for (const atMs of scannedAtMs) last = Math.max(last, atMs);
    }
    latest.set(venue, last);
  });

  return {
    load: Effect.fnUntraced(function* (venues, nowMs) {
      if (latest.size >= heldMax) latest.clear();
      for (const venue of venues) if (!latest.has(venue)) yield* loadOne(venue, nowMs);
    }),
    isSilentSince: (venue, scannedAtMs) => !((latest.get(venue) ?? scannedAtMs) >= scannedAtMs),
    heard: (venue, scannedAtMs) => {
      const last = latest.get(venue);
      if (last !== undefined && scannedAtMs > last) latest.set(venue, scannedAtMs);
    },
    discard: () => latest.clear(),
  };
};
