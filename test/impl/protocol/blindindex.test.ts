// The blind index against AES itself, and what it says and does not say: equal for one venue in one hour of one day, else unlike.
import { createCipheriv, hkdfSync } from "node:crypto";
import { expect, it } from "vitest";
import {
  blindIndexes,
  blindIndexesOver,
  blindIndexKeyOf,
  hourOf,
} from "../../../impl/protocol/blindindex.ts";
import { hex } from "./hex.ts";

const dayKey = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
const key = blindIndexKeyOf(dayKey);
const noonMs = Date.UTC(2020, 6, 1, 3);
const hourMs = 3_600_000;

it("is the first 48 bits of AES-256 over venue and hour, under a key of its own made from the day's", () => {
  const own = Buffer.from(hkdfSync("sha256", dayKey, new Uint8Array(0), "entrylog 1 blind index\0", 32));
  const block = Buffer.alloc(16);
  block.writeUInt32BE(2_863_311_531, 0);
  block.writeUInt32BE(442_659, 4);
  expect(hourOf(noonMs)).toBe(442_659);
  const cipher = createCipheriv("aes-256-ecb", own, null).setAutoPadding(false);
  expect([...blindIndexes(key, [2_863_311_531], [442_659])]).toEqual([cipher.update(block).readUIntBE(0, 6)]);
});

it("is one for a venue's whole hour, and another for each venue, hour and day's key", () => {
  const [one, same, next, other] = blindIndexes(
    key,
    [17, 17, 17, 18],
    [noonMs, noonMs + hourMs - 1, noonMs + hourMs, noonMs].map(hourOf),
  );
  expect(same).toBe(one);
  const [ofOtherDay] = blindIndexes(blindIndexKeyOf(dayKey.toReversed()), [17], [hourOf(noonMs)]);
  expect(new Set([one, next, other, ofOtherDay]).size).toBe(4);
});

it("covers each hour that a window touches, and none beside it", () => {
  const of = (fromMs: number, untilMs: number) => [...blindIndexesOver(key, 17, fromMs, untilMs)];
  const hours = [...blindIndexes(key, [17, 17, 17], [442_658, 442_659, 442_660])];
  expect(of(noonMs, noonMs + hourMs)).toEqual([hours[1]]);
  expect(of(noonMs - 1, noonMs + hourMs + 1)).toEqual(hours);
  expect(of(noonMs + 5, noonMs + 6)).toEqual([hours[1]]);
  expect(of(noonMs, noonMs)).toEqual([]);
});
