// Scans: what a device signed comes back, and place, time or pass cannot be changed behind its signature.
// A scan whose pass a deployed party refuses is refused for the same reason.
import fc from "fast-check";
import { expect, it } from "vitest";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { decodeScan, encodeScan, scanBytes, scanToVerify } from "../../../impl/protocol/scan.ts";
import { verifyOne } from "../../../impl/protocol/signing.ts";
import { flipped, present } from "./hex.ts";

const device = present(importSigningKey(drawSigningSeed()));
const passOf = (version: number): Uint8Array => {
  const pass = randomBytes(122);
  pass[0] = version;
  pass[10] = 0;
  return pass;
};

it("comes back as it was signed", () => {
  const venues = fc.integer({ min: 0, max: 4_294_967_295 });
  const instants = fc.integer({ min: 0, max: 281_474_976_710_655 });
  fc.assert(
    fc.property(venues, instants, (venue, scannedAtMs) => {
      const pass = passOf(passVersions.deployed);
      const scan = decodeScan(encodeScan(device, pass, venue, scannedAtMs), passVersions.deployed);
      if (!scan.ok) throw new Error(scan.reason);
      expect(scan.value).toMatchObject({ venue, scannedAtMs });
      expect(scan.value.pass.bytes).toEqual(pass);
      expect(verifyOne(scanToVerify(device.verifyingKey, scan.value))).toBe(true);
    }),
  );
});

it("no bit can be turned over unseen", () => {
  const bytes = encodeScan(device, passOf(passVersions.deployed), 17, 1_593_572_400_000);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const scan = decodeScan(flipped(bytes, bit), passVersions.deployed);
    expect(scan.ok && verifyOne(scanToVerify(device.verifyingKey, scan.value))).toBe(false);
  }
});

it("refuses other lengths and passes of a simulation", () => {
  const bytes = encodeScan(device, passOf(passVersions.simulation), 17, 0);
  expect(bytes).toHaveLength(scanBytes);
  expect(decodeScan(bytes, passVersions.deployed)).toEqual({ ok: false, reason: "version" });
  expect(decodeScan(bytes.subarray(1), passVersions.deployed)).toEqual({ ok: false, reason: "scanLength" });
});
