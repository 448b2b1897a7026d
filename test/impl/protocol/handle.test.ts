// Handles: AES-256 as published, an alias in and the same alias out, and nothing alike between two of one account.
// The vectors are those of FIPS 197, appendix C.3, and of NIST SP 800-38A, F.1.5.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importHandleKey, openHandle, openHandles, sealHandles } from "../../../impl/protocol/handle.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { hex, toHex } from "./hex.ts";

const published = [
  {
    source: "FIPS 197, C.3",
    key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    plain: "00112233445566778899aabbccddeeff",
    sealed: "8ea2b7ca516745bfeafc49904b496089",
  },
  {
    source: "SP 800-38A, F.1.5",
    key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
    plain:
      "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51" +
      "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
    sealed:
      "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870" +
      "b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7",
  },
];

describe.each(published)("$source", ({ key, plain, sealed }) => {
  const handleKey = importHandleKey(hex(key));

  it("the block cipher encrypts and decrypts as published", () => {
    expect(toHex(handleKey.sealer.update(hex(plain)))).toBe(sealed);
    expect(toHex(handleKey.opener.update(hex(sealed)))).toBe(plain);
  });

  it("an opened handle gives the first half of each block", () => {
    const aliases = (plain.match(/.{32}/g) ?? []).map((block) => block.slice(0, 16)).join("");
    expect(toHex(openHandles(handleKey, hex(sealed)))).toBe(aliases);
  });
});

it("gives back the aliases of a batch, each by itself too", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(20), (dayKey, count) => {
      const key = importHandleKey(dayKey);
      const aliases = randomBytes(count * 8);
      const handles = sealHandles(key, aliases);
      expect(handles).toHaveLength(count * 16);
      expect(toHex(openHandles(key, handles))).toBe(toHex(aliases));
      for (let index = 0; index < count; index += 1) {
        const handle = handles.subarray(index * 16, index * 16 + 16);
        expect(toHex(openHandle(key, handle))).toBe(toHex(aliases.subarray(index * 8, index * 8 + 8)));
      }
    }),
  );
});

it("never gives one account the same handle twice, and another day's key opens it to something else", () => {
  const key = importHandleKey(randomBytes(32));
  const alias = randomBytes(8);
  const aliases = Uint8Array.from({ length: 8000 }, (_, index) => alias[index % 8] ?? 0);
  const handles = toHex(sealHandles(key, aliases)).match(/.{32}/g) ?? [];
  expect(new Set(handles).size).toBe(1000);
  const another = importHandleKey(randomBytes(32));
  expect(toHex(openHandle(another, hex(handles[0] ?? "")))).not.toBe(toHex(alias));
});
