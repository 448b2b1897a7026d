// The tag of a disputed pass: the same for the same pass of a day, another one for any other pass, number or day.
import { createHmac, hkdfSync } from "node:crypto";
import { expect, it } from "vitest";
import { disputeKeyOf, disputeTag } from "../../../impl/protocol/disputetag.ts";
import { hex, toHex } from "./hex.ts";

const dayKey = new Uint8Array(32).fill(7);
const epochId = hex("0102030405060708");

it("is sixteen bytes of an HMAC under a key made from the key of the day", () => {
  const key = Buffer.from(hkdfSync("sha256", dayKey, new Uint8Array(0), "entrylog 1 dispute\0", 32));
  const whole = createHmac("sha256", key).update(hex("01020304050607080123")).digest("hex");
  expect(toHex(disputeTag(disputeKeyOf(dayKey), epochId, 0x0123))).toBe(whole.slice(0, 32));
});

it("is another one for another number, epoch or day", () => {
  const tags = [
    disputeTag(disputeKeyOf(dayKey), epochId, 1),
    disputeTag(disputeKeyOf(dayKey), epochId, 2),
    disputeTag(disputeKeyOf(dayKey), epochId.with(0, 9), 1),
    disputeTag(disputeKeyOf(dayKey.with(0, 8)), epochId, 1),
  ];
  expect(new Set(tags.map(toHex)).size).toBe(4);
  expect(disputeTag(disputeKeyOf(dayKey), epochId, 1)).toEqual(tags[0]);
});
