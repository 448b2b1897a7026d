// A release: the custodian's signed word that a case has been approved, to one issuer. It names the case and its
// officers, commits to the scope under a salt without showing it, and lists the hashes of the records that may be
// opened, shuffled, so that their order says nothing about when or where. Officers and issuer check it and open
// nothing else. The venues and windows stay with custodian and authority, who can show later what was committed to.

import { createHash } from "node:crypto";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { FieldReader, joinFields, numberField, textField } from "./fields.ts";
import { isCaseId } from "./casetext.ts";
import { officersMost } from "./officers.ts";
import { randomBytes, shuffled } from "./randomness.ts";
import { signOne, verifyOne } from "./signing.ts";

export const hashBytes = 32;
const releaseVersion = 1;

export interface Release {
  readonly caseId: string;
  readonly issuer: number;
  readonly releasedAtMs: number;
  readonly lapsesAtMs: number;
  readonly commitment: Uint8Array;
  readonly officers: readonly number[];
  readonly recordHashes: readonly Uint8Array[];
}

export type ReleaseFault = "length" | "version" | "form" | "signature";

const sha256 = (fields: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256");
  for (const field of fields) hash.update(field);
  return new Uint8Array(hash.digest());
};

/** What a release calls a record: the hash of the header and the sealed handle of its pass. */
export const recordHash = (passSigned: Uint8Array): Uint8Array => sha256([passSigned]);

/** What approvals and shares are bound to: the hash of the whole signed release. */
export const releaseHash = (release: Uint8Array): Uint8Array => sha256([release]);

export const drawScopeSalt = (): Uint8Array => randomBytes(hashBytes);

const scopePrefix = Buffer.from("entrylog 1 scope\0");

/** The commitment to a case's text. Without the salt it says nothing, even to one who guesses the text. */
export const commitToScope = (salt: Uint8Array, caseText: Uint8Array): Uint8Array =>
  sha256([scopePrefix, salt, caseText]);

/** The bytes of a release, signed by the custodian; the hashes are shuffled here. */
export const encodeRelease = (key: SigningKey, release: Release): Uint8Array => {
  const message = joinFields([
    numberField(releaseVersion, 1),
    textField(release.caseId),
    numberField(release.issuer, 1),
    numberField(release.releasedAtMs, 6),
    numberField(release.lapsesAtMs, 6),
    release.commitment,
    numberField(release.officers.length, 1),
    ...release.officers.map((officer) => numberField(officer, 2)),
    numberField(release.recordHashes.length, 4),
    ...shuffled(release.recordHashes),
  ]);
  return joinFields([message, signOne({ key, purpose: "release", message })]);
};

const readOfficers = (reader: FieldReader): readonly number[] => {
  const count = Math.min(reader.number(1), officersMost);
  return Array.from({ length: count }, () => reader.number(2));
};

const readHashes = (reader: FieldReader): readonly Uint8Array[] | undefined => {
  const count = reader.number(4);
  if (reader.left !== count * hashBytes) return undefined;
  return Array.from({ length: count }, () => reader.bytes(hashBytes));
};

/** A release signed by the custodian of that key. */
export const decodeRelease = (
  bytes: Uint8Array,
  custodianKey: VerifyingKey,
): Decoded<Release, ReleaseFault> => {
  if (bytes.length <= signatureBytes) return refused("length");
  const message = bytes.subarray(0, bytes.length - signatureBytes);
  const reader = new FieldReader(message);
  if (reader.number(1) !== releaseVersion) return refused("version");
  const facts = {
    caseId: reader.text(),
    issuer: reader.number(1),
    releasedAtMs: reader.number(6),
    lapsesAtMs: reader.number(6),
    commitment: reader.bytes(hashBytes),
    officers: readOfficers(reader),
  };
  const recordHashes = readHashes(reader);
  if (recordHashes === undefined || !reader.complete) return refused("length");
  if (!isCaseId(facts.caseId)) return refused("form");
  const signature = bytes.subarray(bytes.length - signatureBytes);
  if (!verifyOne({ key: custodianKey, purpose: "release", message, signature })) return refused("signature");
  return accepted({ ...facts, recordHashes });
};
