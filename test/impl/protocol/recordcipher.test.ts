// The custodian's layer: byte for byte Node's own AES-256-CTR, record by record, whatever their length and place,
// and AES-256-CTR as NIST SP 800-38A publishes it (F.5.5).
import { createCipheriv } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { cipherRecords, importRecordKey } from "../../../impl/protocol/recordcipher.ts";
import { hex, toHex } from "./hex.ts";

const ctr = (dayKey: Uint8Array, counter: Uint8Array, payload: Uint8Array): Uint8Array =>
  createCipheriv("aes-256-ctr", dayKey, counter).update(payload);

const counterOf = (position: number): Uint8Array =>
  hex(position.toString(16).padStart(16, "0") + "00".repeat(8));

const nistKey = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
const nistCounters = [
  "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
  "f0f1f2f3f4f5f6f7f8f9fafbfcfdff00",
  "f0f1f2f3f4f5f6f7f8f9fafbfcfdff01",
  "f0f1f2f3f4f5f6f7f8f9fafbfcfdff02",
];
const nistPlain =
  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51" +
  "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
const nistSealed =
  "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5" +
  "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6";

it("SP 800-38A, F.5.5: Node's cipher, and ours as its stream over the published counters", () => {
  expect(toHex(ctr(hex(nistKey), hex(nistCounters[0] ?? ""), hex(nistPlain)))).toBe(nistSealed);
  const stream = importRecordKey(hex(nistKey)).cipher.update(hex(nistCounters.join("")));
  const plain = hex(nistPlain);
  expect(toHex(stream.map((byte, index) => byte ^ (plain[index] ?? 0)))).toBe(nistSealed);
});

it("equals Node's aes-256-ctr for every record of a batch, and undoes itself", () => {
  const positions = fc.array(fc.nat(Number.MAX_SAFE_INTEGER), { maxLength: 12 });
  fc.assert(
    fc.property(positions, fc.integer({ min: 1, max: 210 }), fc.nat(3), (places, payloadBytes, offset) => {
      const dayKey = randomBytes(32);
      const key = importRecordKey(dayKey);
      const plain = randomBytes(places.length * payloadBytes + offset).subarray(offset);
      const sealed = Uint8Array.from([...new Uint8Array(offset), ...plain]).subarray(offset);
      cipherRecords(key, sealed, payloadBytes, places);
      places.forEach((position, index) => {
        const from = index * payloadBytes;
        const expected = ctr(dayKey, counterOf(position), plain.subarray(from, from + payloadBytes));
        expect(toHex(sealed.subarray(from, from + payloadBytes))).toBe(toHex(expected));
      });
      cipherRecords(key, sealed, payloadBytes, places);
      expect(toHex(sealed)).toBe(toHex(plain));
    }),
  );
});

it("gives equal payloads at different positions nothing in common", () => {
  const payloads = new Uint8Array(196 * 2);
  cipherRecords(importRecordKey(randomBytes(32)), payloads, 196, [1, 2]);
  expect(toHex(payloads.subarray(0, 196))).not.toBe(toHex(payloads.subarray(196)));
});
