/**
 * Where the visit of a pass that is stored already stands: at the venue that shows it again, in the very same scan, or elsewhere.
 * Recording asks it for refused scans only, inside its transaction and after its visits are written, so honest scans pay nothing.
 */
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { joinFields, sameBytes } from "../protocol/fields.ts";
import { cipherRecords } from "../protocol/recordcipher.ts";
import type { Scan } from "../protocol/scan.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { KeptDay } from "./days.ts";
import { payloadBytes, readPayload } from "./payload.ts";

/** `thisScan`: what came is a second copy of what is stored, to the last byte of its signature. */
export type StoredWhere = "thisScan" | "thisVenue" | "elsewhere";

export type StoredBefore = (day: KeptDay, scan: Scan) => Effect.Effect<StoredWhere, StoreUnavailable>;

export const makeStoredBefore = (store: StoreService, policy: PolicyNumbers): StoredBefore =>
  Effect.fnUntraced(function* ({ key, sql }, scan) {
    const { venue, pass } = scan;
    const rows = yield* store.values(
      `SELECT position, scanned_at, payload FROM ${sql.table} WHERE venue = ?1 AND scanned_at >= ?2 AND scanned_at <= ?3`,
      [
        venue,
        // No scan of this pass can have been stored outside these instants, late or not.
        pass.issuedAtMs - policy.clockSkew,
        pass.issuedAtMs + policy.passLifetime + 2 * policy.clockSkew,
      ],
    );
    const whole = rows.filter(([, , payload]) => payload instanceof Uint8Array);
    const payloads = joinFields(
      whole.map(([, , payload]) => (payload instanceof Uint8Array ? payload : new Uint8Array(0))),
    );
    if (payloads.length !== whole.length * payloadBytes) return "elsewhere";
    cipherRecords(
      key,
      payloads,
      payloadBytes,
      whole.map(([position]) => Number(position)),
    );
    for (const [place, [, scannedAt]] of whole.entries()) {
      const stored = readPayload(payloads, place, venue, Number(scannedAt));
      if (!sameBytes(stored.pass, pass.bytes)) continue;
      return sameBytes(stored.signed, scan.signed) && sameBytes(stored.signature, scan.signature)
        ? "thisScan"
        : "thisVenue";
    }
    return "elsewhere";
  });
