// A join, from the text of a case to the phone number in an officer's hand, and everything that the issuer must
// refuse on the way: another's release, one officer, a stranger, a record or an epoch that no release lists.
import { describe, expect, it } from "vitest";
import { encodeAnswer, openAnswer } from "../../../impl/protocol/answer.ts";
import { approveCase, checkApprovals, encodeCase } from "../../../impl/protocol/casetext.ts";
import { openJoin } from "../../../impl/protocol/disclosure.ts";
import type { JoinContent } from "../../../impl/protocol/disclosure.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { generateSealingKey } from "../../../impl/protocol/hpke.ts";
import { preparePass } from "../../../impl/protocol/issuing.ts";
import { passSignedBytes } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import {
  commitToScope,
  decodeRelease,
  drawScopeSalt,
  encodeRelease,
  recordHash,
} from "../../../impl/protocol/release.ts";
import type { Release } from "../../../impl/protocol/release.ts";
import { bindingOf, resealShares } from "../../../impl/protocol/reseal.ts";
import { ShareOpener } from "../../../impl/protocol/shares.ts";
import { flipped, present, toHex } from "./hex.ts";
import { depositEpoch, makeAuthority, noonMs } from "./officers.ts";
import type { Deposited } from "./officers.ts";

const authority = await makeAuthority(4);
const custodian = present(importSigningKey(drawSigningSeed()));
const issuer = present(importSigningKey(drawSigningSeed()));
const sealing = await generateSealingKey();
const terms = {
  issuer: 3,
  sealing,
  custodianKey: custodian.verifyingKey,
  roster: authority.roster,
  officersNeeded: 2,
};
const morning = await depositEpoch(authority.roster, 3);
const evening = await depositEpoch(authority.roster, 3);
const aside = await depositEpoch(authority.roster, 3);

const recordOf = ({ epoch }: Deposited, handle: Uint8Array): Uint8Array =>
  present(preparePass(epoch, { version: 1, issuer: 3, issuedAtMs: noonMs }, handle)).slice(
    0,
    passSignedBytes,
  );

const handles = [randomBytes(16), randomBytes(16), randomBytes(16)];
const records = handles.map((handle, index) => recordOf(index === 0 ? morning : evening, handle));
const caseText = encodeCase({
  caseId: "case-1",
  ground: "Act, article 76-2",
  requestedAtMs: noonMs,
  windows: [{ venue: 17, fromMs: noonMs, untilMs: noonMs + 3_600_000 }],
});
const release: Release = {
  caseId: "case-1",
  issuer: 3,
  releasedAtMs: noonMs,
  lapsesAtMs: noonMs + 72 * 3_600_000,
  commitment: commitToScope(drawScopeSalt(), caseText),
  officers: [1, 2],
  recordHashes: records.map(recordHash),
};

const sharesBy = async (number: number, epochs: readonly Deposited[]) => {
  const opener = new ShareOpener(present(authority.officers[number - 1]));
  return Promise.all(
    epochs.map(async ({ epoch, origin, shares }) => ({
      epochId: epoch.id,
      share: present(await opener.open(origin, epoch.id, present(shares[number - 1]))),
    })),
  );
};

const concerned = [morning, evening];
const resealBy = async (number: number, signed: Uint8Array, epochs: readonly Deposited[] = concerned) =>
  resealShares(
    present(authority.officers[number - 1]),
    bindingOf("case-1", signed),
    sealing.publicKey,
    await sharesBy(number, epochs),
  );

const request = async (
  changed: Partial<Release> = {},
  officers: readonly number[] = [1, 2],
): Promise<JoinContent> => {
  const signed = encodeRelease(custodian, { ...release, ...changed });
  const resealed = await Promise.all(officers.map((number) => resealBy(number, signed)));
  return { release: signed, resealed, records };
};

const reasonOf = async (asked: JoinContent): Promise<string> => {
  const opened = await openJoin(asked, terms);
  return opened.ok ? "opened" : opened.reason;
};

