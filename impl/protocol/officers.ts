// Officers of the authority and the roster that other parties pin. An officer holds two keys: one that shares of
// epoch secrets and answers are sealed to, and one that signs approvals. The roster lists officers with both public
// keys in one canonical form with a hash, so that custodian and issuer can hold the same one. Changing a roster
// (two standing officers, a key held elsewhere, a day's wait) is not decided here.

import { createHash } from "node:crypto";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { drawSigningSeed, importSigningKey, importVerifyingKey, publicKeyBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { FieldReader, joinFields, numberField } from "./fields.ts";
import { exportSealingKey, generateSealingKey, importSealingKey, sealingKeyBytes } from "./hpke.ts";
import type { SealingKey } from "./hpke.ts";

export interface Officer {
  readonly officer: number;
  readonly sealing: SealingKey;
  readonly signing: SigningKey;
}

export interface RosterEntry {
  readonly officer: number;
  readonly sealingKey: Uint8Array;
  readonly signingKey: Uint8Array;
}

export type Roster = readonly RosterEntry[];
export type RosterFault = "length" | "order" | "count";

export const officersMost = 32;
const officerKeyBytes = 2 + sealingKeyBytes * 2 + 32;
const entryBytes = 2 + sealingKeyBytes + publicKeyBytes;

/** A new officer, with the bytes that their vault keeps. */
export const generateOfficer = async (officer: number): Promise<{ officer: Officer; kept: Uint8Array }> => {
  const sealing = await generateSealingKey();
  const kept = joinFields([
    numberField(officer, 2),
    sealing.publicKey,
    await exportSealingKey(sealing),
    drawSigningSeed(),
  ]);
  const imported = await importOfficer(kept);
  if (imported === undefined) throw new Error("an officer's keys could not be read back");
  return { officer: imported, kept };
};

/** The officer of kept bytes; undefined when they are not an officer's. */
export const importOfficer = async (kept: Uint8Array): Promise<Officer | undefined> => {
  if (kept.length !== officerKeyBytes) return undefined;
  const reader = new FieldReader(kept);
  const officer = reader.number(2);
  const publicKey = reader.bytes(sealingKeyBytes);
  const sealing = await importSealingKey(reader.bytes(sealingKeyBytes), publicKey);
  const signing = importSigningKey(reader.bytes(32));
  return signing === undefined || sealing === undefined ? undefined : { officer, sealing, signing };
};

export const rosterEntryOf = (officer: Officer): RosterEntry => ({
  officer: officer.officer,
  sealingKey: officer.sealing.publicKey,
  signingKey: officer.signing.publicKey,
});

/** The canonical bytes: by officer, ascending. */
export const encodeRoster = (roster: Roster): Uint8Array =>
  joinFields(
    [...roster]
      .sort((left, right) => left.officer - right.officer)
      .flatMap((entry) => [numberField(entry.officer, 2), entry.sealingKey, entry.signingKey]),
  );

export const decodeRoster = (bytes: Uint8Array): Decoded<Roster, RosterFault> => {
  const count = bytes.length / entryBytes;
  if (!Number.isInteger(count)) return refused("length");
  if (count < 2 || count > officersMost) return refused("count");
  const reader = new FieldReader(bytes);
  const roster: RosterEntry[] = [];
  let previous = -1;
  for (let index = 0; index < count; index += 1) {
    const officer = reader.number(2);
    if (officer <= previous) return refused("order");
    previous = officer;
    roster.push({
      officer,
      sealingKey: reader.bytes(sealingKeyBytes),
      signingKey: reader.bytes(publicKeyBytes),
    });
  }
  return accepted(roster);
};

export const rosterHash = (roster: Roster): Uint8Array =>
  new Uint8Array(createHash("sha256").update(encodeRoster(roster)).digest());

/** The key an officer on the roster signs with. */
export const verifyingKeyOf = (roster: Roster, officer: number): VerifyingKey | undefined => {
  const entry = roster.find((candidate) => candidate.officer === officer);
  return entry === undefined ? undefined : importVerifyingKey(entry.signingKey);
};
