// A release read back: only under the custodian's key, only with a name of a case that can be one; and a record of another issuer is not
// opened though the release lists it.
import { expect, it } from "vitest";
import { openJoin } from "../../../impl/protocol/disclosure.ts";
import { generateSealingKey } from "../../../impl/protocol/hpke.ts";
import { decodeRelease, encodeRelease, recordHash, type Release } from "../../../impl/protocol/release.ts";
import { newKey } from "../custodian/issuer.ts";

const key = newKey();
const record = new Uint8Array(58).fill(3);
const release: Release = {
  caseId: "case-1",
  issuer: 3,
  releasedAtMs: 1_593_572_400_000,
  lapsesAtMs: 1_593_831_600_000,
  commitment: new Uint8Array(32).fill(7),
  officers: [1, 2],
  recordHashes: [recordHash(record)],
};

it("is read as it was written, under its own key and no other", () => {
  const bytes = encodeRelease(key, release);
  expect(decodeRelease(bytes, key.verifyingKey)).toEqual({ ok: true, value: release });
  expect(decodeRelease(bytes, newKey().verifyingKey)).toEqual({ ok: false, reason: "signature" });
  expect(decodeRelease(bytes.subarray(0, -1), key.verifyingKey)).toMatchObject({ ok: false });
});

it("has a case whose name is one: letters, digits and dashes, 64 at most", () => {
  const named = (caseId: string) =>
    decodeRelease(encodeRelease(key, { ...release, caseId }), key.verifyingKey);
  expect(named("a".repeat(64)).ok).toBe(true);
  for (const caseId of ["", "case 1", "case/1", "a".repeat(65)])
    expect(named(caseId)).toEqual({ ok: false, reason: "form" });
});

it("opens no record of another issuer, listed or not", async () => {
  const terms = {
    issuer: 3,
    sealing: await generateSealingKey(),
    custodianKey: key.verifyingKey,
    roster: [],
    officersNeeded: 2,
  };
  const foreign = record.with(1, 4);
  const listing = encodeRelease(key, { ...release, recordHashes: [recordHash(foreign)] });
  const asked = { resealed: [], records: [foreign] };
  expect(await openJoin({ ...asked, release: listing }, terms)).toEqual({ ok: false, reason: "otherIssuer" });
  const other = encodeRelease(key, { ...release, issuer: 4, recordHashes: [recordHash(foreign)] });
  expect(await openJoin({ ...asked, release: other }, terms)).toEqual({ ok: false, reason: "otherIssuer" });
});