it("opens what the release lists and answers the two officers", async () => {
  const approvals = [1, 2].map((number) =>
    approveCase(present(authority.officers[number - 1]), caseText, noonMs),
  );
  expect(checkApprovals(caseText, approvals, authority.roster)).toEqual({ ok: true, value: [1, 2] });
  const joined = await openJoin(await request(), terms);
  if (!joined.ok) throw new Error(joined.reason);
  expect(joined.value.records.map(({ handle }) => toHex(present(handle)))).toEqual(handles.map(toHex));
  expect(joined.value.officers).toEqual([1, 2]);

  const entries = joined.value.records.map(({ recordHash: hash }, index) => ({
    recordHash: hash,
    phoneNumber: index === 2 ? null : `0100000000${index}`,
  }));
  for (const number of [1, 2]) {
    const officer = present(authority.officers[number - 1]);
    const entry = present(authority.roster[number - 1]);
    const answer = await encodeAnswer(issuer, 3, entry, joined.value.binding, entries);
    const binding = bindingOf("case-1", (await request({ releasedAtMs: noonMs + 1 })).release);
    const opened = await openAnswer(answer, officer, joined.value.binding, issuer.verifyingKey);
    expect(opened).toEqual({ ok: true, value: { issuer: 3, entries } });
    expect(await openAnswer(answer, officer, binding, issuer.verifyingKey)).toEqual({
      ok: false,
      reason: "binding",
    });
    const third = present(authority.officers[2]);
    const stranger = await openAnswer(answer, third, joined.value.binding, issuer.verifyingKey);
    expect(stranger).toEqual({ ok: false, reason: "notForThisOfficer" });
    for (let bit = 0; bit < answer.length * 8; bit += 13) {
      const altered = flipped(answer, bit);
      expect((await openAnswer(altered, officer, joined.value.binding, issuer.verifyingKey)).ok).toBe(false);
    }
  }
});

describe("the issuer refuses", () => {
  it("a release altered anywhere, or signed by another", async () => {
    const asked = await request();
    for (let bit = 0; bit < asked.release.length * 8; bit += 1) {
      expect(decodeRelease(flipped(asked.release, bit), custodian.verifyingKey).ok).toBe(false);
    }
    const forged = encodeRelease(issuer, release);
    expect(await reasonOf({ ...asked, release: forged })).toBe("release.signature");
    expect(await reasonOf({ ...asked, release: new Uint8Array(10) })).toBe("release.length");
  });

  it("a release to another issuer", async () => {
    expect(await reasonOf(await request({ issuer: 4 }))).toBe("otherIssuer");
  });

  it("one officer, one officer twice, an officer who did not approve, a stranger to the roster", async () => {
    expect(await reasonOf(await request({}, [1]))).toBe("tooFewOfficers");
    expect(await reasonOf(await request({}, [1, 1]))).toBe("sameOfficer");
    expect(await reasonOf(await request({}, [1, 3]))).toBe("foreignOfficer");
    const asked = await request();
    const opened = await openJoin(asked, { ...terms, roster: authority.roster.slice(1) });
    expect(opened).toEqual({ ok: false, reason: "share.unknownOfficer" });
  });

  it("shares bound to another release of the same case, and shares altered", async () => {
    const asked = await request();
    const other = await request({ releasedAtMs: noonMs + 1 });
    const mixed = [present(asked.resealed[0]), present(other.resealed[1])];
    expect(await reasonOf({ ...asked, resealed: mixed })).toBe("share.binding");
    const message = present(asked.resealed[1]);
    for (let bit = 0; bit < message.length * 8; bit += 13) {
      const resealed = [present(asked.resealed[0]), flipped(message, bit)];
      expect(await reasonOf({ ...asked, resealed })).toMatch(/^share\./);
    }
  });

  it("a record that is not listed, altered, given twice or no record", async () => {
    const asked = await request();
    const [first] = records;
    const extra = recordOf(morning, randomBytes(16));
    expect(await reasonOf({ ...asked, records: [...records, extra] })).toBe("recordNotListed");
    expect(await reasonOf({ ...asked, records: [...records, present(first)] })).toBe("recordTwice");
    expect(await reasonOf({ ...asked, records: [new Uint8Array(3)] })).toBe("recordForm");
    const altered = flipped(present(first), 400);
    expect(await reasonOf({ ...asked, records: [altered] })).toBe("recordNotListed");
  });

  it("a share of an epoch that no record belongs to", async () => {
    const signed = encodeRelease(custodian, release);
    const wide = await Promise.all([1, 2].map((number) => resealBy(number, signed, [...concerned, aside])));
    expect(await reasonOf({ release: signed, resealed: wide, records })).toBe("epochNotListed");
  });
});

it("a record whose epoch only one officer opened stays closed, and the others open", async () => {
  const signed = encodeRelease(custodian, release);
  const resealed = [await resealBy(1, signed, [morning, evening]), await resealBy(2, signed, [evening])];
  const opened = await openJoin({ release: signed, resealed, records }, terms);
  if (!opened.ok) throw new Error(opened.reason);
  const known = opened.value.records.map(({ handle }) => (handle === undefined ? undefined : toHex(handle)));
  expect(known).toEqual([undefined, ...handles.slice(1).map(toHex)]);
});

it("the hashes of a release come in an order of their own", () => {
  const hashes = Array.from({ length: 50 }, () => randomBytes(32));
  const decoded = decodeRelease(
    encodeRelease(custodian, { ...release, recordHashes: hashes }),
    custodian.verifyingKey,
  );
  if (!decoded.ok) throw new Error(decoded.reason);
  const order = decoded.value.recordHashes.map(toHex);
  expect(order).not.toEqual(hashes.map(toHex));
  expect([...order].sort()).toEqual(hashes.map(toHex).sort());
});
