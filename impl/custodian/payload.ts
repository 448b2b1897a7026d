/**
 * What a visit's payload holds: the whole pass, the challenge it answered and the device's signature. Venue and time stand in
 * columns, and the signature binds them.
 * Recording writes it, a release reads it again. It is always encrypted under the key of the day before it goes anywhere.
 */
import { challengeBytes } from "../protocol/challenge.ts";
import { passBytes } from "../protocol/pass.ts";
import { scanMessage, type Scan } from "../protocol/scan.ts";
import { signatureBytes } from "../protocol/ed25519.ts";

/** A multiple of four, because the record cipher then works in words. */
export const payloadBytes = Math.ceil((passBytes + challengeBytes + signatureBytes) / 4) * 4;

const challengeAt = passBytes;
const signatureAt = passBytes + challengeBytes;

export const writePayload = (payloads: Uint8Array, place: number, scan: Scan): void => {
  payloads.set(scan.pass.bytes, place * payloadBytes);
  payloads.set(scan.challenge, place * payloadBytes + challengeAt);
  payloads.set(scan.signature, place * payloadBytes + signatureAt);
};

export interface StoredScan {
  readonly pass: Uint8Array;
  readonly challenge: Uint8Array;
  /** What the device signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** The scan behind an opened payload and the columns beside it. */
export const readPayload = (
  payloads: Uint8Array,
  place: number,
  venue: number,
  scannedAtMs: number,
): StoredScan => {
  const at = place * payloadBytes;
  const pass = payloads.slice(at, at + passBytes);
  const challenge = payloads.slice(at + challengeAt, at + signatureAt);
  return {
    pass,
    challenge,
    signed: scanMessage(pass, venue, scannedAtMs, challenge),
    signature: payloads.slice(at + signatureAt, at + signatureAt + signatureBytes),
  };
};
