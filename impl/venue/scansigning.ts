/**
 * Signs scans for many devices at once, over the thread pool: for a process that stands for many venues.
 * The answer is what the custodian takes, in the order of what was given; undefined where a venue has no device here.
 */
import type { SigningKey } from "../protocol/ed25519.ts";
import { joinFields } from "../protocol/fields.ts";
import { scanMessage, scanToSign } from "../protocol/scan.ts";
import { signAll, type ToSign } from "../protocol/signing.ts";

export interface ScanToSign {
  readonly venue: number;
  /** The pass as read, as bytes. */
  readonly pass: Uint8Array;
  readonly scannedAtMs: number;
  /** The challenge for which the pass was made, where the door showed one. */
  readonly challenge?: Uint8Array;
}

export const signScans = async (
  devices: ReadonlyMap<number, SigningKey>,
  scans: readonly ScanToSign[],
): Promise<readonly (Uint8Array | undefined)[]> => {
  const toSign: ToSign[] = [];
  for (const { venue, pass, scannedAtMs, challenge } of scans) {
    const key = devices.get(venue);
    if (key !== undefined) toSign.push(scanToSign(key, scanMessage(pass, venue, scannedAtMs, challenge)));
  }
  const signatures = await signAll(toSign);
  let next = 0;
  return scans.map(({ venue }) => {
    if (!devices.has(venue)) return undefined;
    const message = toSign[next]?.message;
    const signature = signatures[next];
    next += 1;
    return message === undefined || signature === undefined ? undefined : joinFields([message, signature]);
  });
};
