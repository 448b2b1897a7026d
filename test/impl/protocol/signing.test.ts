// Signatures: Ed25519 as RFC 8032 publishes it, purposes that cannot stand for each other, and batches that answer
// as one by one would, whether small enough to be done at once or handed to the thread pool.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  drawSigningSeed,
  importSigningKey,
  importVerifyingKey,
  signBytes,
  verifyBytes,
} from "../../../impl/protocol/ed25519.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { signAll, signOne, verifyAll, verifyOne } from "../../../impl/protocol/signing.ts";
import type { Purpose } from "../../../impl/protocol/signing.ts";
import { flipped, hex, present, toHex } from "./hex.ts";

const published = [
  {
    name: "test 1",
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b" +
      "d25bf5f0595bbe24655141438e7a100b",
  },
  {
    name: "test 2",
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c" +
      "387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    name: "test 3",
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659" +
      "4a7c15e9716ed28dc027beceea1ec40a",
  },
];

describe.each(published)("RFC 8032, section 7.1, $name", ({ seed, publicKey, message, signature }) => {
  it("key, signature and verdict are as published", () => {
    const key = present(importSigningKey(hex(seed)));
    expect(toHex(key.publicKey)).toBe(publicKey);
    expect(toHex(signBytes(key, hex(message)))).toBe(signature);
    const verifying = present(importVerifyingKey(hex(publicKey)));
    expect(verifyBytes(verifying, hex(message), hex(signature))).toBe(true);
    expect(verifyBytes(verifying, hex(`${message}00`), hex(signature))).toBe(false);
  });
});

const key = present(importSigningKey(drawSigningSeed()));
const another = present(importSigningKey(drawSigningSeed()));
const purposes: readonly Purpose[] = [
  "pass",
  "scan",
  "deposit",
  "release",
  "case",
  "share",
  "answer",
  "roster",
];

it("a signature for one purpose is none for another, nor without a purpose", () => {
  const message = randomBytes(58);
  for (const purpose of purposes) {
    const signature = signOne({ key, purpose, message });
    const fitting = purposes.filter((claimed) =>
      verifyOne({ key: key.verifyingKey, purpose: claimed, message, signature }),
    );
    expect(fitting).toEqual([purpose]);
    expect(verifyBytes(key.verifyingKey, message, signature)).toBe(false);
  }
});

it.each([0, 1, 3, 4, 11, 12, 13, 300, 1000])("a batch of %i answers as one by one", async (count) => {
  const messages = Array.from({ length: count }, () => randomBytes(58));
  const signatures = await signAll(messages.map((message) => ({ key, purpose: "pass", message })));
  expect(signatures).toHaveLength(count);
  const items = messages.map((message, index) => ({
    key: index % 5 === 4 ? another.verifyingKey : key.verifyingKey,
    purpose: "pass" as const,
    message,
    signature: index % 7 === 6 ? new Uint8Array(index % 2 === 0 ? 63 : 0) : present(signatures[index]),
  }));
  const verdicts = await verifyAll(items);
  expect([...verdicts]).toEqual(items.map((item) => (verifyOne(item) ? 1 : 0)));
  expect([...verdicts]).toEqual(items.map((_, index) => (index % 5 !== 4 && index % 7 !== 6 ? 1 : 0)));
});

it("a batch of malformed signatures is refused and ends", async () => {
  const items = Array.from({ length: 20_000 }, () => ({
    key: key.verifyingKey,
    purpose: "scan" as const,
    message: new Uint8Array(1),
    signature: new Uint8Array(1),
  }));
  expect((await verifyAll(items)).every((verdict) => verdict === 0)).toBe(true);
});

it("refuses any flipped bit and keys of a wrong length", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 80 }), fc.nat(), async (message, bit) => {
      const signature = signOne({ key, purpose: "scan", message });
      const item = { key: key.verifyingKey, purpose: "scan" as const, message, signature };
      const verdicts = await verifyAll([
        item,
        { ...item, message: flipped(message, bit) },
        { ...item, signature: flipped(signature, bit) },
        { ...item, key: another.verifyingKey },
      ]);
      expect([...verdicts]).toEqual([1, 0, 0, 0]);
    }),
  );
  expect(importSigningKey(randomBytes(31))).toBeUndefined();
  expect(importVerifyingKey(randomBytes(33))).toBeUndefined();
});
