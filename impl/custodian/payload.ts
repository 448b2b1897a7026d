/**
 * What a visit's payload holds: the whole scan as its device signed it, with pass, venue, instant and challenge.
 * Recording writes it, a lookup and a release read it again. It is always encrypted under the key of the day before it goes anywhere.
 */
import type { PassVersion } from "../protocol/pass.ts";
import { decodeScan, scanBytes, type Scan } from "../protocol/scan.ts";

/** A multiple of four, because the record cipher then works in words. */
export const payloadBytes = Math.ceil(scanBytes / 4) * 4;

export const writePayload = (payloads: Uint8Array, place: number, scan: Scan): void => {
  payloads.set(scan.bytes, place * payloadBytes);
};

/** The scan in an opened payload; undefined when what was stored is none any more. */
export const readPayload = (payloads: Uint8Array, place: number, version: PassVersion): Scan | undefined => {
  const at = place * payloadBytes;
  const decoded = decodeScan(payloads.slice(at, at + scanBytes), version);
  return decoded.ok ? decoded.value : undefined;
};
