/**
 * Where the visit of a pass that is stored already stands: at the venue that shows it again, in the very same scan, or elsewhere.
 * Recording asks it for refused scans only, inside its transaction and after its visits are written, so honest scans pay nothing.
 */
import { Effect } from "effect";
import { sameBytes } from "../protocol/fields.ts";
import { passBytes } from "../protocol/pass.ts";
import { scanBytes, type Scan } from "../protocol/scan.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { KeptDay } from "./days.ts";
import { payloadBytes } from "./payload.ts";
import type { PlaceVisits } from "./placevisits.ts";

/** `thisScan`: what came is a second copy of what is stored, to the last byte of its signature. */
export type StoredWhere = "thisScan" | "thisVenue" | "elsewhere";

export type StoredBefore = (day: KeptDay, scan: Scan) => Effect.Effect<StoredWhere, StoreUnavailable>;

export const makeStoredBefore = (placeVisits: PlaceVisits): StoredBefore =>
  Effect.fnUntraced(function* (day, { venue, pass, bytes }) {
    const { issuedAtMs } = pass;
    const window = placeVisits.windowOf(venue, issuedAtMs);
    const { positions, payloads } = yield* placeVisits.find(day, window, issuedAtMs, "late too");
    for (const place of positions.keys()) {
      const stored = payloads.subarray(place * payloadBytes, place * payloadBytes + scanBytes);
      if (!sameBytes(stored.subarray(0, passBytes), pass.bytes)) continue;
      return sameBytes(stored, bytes) ? "thisScan" : "thisVenue";
    }
    return "elsewhere";
  });
