// Shares re-sealed under a case. An officer opens the shares of the epochs concerned and seals them to the issuer in
// one message, bound to the case and to the hash of its release by HPKE's info and by the officer's signature. So a
// share given for one case cannot be used for another, and the issuer knows which officer gave it. It does not judge
// the case: the officer has done that before, and the issuer checks the whole in disclosure.ts.

import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import { epochIdBytes } from "./epoch.ts";
import { FieldReader, joinFields, numberField, sameBytes, textField } from "./fields.ts";
import { openWith, sealTo } from "./hpke.ts";
import type { SealingKey } from "./hpke.ts";
import { verifyingKeyOf } from "./officers.ts";
import type { Officer, Roster } from "./officers.ts";
import { hashBytes, releaseHash } from "./release.ts";
import { shareBytes } from "./shares.ts";
import { signOne, verifyOne } from "./signing.ts";

export interface OpenedShare {
  readonly epochId: Uint8Array;
  readonly share: Uint8Array;
}

export interface CaseBinding {
  readonly caseId: string;
  readonly releaseHash: Uint8Array;
}

export const bindingOf = (caseId: string, release: Uint8Array): CaseBinding => ({
  caseId,
  releaseHash: releaseHash(release),
});

export type ResealFault = "length" | "binding" | "unknownOfficer" | "signature" | "sealed";

const heading = (officer: number, binding: CaseBinding): Uint8Array =>
  joinFields([numberField(officer, 2), textField(binding.caseId), binding.releaseHash]);

const infoOf = (officer: number, binding: CaseBinding): Uint8Array =>
  joinFields([Buffer.from("entrylog 1 re-sealed shares\0"), heading(officer, binding)]);

/** The officer's message to the issuer whose sealing key is given. */
export const resealShares = async (
  officer: Officer,
  binding: CaseBinding,
  issuerSealingKey: Uint8Array,
  shares: readonly OpenedShare[],
): Promise<Uint8Array> => {
  const content = joinFields(shares.flatMap(({ epochId, share }) => [epochId, share]));
  const sealed = await sealTo(issuerSealingKey, infoOf(officer.officer, binding), content);
  content.fill(0);
  const message = joinFields([heading(officer.officer, binding), sealed]);
  return joinFields([message, signOne({ key: officer.signing, purpose: "share", message })]);
};

const readShares = (content: Uint8Array): readonly OpenedShare[] | undefined => {
  const count = content.length / (epochIdBytes + shareBytes);
  if (!Number.isInteger(count)) return undefined;
  const reader = new FieldReader(content);
  return Array.from({ length: count }, () => ({
    epochId: reader.bytes(epochIdBytes),
    share: reader.bytes(shareBytes),
  }));
};

export interface ResealedShares {
  readonly officer: number;
  readonly shares: readonly OpenedShare[];
}

interface Envelope {
  readonly officer: number;
  readonly sealed: Uint8Array;
}

/** A message with its binding and signature checked, and nothing opened. */
const readEnvelope = (
  bytes: Uint8Array,
  binding: CaseBinding,
  roster: Roster,
): Decoded<Envelope, ResealFault> => {
  if (bytes.length <= signatureBytes) return refused("length");
  const message = bytes.subarray(0, bytes.length - signatureBytes);
  const reader = new FieldReader(message);
  const officer = reader.number(2);
  const caseId = reader.text();
  const boundTo = reader.bytes(hashBytes);
  const sealed = reader.bytes(reader.left);
  if (!reader.complete) return refused("length");
  if (caseId !== binding.caseId || !sameBytes(boundTo, binding.releaseHash)) return refused("binding");
  const key = verifyingKeyOf(roster, officer);
  if (key === undefined) return refused("unknownOfficer");
  const signature = bytes.subarray(bytes.length - signatureBytes);
  if (!verifyOne({ key, purpose: "share", message, signature })) return refused("signature");
  return accepted({ officer, sealed });
};

/** The officer on the roster who gave this message for exactly this case and release. */
export const senderOfResealed = (
  bytes: Uint8Array,
  binding: CaseBinding,
  roster: Roster,
): Decoded<number, ResealFault> => {
  const envelope = readEnvelope(bytes, binding, roster);
  return envelope.ok ? accepted(envelope.value.officer) : envelope;
};

/** The shares of one officer on the roster, given to this issuer for exactly this case and release. */
export const openResealed = async (
  bytes: Uint8Array,
  binding: CaseBinding,
  roster: Roster,
  issuer: SealingKey,
): Promise<Decoded<ResealedShares, ResealFault>> => {
  const envelope = readEnvelope(bytes, binding, roster);
  if (!envelope.ok) return envelope;
  const { officer, sealed } = envelope.value;
  const content = await openWith(issuer.privateKey, infoOf(officer, binding), sealed);
  const shares = content === undefined ? undefined : readShares(content);
  return shares === undefined ? refused("sealed") : accepted({ officer, shares });
};
