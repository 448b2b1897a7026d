// The issuer's answer under a case: for each record the phone number behind it, or that nobody stands behind it any
// more. It is sealed to each of the two officers, bound to the case and its release, and signed by the issuer, so
// that whoever carries it learns nothing and officers know whose word it is. Erasing what was learnt is the
// authority's business.

import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { FieldReader, hexOf, joinFields, numberField, sameBytes, textField } from "./fields.ts";
import { openWith, sealTo } from "./hpke.ts";
import type { Officer, RosterEntry } from "./officers.ts";
import { hashBytes } from "./release.ts";
import type { CaseBinding } from "./reseal.ts";
import { signOne, verifyOne } from "./signing.ts";

export interface AnswerEntry {
  readonly recordHash: Uint8Array;
  /** Null when no person stands behind the record any more: withdrawn, erased or never known. */
  readonly phoneNumber: string | null;
}

export type AnswerFault = "length" | "binding" | "signature" | "notForThisOfficer" | "sealed" | "form";

const heading = (issuer: number, officer: number, binding: CaseBinding): Uint8Array =>
  joinFields([
    numberField(issuer, 1),
    numberField(officer, 2),
    textField(binding.caseId),
    binding.releaseHash,
  ]);

const infoOf = (issuer: number, officer: number, binding: CaseBinding): Uint8Array =>
  joinFields([Buffer.from("entrylog 1 answer to an officer\0"), heading(issuer, officer, binding)]);

const encodeEntries = (entries: readonly AnswerEntry[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(
      entries.map((entry) => ({ recordHash: hexOf(entry.recordHash), phoneNumber: entry.phoneNumber })),
    ),
  );

const hashForm = /^[0-9a-f]{64}$/;

const readEntry = (entry: unknown): AnswerEntry | undefined => {
  if (typeof entry !== "object" || entry === null) return undefined;
  if (!("recordHash" in entry) || !("phoneNumber" in entry)) return undefined;
  const { recordHash, phoneNumber } = entry;
  if (typeof recordHash !== "string" || !hashForm.test(recordHash)) return undefined;
  if (typeof phoneNumber !== "string" && phoneNumber !== null) return undefined;
  return { recordHash: Uint8Array.from(Buffer.from(recordHash, "hex")), phoneNumber };
};

const readEntries = (content: Uint8Array): readonly AnswerEntry[] | undefined => {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(content));
    if (!Array.isArray(parsed)) return undefined;
    const entries = parsed.map(readEntry).filter((entry) => entry !== undefined);
    return entries.length === parsed.length ? entries : undefined;
  } catch {
    // Not JSON: not an answer.
    return undefined;
  }
};

/** The answer for one officer of the case; make one for each. */
export const encodeAnswer = async (
  key: SigningKey,
  issuer: number,
  officer: RosterEntry,
  binding: CaseBinding,
  entries: readonly AnswerEntry[],
): Promise<Uint8Array> => {
  const content = encodeEntries(entries);
  const sealed = await sealTo(officer.sealingKey, infoOf(issuer, officer.officer, binding), content);
  content.fill(0);
  const message = joinFields([heading(issuer, officer.officer, binding), sealed]);
  return joinFields([message, signOne({ key, purpose: "answer", message })]);
};

export interface Answer {
  readonly issuer: number;
  readonly entries: readonly AnswerEntry[];
}

/** What an issuer answered this officer for exactly this case and release. */
export const openAnswer = async (
  bytes: Uint8Array,
  officer: Officer,
  binding: CaseBinding,
  issuerKey: VerifyingKey,
): Promise<Decoded<Answer, AnswerFault>> => {
  if (bytes.length <= signatureBytes) return refused("length");
  const message = bytes.subarray(0, bytes.length - signatureBytes);
  const reader = new FieldReader(message);
  const issuer = reader.number(1);
  const addressee = reader.number(2);
  const caseId = reader.text();
  const boundTo = reader.bytes(hashBytes);
  const sealed = reader.bytes(reader.left);
  if (!reader.complete) return refused("length");
  if (addressee !== officer.officer) return refused("notForThisOfficer");
  if (caseId !== binding.caseId || !sameBytes(boundTo, binding.releaseHash)) return refused("binding");
  const signature = bytes.subarray(bytes.length - signatureBytes);
  if (!verifyOne({ key: issuerKey, purpose: "answer", message, signature })) return refused("signature");
  const content = await openWith(officer.sealing.privateKey, infoOf(issuer, addressee, binding), sealed);
  if (content === undefined) return refused("sealed");
  const entries = readEntries(content);
  return entries === undefined ? refused("form") : accepted({ issuer, entries });
};
