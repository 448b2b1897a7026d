// A scan: what a venue's device sends to the custodian. It holds the pass as read, the venue, the instant of the scan
// and the challenge that the door showed, and the device's signature over all four, so that nobody can move a record to
// another place or time unseen. The custodian checks it on arrival and again before a join. It knows nothing of lifetimes or replays:
// those are decided by law and store.

import { challengeNotShown } from "./challenge.ts";
import { challengeBytes } from "./challengetext.ts";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { FieldReader, joinFields, numberAt, numberField } from "./fields.ts";
import { decodePass, passBytes, readHeader } from "./pass.ts";
import type { Pass, PassFault, PassVersion } from "./pass.ts";
import { signOne } from "./signing.ts";
import type { ToSign, ToVerify } from "./signing.ts";

export const scanSignedBytes = passBytes + 4 + 6 + challengeBytes;
export const scanBytes = scanSignedBytes + signatureBytes;

export interface Scan {
  readonly bytes: Uint8Array;
  readonly pass: Pass;
  readonly venue: number;
  readonly scannedAtMs: number;
  /** The challenge for which the pass was made; zeros when the door showed none. */
  readonly challenge: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export type ScanFault = PassFault | "scanLength";

/** The bytes that a device signs; `toSign` makes of them an item for a batch. */
export const scanMessage = (
  pass: Uint8Array,
  venue: number,
  scannedAtMs: number,
  challenge = challengeNotShown,
): Uint8Array => joinFields([pass, numberField(venue, 4), numberField(scannedAtMs, 6), challenge]);

export const scanToSign = (key: SigningKey, message: Uint8Array): ToSign => ({
  key,
  purpose: "scan",
  message,
});

export const encodeScan = (
  key: SigningKey,
  pass: Uint8Array,
  venue: number,
  scannedAtMs: number,
  challenge = challengeNotShown,
): Uint8Array => {
  const message = scanMessage(pass, venue, scannedAtMs, challenge);
  return joinFields([message, signOne(scanToSign(key, message))]);
};

export const decodeScan = (bytes: Uint8Array, version: PassVersion): Decoded<Scan, ScanFault> => {
  if (bytes.length !== scanBytes) return refused("scanLength");
  const pass = decodePass(bytes.subarray(0, passBytes), version);
  if (!pass.ok) return pass;
  const reader = new FieldReader(bytes.subarray(passBytes));
  return accepted({
    bytes,
    pass: pass.value,
    venue: reader.number(4),
    scannedAtMs: reader.number(6),
    challenge: reader.bytes(challengeBytes),
    signed: bytes.subarray(0, scanSignedBytes),
    signature: bytes.subarray(scanSignedBytes),
  });
};

/** The venue of a scan that begins at this place of some bytes, and below it its instant, before anything of it is believed. */
export const venueAt = (bytes: Uint8Array, at: number): number => numberAt(bytes, at + passBytes, 4);
export const scannedAtMsAt = (bytes: Uint8Array, at: number): number =>
  numberAt(bytes, at + passBytes + 4, 6);

/** The venue that a scan claims, before anything of it is believed; undefined when it is no scan at all. */
export const venueOfScan = (bytes: Uint8Array): number | undefined =>
  bytes.length === scanBytes ? venueAt(bytes, 0) : undefined;

/** The epoch that its pass claims, in the same way. */
export const epochOfScan = (bytes: Uint8Array): Uint8Array | undefined =>
  bytes.length === scanBytes ? readHeader(bytes).epochId : undefined;

/** The issuer's signature on a pass, as an item to verify alone or in a batch. */
export const passToVerify = (key: VerifyingKey, pass: Pass): ToVerify => ({
  key,
  purpose: "pass",
  message: pass.signed,
  signature: pass.signature,
});

/** The device's signature on a scan, as an item to verify alone or in a batch. */
export const scanToVerify = (key: VerifyingKey, scan: Scan): ToVerify => ({
  key,
  purpose: "scan",
  message: scan.signed,
  signature: scan.signature,
});
