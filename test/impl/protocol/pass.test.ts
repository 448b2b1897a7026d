// The pass on the wire: its size, its layout written out by hand, what is refused and why, and that no bit of a
// signed pass can be turned over unseen. Both versions are tried against both kinds of party.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { preparePass, signPasses } from "../../../impl/protocol/issuing.ts";
import {
  decodePass,
  decodePassText,
  encodeHeader,
  encodePassText,
  noChallenge,
  passVersions,
} from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { passToVerify } from "../../../impl/protocol/scan.ts";
import { verifyOne } from "../../../impl/protocol/signing.ts";
import { flipped, hex, present, toHex } from "./hex.ts";

const noonMs = Date.UTC(2020, 6, 1, 3);
const { deployed, simulation } = passVersions;
const key = present(importSigningKey(drawSigningSeed()));

const issue = async (version: typeof deployed | typeof simulation = deployed): Promise<Uint8Array> => {
  const pass = present(
    preparePass(new Epoch(noonMs), { version, issuer: 3, issuedAtMs: noonMs }, randomBytes(16)),
  );
  await signPasses(key, [pass]);
  return pass;
};

it("is at most 130 bytes, and 183 characters of a QR code's alphanumeric mode", async () => {
  const pass = await issue();
  expect(pass.length).toBe(122);
  expect(pass.length).toBeLessThanOrEqual(130);
  expect(encodePassText(pass)).toMatch(/^[0-9A-Z $%*+\-./:]{183}$/);
});

it("has its fields where this says", () => {
  const header = encodeHeader({
    version: 1,
    issuer: 3,
    epochId: hex("0102030405060708"),
    number: 0x0fed,
    issuedAtMs: 1_593_572_400_000,
    challenge: noChallenge,
  });
  // 1,593,572,400,000 ms is 2020-07-01 12:00 in Seoul, 0x017308511b80.
  expect(toHex(header)).toBe(
    ["01", "03", "0102030405060708", "0fed", "017308511b80", "00".repeat(8)].join(""),
  );
  const read = decodePass(Uint8Array.from([...header, ...new Uint8Array(96)]), deployed);
  expect(read).toMatchObject({ ok: true, value: { version: 1, issuer: 3, number: 0x0fed } });
  expect(read).toMatchObject({ ok: true, value: { issuedAtMs: 1_593_572_400_000 } });
});

it("comes back from its text as it was", async () => {
  const pass = await issue();
  const read = decodePassText(encodePassText(pass), deployed);
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.bytes).toEqual(pass);
  expect(read.value.issuedAtMs).toBe(noonMs);
  expect([read.value.header.length, read.value.sealed.length, read.value.signature.length]).toEqual([
    26, 32, 64,
  ]);
  expect(verifyOne(passToVerify(key.verifyingKey, read.value))).toBe(true);
});

describe("refusals", () => {
  it("a deployed party refuses a pass made in a simulation, and a simulation one for real", async () => {
    expect(decodePass(await issue(simulation), deployed)).toEqual({ ok: false, reason: "version" });
    expect(decodePass(await issue(deployed), simulation)).toEqual({ ok: false, reason: "version" });
    expect(decodePass(await issue(simulation), simulation).ok).toBe(true);
  });

  it("lengths, alphabet and numbers that cannot be", async () => {
    const pass = await issue();
    const text = encodePassText(pass);
    expect(decodePass(pass.subarray(1), deployed)).toEqual({ ok: false, reason: "length" });
    expect(decodePassText(text.slice(3), deployed)).toEqual({ ok: false, reason: "length" });
    expect(decodePassText(`${text}000`, deployed)).toEqual({ ok: false, reason: "length" });
    expect(decodePassText(text.toLowerCase(), deployed)).toEqual({ ok: false, reason: "base45" });
    expect(decodePassText(":".repeat(183), deployed)).toEqual({ ok: false, reason: "base45" });
    const beyond = Uint8Array.from(pass);
    beyond[10] = 0x10;
    expect(decodePass(beyond, deployed)).toEqual({ ok: false, reason: "number" });
  });

  it("an epoch seals no pass of another Seoul day, and none beyond its numbers", () => {
    const origin = { version: deployed, issuer: 3 };
    const epoch = new Epoch(Date.UTC(2020, 6, 1, 14, 59, 30));
    const midnightMs = Date.UTC(2020, 6, 1, 15);
    expect(preparePass(epoch, { ...origin, issuedAtMs: midnightMs - 1 }, randomBytes(16))).toBeDefined();
    expect(preparePass(epoch, { ...origin, issuedAtMs: midnightMs }, randomBytes(16))).toBeUndefined();
    while (epoch.takeNumber() !== undefined);
    expect(preparePass(epoch, { ...origin, issuedAtMs: midnightMs - 1 }, randomBytes(16))).toBeUndefined();
  });
});

it("no bit of a signed pass can be turned over unseen", async () => {
  const pass = await issue();
  for (let bit = 0; bit < pass.length * 8; bit += 1) {
    const read = decodePass(flipped(pass, bit), deployed);
    expect(read.ok && verifyOne(passToVerify(key.verifyingKey, read.value))).toBe(false);
  }
});

it("never throws at what a scanner reads", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 190, unit: "binary" }), (text) => {
      expect(decodePassText(text, deployed).ok).toBe(false);
    }),
  );
});
