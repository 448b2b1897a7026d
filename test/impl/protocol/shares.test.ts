// Officers' shares: any two make the secret and one does not; a share opens for its officer, its epoch, its issuer,
// its day and its place in that day only, and with no bit altered. Officers and roster come back from their bytes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSealed } from "../../../impl/protocol/epoch.ts";
import {
  decodeRoster,
  encodeRoster,
  generateOfficer,
  importOfficer,
  rosterEntryOf,
  rosterHash,
} from "../../../impl/protocol/officers.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { combineShares, ShareOpener, splitSecret } from "../../../impl/protocol/shares.ts";
import type { SealedShare } from "../../../impl/protocol/shares.ts";
import { flipped, present, toHex } from "./hex.ts";
import { depositEpoch, makeAuthority } from "./officers.ts";

const authority = await makeAuthority(4);
const deposited = await depositEpoch(authority.roster, 3);
const { epoch, secret, origin, shares, sealer } = deposited;

const openAll = (sealed: readonly SealedShare[], epochId: Uint8Array) =>
  Promise.all(
    authority.officers.map((officer, index) =>
      new ShareOpener(officer).open(origin, epochId, present(sealed[index])),
    ),
  );

it("any two of four make the secret, and so do all; one share given twice is no two", async () => {
  const opened = (await openAll(shares, epoch.id)).map(present);
  for (const left of opened) {
    for (const right of opened) {
      const combined = await combineShares([left, right]);
      if (left === right) expect(combined).toBeUndefined();
      else expect(toHex(present(combined))).toBe(toHex(secret));
    }
  }
  expect(toHex(present(await combineShares(opened)))).toBe(toHex(secret));
  expect(await combineShares(opened.slice(0, 1))).toBeUndefined();
});

it("a wrong share makes a wrong secret, and the seal of the pass tells", async () => {
  const header = randomBytes(26);
  const number = present(epoch.takeNumber());
  const sealed = present(epoch.seal(number, header, randomBytes(16)));
  const [first, second] = (await openAll(shares, epoch.id)).map(present);
  const right = present(await combineShares([present(first), present(second)]));
  expect(openSealed(right, number, header, sealed)).toBeDefined();
  for (const bit of [0, 100, 255]) {
    const wrong = present(await combineShares([present(first), flipped(present(second), bit)]));
    expect(openSealed(wrong, number, header, sealed)).toBeUndefined();
  }
});

it("splits any secret among any number of officers", async () => {
  const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
  await fc.assert(
    fc.asyncProperty(secrets, fc.integer({ min: 2, max: 12 }), async (any, count) => {
      const split = await splitSecret(any, count, 2);
      expect(split).toHaveLength(count);
      const pair = [present(split[0]), present(split[count - 1])];
      expect(toHex(present(await combineShares(pair)))).toBe(toHex(any));
    }),
  );
});

describe("a sealed share", () => {
  const opener = new ShareOpener(present(authority.officers[0]));
  const mine = present(shares[0]);

  it("opens for its own officer alone", async () => {
    expect(await opener.open(origin, epoch.id, mine)).toBeDefined();
    const stranger = new ShareOpener(present(authority.officers[1]));
    expect(await stranger.open(origin, epoch.id, mine)).toBeUndefined();
    expect(await stranger.open(origin, epoch.id, { ...mine, officer: 2 })).toBeUndefined();
  });

  it("opens for its own epoch, issuer, day and position alone", async () => {
    expect(await opener.open(origin, flipped(epoch.id, 5), mine)).toBeUndefined();
    expect(await opener.open({ ...origin, issuer: 4 }, epoch.id, mine)).toBeUndefined();
    expect(await opener.open({ ...origin, day: origin.day + 1 }, epoch.id, mine)).toBeUndefined();
    expect(await opener.open(origin, epoch.id, { ...mine, position: 1 })).toBeUndefined();
    expect(await opener.open(origin, epoch.id, { ...mine, position: 4_000_000_000 })).toBeUndefined();
  });

  it("does not open with any bit turned over", async () => {
    for (let bit = 0; bit < 49 * 8; bit += 1) {
      const ciphertext = flipped(mine.ciphertext, bit);
      expect(await opener.open(origin, epoch.id, { ...mine, ciphertext })).toBeUndefined();
    }
    for (const bit of [0, 7, 100, 255]) {
      const encapsulation = flipped(mine.encapsulation, bit);
      expect(await opener.open(origin, epoch.id, { ...mine, encapsulation })).toBeUndefined();
    }
  });

  it("opens wherever it stands in the day, in any order", async () => {
    const later = [];
    for (let count = 0; count < 5; count += 1) {
      const id = randomBytes(8);
      const any = randomBytes(32);
      later.push({ id, any, sealed: present(await sealer.seal(id, any, 2)) });
    }
    const openers = authority.officers.map((officer) => new ShareOpener(officer));
    for (const { id, any, sealed } of [...later].reverse()) {
      const pair = [1, 3].map(async (index) =>
        present(await present(openers[index]).open(origin, id, present(sealed[index]))),
      );
      expect(toHex(present(await combineShares(await Promise.all(pair))))).toBe(toHex(any));
    }
    const positions = later.map(({ sealed }) => present(sealed[0]).position);
    expect(positions).toEqual([1, 2, 3, 4, 5]);
  });

  it("two epochs sealed at once take two positions", async () => {
    const both = await Promise.all([1, 2].map(() => sealer.seal(randomBytes(8), randomBytes(32), 2)));
    expect(new Set(both.map((sealed) => sealed?.[0]?.position)).size).toBe(2);
  });

  it("is made no more once the sealer has forgotten", async () => {
    const another = await depositEpoch(authority.roster, 3);
    another.sealer.forget();
    expect(await another.sealer.seal(randomBytes(8), randomBytes(32), 2)).toBeUndefined();
  });
});

describe("officers and roster", () => {
  it("an officer comes back from the kept bytes", async () => {
    const { officer, kept } = await generateOfficer(7);
    const back = present(await importOfficer(kept));
    expect(rosterEntryOf(back)).toEqual(rosterEntryOf(officer));
    expect(await importOfficer(kept.subarray(1))).toBeUndefined();
  });

  it("a roster has one form and one hash, whatever its order", () => {
    const reversed = [...authority.roster].reverse();
    expect(toHex(rosterHash(reversed))).toBe(toHex(rosterHash(authority.roster)));
    expect(decodeRoster(encodeRoster(reversed))).toEqual({ ok: true, value: authority.roster });
    const [first] = authority.roster;
    const twice = [present(first), present(first)];
    expect(decodeRoster(encodeRoster(twice))).toEqual({ ok: false, reason: "order" });
    expect(decodeRoster(encodeRoster([present(first)]))).toEqual({ ok: false, reason: "count" });
    expect(decodeRoster(encodeRoster(reversed).subarray(1))).toEqual({ ok: false, reason: "length" });
    expect(toHex(rosterHash(authority.roster.slice(1)))).not.toBe(toHex(rosterHash(authority.roster)));
  });
});
