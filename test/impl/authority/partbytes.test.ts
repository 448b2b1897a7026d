// Parts of releases and answers as bytes: what is written reads back the same, and what was cut short, drawn out or
// counts more than it holds reads back as nothing, quickly.
import { describe, expect, it } from "vitest";
import {
  decodeAnsweredPart,
  encodeAnsweredPart,
  type AnsweredPart,
} from "../../../impl/authority/partbytes.ts";
import type { ReleasedPart } from "../../../impl/protocol/contracts.ts";
import { decodeReleasedPart, encodeReleasedPart } from "../../../impl/protocol/releasedpart.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { noonMs } from "./country.ts";

const share = (officer: number) => ({
  officer,
  encapsulation: randomBytes(32),
  position: 65_535,
  ciphertext: randomBytes(49),
});

const released: ReleasedPart = {
  issuer: 255,
  release: randomBytes(300),
  records: [randomBytes(58), randomBytes(58)],
  places: [
    { venue: 4_294_967_295, scannedAtMs: noonMs, late: true, disputed: false },
    { venue: 0, scannedAtMs: 0, late: false, disputed: true },
  ],
  epochs: [
    { epochId: randomBytes(8), day: 18_444, shares: [share(1), share(65_535)] },
    { epochId: randomBytes(8), day: 0, shares: [] },
  ],
};

const answered: AnsweredPart = {
  issuer: 3,
  release: randomBytes(300),
  places: [{ recordHash: randomBytes(32), venue: 17, scannedAtMs: noonMs, late: true, disputed: true }],
  answers: [
    { officer: 1, bytes: randomBytes(70_000) },
    { officer: 2, bytes: new Uint8Array(0) },
  ],
};

describe.each([
  ["a released part", encodeReleasedPart(released), decodeReleasedPart, released],
  ["an answered part", encodeAnsweredPart(answered), decodeAnsweredPart, answered],
] as const)("%s", (_what, bytes, decode, part) => {
  it("reads back as it was written", () => {
    expect(decode(bytes)).toEqual(part);
  });

  it("reads back as nothing when it is cut short or drawn out", () => {
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 500)) {
      expect(decode(bytes.subarray(0, length))).toBeUndefined();
    }
    expect(decode(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined();
  });

  it("does not believe a count of thousands of millions", () => {
    const damaged = Uint8Array.from(bytes);
    damaged.fill(255, 1 + 4 + 300, 1 + 4 + 300 + 4);
    expect(decode(damaged)).toBeUndefined();
  });
});
