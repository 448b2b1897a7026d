/**
 * A lookup: all sealed visits of one venue in one window, opened from the custodian's own layer and no further.
 * Only a release may use it for anyone; no party can ask for it. What is over is not answered, however late the sweep is.
 */
import { Effect } from "effect";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";
import type { Days } from "./days.ts";
import type { FoundVisits, PlaceVisits, Window } from "./placevisits.ts";

/** Visits of one venue that belong to one Seoul day. */
export interface SealedVisits extends FoundVisits {
  readonly day: number;
  readonly venue: number;
}

export interface Looking {
  readonly visits: (
    window: Window,
    nowMs: number,
  ) => Effect.Effect<readonly SealedVisits[], StoreUnavailable>;
}

export const makeLooking = (days: Days, placeVisits: PlaceVisits, changing: Changing): Looking => {
  const visits = Effect.fnUntraced(function* (window: Window, nowMs: number) {
    const found: SealedVisits[] = [];
    const { first, last } = placeVisits.daysOf(window);
    for (let day = first; day <= last; day += 1) {
      const kept = days.held(day) ?? (yield* days.find(day));
      if (kept === undefined || nowMs >= kept.endsAtMs) continue;
      const ofDay = yield* placeVisits.find(kept, window, nowMs, "late too");
      if (ofDay.positions.length > 0 || ofDay.misplaced > 0)
        found.push({ day, venue: window.venue, ...ofDay });
    }
    return found;
  });
  // Between two batches, so that no day ends while it is read.
  return { visits: (window, nowMs) => changing.between(visits(window, nowMs)) };
};
