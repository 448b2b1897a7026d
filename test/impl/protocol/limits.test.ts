// Limits of the protocol on both sides: the last number of an epoch, and signatures verified one by one because they are few.
// What is many enough for the thread pool is in signing.test.ts.
import { describe, expect, it } from "vitest";
import {
  decodePass,
  encodeHeader,
  epochCapacity,
  passBytes,
  passVersions,
} from "../../../impl/protocol/pass.ts";
import { signOne, verifyAll, verifyOne } from "../../../impl/protocol/signing.ts";
import { newKey } from "../custodian/issuer.ts";

describe("a pass", () => {
  it("has a number below the capacity of an epoch", () => {
    const numbered = (number: number) => {
      const bytes = new Uint8Array(passBytes);
      bytes.set(
        encodeHeader({
          version: passVersions.deployed,
          issuer: 1,
          epochId: new Uint8Array(8),
          number,
          issuedAtMs: 1_593_572_400_000,
          challenge: new Uint8Array(8),
        }),
      );
      return decodePass(bytes, passVersions.deployed);
    };
    expect(numbered(epochCapacity - 1)).toMatchObject({ ok: true, value: { number: epochCapacity - 1 } });
    expect(numbered(epochCapacity)).toEqual({ ok: false, reason: "number" });
  });
});

describe("a signature", () => {
  const key = newKey();
  const other = newKey();
  const message = Uint8Array.of(1, 2, 3);
  const signature = signOne({ key, purpose: "case", message });
  const right = { key: key.verifyingKey, purpose: "case", message, signature } as const;
  const wrong = [
    { ...right, key: other.verifyingKey },
    { ...right, purpose: "share" as const },
    { ...right, message: Uint8Array.of(1, 2, 4) },
    { ...right, signature: signature.with(5, (signature[5] ?? 0) ^ 1) },
    { ...right, signature: signature.subarray(1) },
    { ...right, signature: new Uint8Array(0) },
  ];

  it("is verified by itself and among few as among many", async () => {
    expect(verifyOne(right)).toBe(true);
    expect(wrong.map(verifyOne)).toEqual(wrong.map(() => false));
    expect([...(await verifyAll([right]))]).toEqual([1]);
    for (const one of wrong) expect([...(await verifyAll([one, right]))]).toEqual([0, 1]);
    const many = Array.from({ length: 20 }, () => [right, ...wrong]).flat();
    expect([...(await verifyAll(many))]).toEqual(many.map((one) => (one === right ? 1 : 0)));
    expect([...(await verifyAll([]))]).toEqual([]);
  });
});
