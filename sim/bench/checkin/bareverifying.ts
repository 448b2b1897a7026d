// What the other sides of the check-in rows do before they store: verify both signatures of each scan, and see that no pass comes twice.
// It is the least that anybody who keeps a record of entries would do. It asks no law, and keeps one bit a pass in memory.
// What is stored under which bit is the caller's; so is writing the changed bitmaps down.
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import type { VerifyingKey } from "../../../impl/protocol/ed25519.ts";
import { epochCapacity } from "../../../impl/protocol/pass.ts";
import { decodeScan, passToVerify, scanToVerify, type Scan } from "../../../impl/protocol/scan.ts";
import { verifyAll } from "../../../impl/protocol/signing.ts";
import { version } from "../premises.ts";

export interface BareKeys {
  readonly passes: VerifyingKey;
  readonly devices: readonly VerifyingKey[];
}

export interface Bitmap {
  readonly id: Uint8Array;
  readonly bits: Uint8Array;
}

export interface Verified {
  /** To be stored: rightly signed, and seen for the first time. */
  readonly scans: readonly { readonly scan: Scan; readonly receivedAtMs: number }[];
  readonly changed: ReadonlySet<Bitmap>;
}

export const makeBareVerifying = (
  keys: BareKeys,
): ((delivered: readonly DeliveredScan[]) => Promise<Verified>) => {
  const bitmaps = new Map<string, Bitmap>();
  const bitmapOf = (id: Uint8Array): Bitmap => {
    const name = Buffer.from(id.buffer, id.byteOffset, id.length).toString("latin1");
    const known = bitmaps.get(name);
    if (known !== undefined) return known;
    const made = { id: id.slice(), bits: new Uint8Array(epochCapacity / 8) };
    bitmaps.set(name, made);
    return made;
  };

  return async (delivered) => {
    const decoded = delivered.flatMap(({ bytes, receivedAtMs }) => {
      const scan = decodeScan(bytes, version);
      const device = scan.ok ? keys.devices[scan.value.venue - 1] : undefined;
      return scan.ok && device !== undefined ? [{ scan: scan.value, device, receivedAtMs }] : [];
    });
    const verdicts = await verifyAll(
      decoded.flatMap(({ scan, device }) => [
        passToVerify(keys.passes, scan.pass),
        scanToVerify(device, scan),
      ]),
    );
    const scans: { readonly scan: Scan; readonly receivedAtMs: number }[] = [];
    const changed = new Set<Bitmap>();
    for (const [place, { scan, receivedAtMs }] of decoded.entries()) {
      const { epochId, number } = scan.pass;
      const bitmap = bitmapOf(epochId);
      const bit = 1 << (number & 7);
      const byte = bitmap.bits[number >> 3] ?? 0;
      const right = verdicts[place * 2] === 1 && verdicts[place * 2 + 1] === 1;
      if (!right || (byte & bit) !== 0) continue;
      bitmap.bits[number >> 3] = byte | bit;
      changed.add(bitmap);
      scans.push({ scan, receivedAtMs });
    }
    return { scans, changed };
  };
};
