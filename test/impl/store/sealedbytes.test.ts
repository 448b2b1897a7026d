// A few bytes sealed: never twice the same, opened by their own key and beside their own data alone, and by nothing that was altered or cut.
// A nonce that came twice under one key would give both away.
import { describe, expect, it } from "vitest";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import {
  importSealKey,
  keyBytes,
  openBytes,
  sealBytes,
  sealOverheadBytes,
} from "../../../impl/store/sealedbytes.ts";

const key = importSealKey(randomBytes(keyBytes));
const plain = Uint8Array.of(1, 2, 3, 4, 5);
const beside = Uint8Array.of(9, 9);
const sealed = sealBytes(key, plain, beside, randomBytes);

describe("sealed bytes", () => {
  it("are opened as they were", () => {
    expect(sealed).toHaveLength(plain.length + sealOverheadBytes);
    expect([...(openBytes(key, sealed, beside) ?? [])]).toEqual([...plain]);
    const empty = sealBytes(key, new Uint8Array(0), beside, randomBytes);
    expect(openBytes(key, empty, beside)).toHaveLength(0);
  });

  it("have a nonce of their own each time", () => {
    const nonces = Array.from({ length: 100 }, () =>
      Buffer.from(sealBytes(key, plain, beside, randomBytes).subarray(0, 12)).toString("hex"),
    );
    expect(new Set(nonces).size).toBe(100);
  });

  it("do not open for another key, beside other data, altered in any byte, or cut", () => {
    expect(openBytes(importSealKey(randomBytes(keyBytes)), sealed, beside)).toBeUndefined();
    expect(openBytes(key, sealed, Uint8Array.of(9, 8))).toBeUndefined();
    for (const [place, byte] of sealed.entries())
      expect(openBytes(key, sealed.with(place, byte ^ 1), beside)).toBeUndefined();
    for (const length of [0, sealOverheadBytes - 1, sealed.length - 1])
      expect(openBytes(key, sealed.subarray(0, length), beside)).toBeUndefined();
  });
});
