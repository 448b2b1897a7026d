// An epoch's deposit: what the issuer leaves with the custodian before the first pass of an epoch. It registers the
// epoch under its day, names the key that signs the day's passes, and holds the epoch's secret as shares sealed to
// the officers, which the custodian cannot open. The issuer signs it with the key that the custodian has pinned.
// That an id is never registered twice is for the custodian's store to say.

import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { publicKeyBytes, signatureBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { epochIdBytes } from "./epoch.ts";
import { FieldReader, joinFields, numberField } from "./fields.ts";
import { encapsulationBytes } from "./hpke.ts";
import { officersMost } from "./officers.ts";
import type { Roster } from "./officers.ts";
import { seoulDay } from "./seoulday.ts";
import { shareCiphertextBytes, sharesAContextMost } from "./shares.ts";
import type { SealedShare } from "./shares.ts";
import { signOne, verifyOne } from "./signing.ts";

export interface Deposit {
  readonly version: number;
  readonly issuer: number;
  readonly epochId: Uint8Array;
  readonly day: number;
  readonly startedAtMs: number;
  readonly passKey: Uint8Array;
  readonly shares: readonly SealedShare[];
}

export type DepositFault = "length" | "version" | "day" | "shares" | "signature";

const shareFieldBytes = 2 + encapsulationBytes + 4 + shareCiphertextBytes;

const shareFields = (share: SealedShare): readonly Uint8Array[] => [
  numberField(share.officer, 2),
  share.encapsulation,
  numberField(share.position, 4),
  share.ciphertext,
];

/** The deposit's bytes, signed. */
export const encodeDeposit = (key: SigningKey, deposit: Deposit): Uint8Array => {
  const message = joinFields([
    numberField(deposit.version, 1),
    numberField(deposit.issuer, 1),
    deposit.epochId,
    numberField(deposit.day, 4),
    numberField(deposit.startedAtMs, 6),
    deposit.passKey,
    numberField(deposit.shares.length, 1),
    ...deposit.shares.flatMap(shareFields),
  ]);
  return joinFields([message, signOne({ key, purpose: "deposit", message })]);
};

const readShare = (reader: FieldReader): SealedShare => ({
  officer: reader.number(2),
  encapsulation: reader.bytes(encapsulationBytes),
  position: reader.number(4),
  ciphertext: reader.bytes(shareCiphertextBytes),
});

const readShares = (reader: FieldReader): readonly SealedShare[] | undefined => {
  const count = reader.number(1);
  if (count > officersMost || reader.left !== count * shareFieldBytes) return undefined;
  return Array.from({ length: count }, () => readShare(reader));
};

/** The officers that hold a share of an epoch are different, and all on the roster. */
const officersAreRight = (shares: readonly SealedShare[], roster: Roster): boolean => {
  const standing = new Set(roster.map((entry) => entry.officer));
  const holders = new Set(shares.map((share) => share.officer));
  return holders.size === shares.length && [...holders].every((officer) => standing.has(officer));
};

export interface DepositTerms {
  readonly version: number;
  readonly issuerKey: VerifyingKey;
  readonly roster: Roster;
  /** How many officers it takes; fewer shares than that could never be opened. */
  readonly officersNeeded: number;
}

/** A deposit whose signature, day and officers are right. */
export const decodeDeposit = (bytes: Uint8Array, terms: DepositTerms): Decoded<Deposit, DepositFault> => {
  if (bytes.length <= signatureBytes) return refused("length");
  const message = bytes.subarray(0, bytes.length - signatureBytes);
  const reader = new FieldReader(message);
  const facts = {
    version: reader.number(1),
    issuer: reader.number(1),
    epochId: reader.bytes(epochIdBytes),
    day: reader.number(4),
    startedAtMs: reader.number(6),
    passKey: reader.bytes(publicKeyBytes),
  };
  const shares = readShares(reader);
  if (shares === undefined || !reader.complete) return refused("length");
  if (facts.version !== terms.version) return refused("version");
  const signature = bytes.subarray(bytes.length - signatureBytes);
  if (!verifyOne({ key: terms.issuerKey, purpose: "deposit", message, signature }))
    return refused("signature");
  if (facts.day !== seoulDay(facts.startedAtMs)) return refused("day");
  if (shares.length < terms.officersNeeded || !officersAreRight(shares, terms.roster))
    return refused("shares");
  if (shares.some((share) => share.position >= sharesAContextMost)) return refused("shares");
  return accepted({ ...facts, shares });
};

/** The issuer number a deposit claims, so that its pinned key can be found before anything is believed. */
export const issuerOfDeposit = (bytes: Uint8Array): number => bytes[1] ?? 0;
