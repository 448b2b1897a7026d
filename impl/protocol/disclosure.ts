// The issuer's whole check of a join, before anything is opened: the custodian's signature on the release, the
// officers (those of the release, different, on the pinned roster), their re-sealed shares, and that each record
// handed over is listed. Then it opens those records and nothing else. It answers handles, never people: who stands
// behind a handle is found by the issuer with its key of the day. That a release is answered once, and in time, is
// for the issuer's law and store.

import type { LogProof } from "../log/logproof.ts";
import type { Decoded } from "./decoded.ts";
import { accepted, refused } from "./decoded.ts";
import type { VerifyingKey } from "./ed25519.ts";
import { openSealed } from "./epoch.ts";
import { hexOf } from "./fields.ts";
import type { SealingKey } from "./hpke.ts";
import type { Roster } from "./officers.ts";
import { headerBytes, passSignedBytes, readHeader } from "./pass.ts";
import { decodeRelease, recordHash } from "./release.ts";
import type { Release, ReleaseFault } from "./release.ts";
import { bindingOf, openResealed, senderOfResealed } from "./reseal.ts";
import type { CaseBinding, ResealedShares, ResealFault } from "./reseal.ts";
import { combineShares } from "./shares.ts";

/** What is checked and opened. */
export interface JoinContent {
  readonly release: Uint8Array;
  /** One message of each officer, as `resealShares` made it. */
  readonly resealed: readonly Uint8Array[];
  /** Header and sealed handle of each record: the signed part of its pass. */
  readonly records: readonly Uint8Array[];
}

/** What the authority hands to an issuer. */
export interface JoinRequest extends JoinContent {
  /** That the release stands in the custodian's log, cosigned (caselogged.ts says whether it does). */
  readonly logged: LogProof;
}

export interface JoinTerms {
  readonly issuer: number;
  readonly sealing: SealingKey;
  readonly custodianKey: VerifyingKey;
  readonly roster: Roster;
  readonly officersNeeded: number;
}

export interface OpenedRecord {
  readonly recordHash: Uint8Array;
  readonly issuedAtMs: number;
  /** Undefined when the shares do not open it: then nobody can say whose it is. */
  readonly handle: Uint8Array | undefined;
}

export interface CheckedJoin {
  readonly release: Release;
  readonly binding: CaseBinding;
  readonly officers: readonly number[];
}

export interface OpenedJoin extends CheckedJoin {
  readonly records: readonly OpenedRecord[];
}

export type JoinFault =
  | `release.${ReleaseFault}`
  | `share.${ResealFault}`
  | "otherIssuer"
  | "sameOfficer"
  | "foreignOfficer"
  | "tooFewOfficers"
  | "recordForm"
  | "recordNotListed"
  | "recordTwice"
  | "epochNotListed";

const checkRecords = (release: Release, records: readonly Uint8Array[]): JoinFault | undefined => {
  const listed = new Set(release.recordHashes.map(hexOf));
  for (const record of records) {
    if (record.length !== passSignedBytes) return "recordForm";
    if (readHeader(record).issuer !== release.issuer) return "otherIssuer";
    const name = hexOf(recordHash(record));
    // Taken off the list, so that a second copy is told from one that was never on it.
    if (!listed.delete(name)) {
      return release.recordHashes.some((hash) => hexOf(hash) === name) ? "recordTwice" : "recordNotListed";
    }
  }
  return undefined;
};

const checkOfficers = (
  request: JoinContent,
  terms: JoinTerms,
  release: Release,
  binding: CaseBinding,
): Decoded<readonly number[], JoinFault> => {
  const officers: number[] = [];
  for (const message of request.resealed) {
    const sender = senderOfResealed(message, binding, terms.roster);
    if (!sender.ok) return refused(`share.${sender.reason}`);
    if (!release.officers.includes(sender.value)) return refused("foreignOfficer");
    if (officers.includes(sender.value)) return refused("sameOfficer");
    officers.push(sender.value);
  }
  return officers.length < terms.officersNeeded ? refused("tooFewOfficers") : accepted(officers);
};

/** Checks a join without opening anything of it; one fault anywhere refuses the whole. */
export const checkJoin = (request: JoinContent, terms: JoinTerms): Decoded<CheckedJoin, JoinFault> => {
  const decoded = decodeRelease(request.release, terms.custodianKey);
  if (!decoded.ok) return refused(`release.${decoded.reason}`);
  const release = decoded.value;
  if (release.issuer !== terms.issuer) return refused("otherIssuer");
  const fault = checkRecords(release, request.records);
  if (fault !== undefined) return refused(fault);
  const binding = bindingOf(release.caseId, request.release);
  const officers = checkOfficers(request, terms, release, binding);
  return officers.ok ? accepted({ release, binding, officers: officers.value }) : officers;
};

const openShares = async (
  request: JoinContent,
  terms: JoinTerms,
  binding: CaseBinding,
): Promise<Decoded<readonly ResealedShares[], JoinFault>> => {
  const opened: ResealedShares[] = [];
  for (const message of request.resealed) {
    const resealed = await openResealed(message, binding, terms.roster, terms.sealing);
    if (!resealed.ok) return refused(`share.${resealed.reason}`);
    opened.push(resealed.value);
  }
  return accepted(opened);
};

/** The secrets of the epochs, by id, or undefined when a share is of an epoch that no record belongs to. */
const combineSecrets = async (
  resealed: readonly ResealedShares[],
  records: readonly Uint8Array[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
  const sharesOf = new Map<string, Uint8Array[]>();
  for (const record of records) sharesOf.set(hexOf(readHeader(record).epochId), []);
  for (const { shares } of resealed) {
    for (const { epochId, share } of shares) {
      const gathered = sharesOf.get(hexOf(epochId));
      if (gathered === undefined) return undefined;
      gathered.push(share);
    }
  }
  const secrets = new Map<string, Uint8Array>();
  for (const [epochId, shares] of sharesOf) {
    const secret = await combineShares(shares);
    if (secret !== undefined) secrets.set(epochId, secret);
  }
  return secrets;
};

const openRecord = (record: Uint8Array, secrets: ReadonlyMap<string, Uint8Array>): OpenedRecord => {
  const { epochId, number, issuedAtMs } = readHeader(record);
  const secret = secrets.get(hexOf(epochId));
  const header = record.subarray(0, headerBytes);
  const handle =
    secret === undefined ? undefined : openSealed(secret, number, header, record.subarray(headerBytes));
  return { recordHash: recordHash(record), issuedAtMs, handle };
};

/** Checks a join and opens its records; one fault anywhere refuses the whole. */
export const openJoin = async (
  request: JoinContent,
  terms: JoinTerms,
): Promise<Decoded<OpenedJoin, JoinFault>> => {
  const checked = checkJoin(request, terms);
  if (!checked.ok) return checked;
  const resealed = await openShares(request, terms, checked.value.binding);
  if (!resealed.ok) return resealed;
  const secrets = await combineSecrets(resealed.value, request.records);
  if (secrets === undefined) return refused("epochNotListed");
  const records = request.records.map((record) => openRecord(record, secrets));
  for (const secret of secrets.values()) secret.fill(0);
  return accepted({ ...checked.value, records });
};
