// Epochs: the seal as AES-256-GCM is published, each number handed out once and sealed once, and nothing after the
// secret is forgotten. The vectors are test cases 13, 14 and 16 of McGrew and Viega's GCM specification.
import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Epoch, openSealed, sealPass } from "../../../impl/protocol/epoch.ts";
import { epochCapacity } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { flipped, hex, present, toHex } from "./hex.ts";

const noonMs = Date.UTC(2020, 6, 1, 3);

const published = [
  {
    name: "test case 13",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    plain: "",
    associated: "",
    sealed: "530f8afbc74536b9a963b4f1c4cb738b",
  },
  {
    name: "test case 14",
    key: "00".repeat(32),
    nonce: "00".repeat(12),
    plain: "00".repeat(16),
    associated: "",
    sealed: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
  },
  {
    name: "test case 16",
    key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
    nonce: "cafebabefacedbaddecaf888",
    plain:
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    associated: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
    sealed:
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662" +
      "76fc6ece0f4e1768cddf8853bb2d551b",
  },
];

describe("AES-256-GCM as published", () => {
  it.each(published)("$name", ({ key, nonce, plain, associated, sealed }) => {
    const cipher = createCipheriv("aes-256-gcm", hex(key), hex(nonce)).setAAD(hex(associated));
    const text = Buffer.concat([cipher.update(hex(plain)), cipher.final(), cipher.getAuthTag()]);
    expect(toHex(text)).toBe(sealed);
  });

  it("test case 14 opens as the sealed handle of number 0", () => {
    const sealed = hex(published[1]?.sealed ?? "");
    expect(toHex(present(openSealed(new Uint8Array(32), 0, new Uint8Array(0), sealed)))).toBe(
      "00".repeat(16),
    );
  });
});

it("hands out each number once, in an order that is not the order of counting", () => {
  const epoch = new Epoch(noonMs);
  const numbers = Array.from({ length: epochCapacity }, () => epoch.takeNumber() ?? -1);
  expect(new Set(numbers).size).toBe(epochCapacity);
  expect([...numbers].sort((left, right) => left - right)).toEqual([...Array(epochCapacity).keys()]);
  const inPlace = numbers.filter((number, index) => number === index).length;
  expect(inPlace).toBeLessThan(40);
  expect(epoch.takeNumber()).toBeUndefined();
  expect(epoch.left).toBe(0);
});

it("seals under a number once, and only under one that was taken", () => {
  const epoch = new Epoch(noonMs);
  const header = randomBytes(26);
  const handle = randomBytes(16);
  const number = present(epoch.takeNumber());
  const other = (number + 1) % epochCapacity;
  expect(sealPass(epoch, other, header, handle)).toBeUndefined();
  expect(sealPass(epoch, number, header, handle)).toHaveLength(32);
  expect(sealPass(epoch, number, header, handle)).toBeUndefined();
  expect(sealPass(epoch, -1, header, handle)).toBeUndefined();
  expect(sealPass(epoch, epochCapacity, header, handle)).toBeUndefined();
});

it("gives nothing once it has forgotten", () => {
  const epoch = new Epoch(noonMs);
  const number = present(epoch.takeNumber());
  const held = present(epoch.secret);
  expect(toHex(held)).not.toBe("00".repeat(32));
  const sealed = present(epoch.seal(number, randomBytes(26), randomBytes(16)));
  const next = present(epoch.takeNumber());
  epoch.forget();
  expect(epoch.secret).toBeUndefined();
  expect(epoch.left).toBe(0);
  expect(epoch.takeNumber()).toBeUndefined();
  expect(epoch.seal(next, randomBytes(26), randomBytes(16))).toBeUndefined();
  expect(openSealed(new Uint8Array(32), number, randomBytes(26), sealed)).toBeUndefined();
  expect(toHex(held)).toBe("00".repeat(32));
});

it("opens with the secret, and with nothing altered", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(), (handle, bit) => {
      const epoch = new Epoch(noonMs);
      const secret = present(epoch.secret);
      const header = randomBytes(26);
      const number = present(epoch.takeNumber());
      const sealed = present(epoch.seal(number, header, handle));
      expect(toHex(present(openSealed(secret, number, header, sealed)))).toBe(toHex(handle));
      expect(openSealed(flipped(secret, bit), number, header, sealed)).toBeUndefined();
      expect(openSealed(secret, number ^ 1, header, sealed)).toBeUndefined();
      expect(openSealed(secret, number, flipped(header, bit), sealed)).toBeUndefined();
      expect(openSealed(secret, number, header, flipped(sealed, bit))).toBeUndefined();
      expect(openSealed(secret, number, header, sealed.subarray(1))).toBeUndefined();
      expect(openSealed(secret.subarray(1), number, header, sealed)).toBeUndefined();
    }),
  );
});

it("belongs to the Seoul day it started on", () => {
  expect(new Epoch(Date.UTC(2020, 6, 1, 14, 59, 59, 999)).day).toBe(new Epoch(noonMs).day);
  expect(new Epoch(Date.UTC(2020, 6, 1, 15)).day).toBe(new Epoch(noonMs).day + 1);
  expect(new Epoch(noonMs).id).not.toEqual(new Epoch(noonMs).id);
});
