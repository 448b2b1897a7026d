// Deposits: what the issuer signed comes back, and whatever is altered, unknown or too little to open is refused,
// with the reason. Every bit of one is turned over once.
import { expect, it } from "vitest";
import { decodeDeposit, encodeDeposit, issuerOfDeposit } from "../../../impl/protocol/deposit.ts";
import type { Deposit } from "../../../impl/protocol/deposit.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { flipped, present } from "./hex.ts";
import { depositEpoch, makeAuthority, noonMs } from "./officers.ts";

const authority = await makeAuthority(4);
const { epoch, shares } = await depositEpoch(authority.roster, 3);
const issuer = present(importSigningKey(drawSigningSeed()));
const deposit: Deposit = {
  version: 1,
  issuer: 3,
  epochId: epoch.id,
  day: epoch.day,
  startedAtMs: noonMs,
  passKey: randomBytes(32),
  shares,
};
const terms = { version: 1, issuerKey: issuer.verifyingKey, roster: authority.roster, officersNeeded: 2 };
const reasonOf = (changed: Partial<Deposit>) => {
  const decoded = decodeDeposit(encodeDeposit(issuer, { ...deposit, ...changed }), terms);
  return decoded.ok ? "accepted" : decoded.reason;
};

it("comes back as it was signed", () => {
  const bytes = encodeDeposit(issuer, deposit);
  expect(issuerOfDeposit(bytes)).toBe(3);
  expect(decodeDeposit(bytes, terms)).toEqual({ ok: true, value: deposit });
});

it("no bit can be turned over unseen, and no byte left out or added", () => {
  const bytes = encodeDeposit(issuer, deposit);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    expect(decodeDeposit(flipped(bytes, bit), terms).ok).toBe(false);
  }
  for (let length = 0; length < bytes.length; length += 1) {
    expect(decodeDeposit(bytes.subarray(0, length), terms).ok).toBe(false);
  }
  expect(decodeDeposit(Uint8Array.from([...bytes, 0]), terms)).toEqual({ ok: false, reason: "length" });
});

it("is refused with its reason, signed or not", () => {
  const [first, second] = shares;
  expect(reasonOf({})).toBe("accepted");
  expect(reasonOf({ version: 129 })).toBe("version");
  expect(reasonOf({ day: epoch.day + 1 })).toBe("day");
  expect(reasonOf({ shares: [] })).toBe("shares");
  expect(reasonOf({ shares: [present(first)] })).toBe("shares");
  expect(reasonOf({ shares: [present(first), present(first)] })).toBe("shares");
  expect(reasonOf({ shares: [present(first), { ...present(second), officer: 99 }] })).toBe("shares");
  expect(reasonOf({ shares: [present(first), { ...present(second), position: 65_536 }] })).toBe("shares");
  expect(reasonOf({ shares: Array.from({ length: 33 }, () => present(first)) })).toBe("length");
  const stranger = present(importSigningKey(drawSigningSeed()));
  expect(decodeDeposit(encodeDeposit(stranger, deposit), terms)).toEqual({ ok: false, reason: "signature" });
});
