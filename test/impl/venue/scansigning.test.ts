// Scans signed for many devices at once: each in its place, under its own device's key, byte for byte as one alone would be.
import { describe, expect, it } from "vitest";
import { encodeScan } from "../../../impl/protocol/scan.ts";
import { signScans } from "../../../impl/venue/scansigning.ts";
import { newKey } from "../custodian/issuer.ts";

describe("signing for many devices", () => {
  it("gives what each device alone would give, and nothing for a venue without a device", async () => {
    const devices = new Map([1, 2, 3].map((venue) => [venue, newKey()]));
    const scans = Array.from({ length: 100 }, (_, place) => ({
      venue: place % 4,
      pass: new Uint8Array(122).fill(place),
      scannedAtMs: 1_000 + place,
    }));
    const signed = await signScans(devices, scans);
    expect(signed).toEqual(
      scans.map(({ venue, pass, scannedAtMs }) => {
        const key = devices.get(venue);
        return key === undefined ? undefined : encodeScan(key, pass, venue, scannedAtMs);
      }),
    );
    expect(signed.filter((bytes) => bytes === undefined)).toHaveLength(25);
    expect(await signScans(devices, [])).toEqual([]);
  });
});
