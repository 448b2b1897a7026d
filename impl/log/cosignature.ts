// Cosignatures as C2SP publishes them (c2sp.org/tlog-cosignature, Ed25519): a witness's word that the checkpoint is the
// largest it has seen of that log at that time, and continues everything it has seen before. Whoever acts on a proof counts
// those of the witnesses it has pinned; lines of anyone else say nothing and are passed over.
import { importVerifyingKey, signatureBytes, signBytes, verifyBytes } from "../protocol/ed25519.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { joinFields } from "../protocol/fields.ts";
import {
  keyIdOf,
  signaturesNaming,
  signatureTypes,
  type Note,
  type NoteKey,
  type NoteSignature,
} from "./note.ts";

const timestampBytes = 8;

const cosignedMessage = (text: string, atSeconds: bigint): Uint8Array =>
  Buffer.from(`cosignature/v1\ntime ${String(atSeconds)}\n${text}`);

const timestampOf = (atSeconds: bigint): Uint8Array => {
  const bytes = Buffer.alloc(timestampBytes);
  bytes.writeBigUInt64BE(atSeconds);
  return bytes;
};

/** The cosignature of a checkpoint's text at an instant. */
export const cosign = (text: string, atMs: number, name: string, key: SigningKey): NoteSignature => {
  const atSeconds = BigInt(Math.floor(atMs / 1_000));
  return {
    name,
    keyId: keyIdOf({ name, publicKey: key.publicKey }, signatureTypes.cosignature),
    signature: joinFields([timestampOf(atSeconds), signBytes(key, cosignedMessage(text, atSeconds))]),
  };
};

/** When, in ms, a cosignature says it was made, if this witness made it; undefined if not. */
const verifiedAtMs = (text: string, { signature }: NoteSignature, witness: NoteKey): number | undefined => {
  if (signature.length !== timestampBytes + signatureBytes) return undefined;
  const key = importVerifyingKey(witness.publicKey);
  const atSeconds = Buffer.from(signature).readBigUInt64BE(0);
  const signed = signature.subarray(timestampBytes);
  return key !== undefined && verifyBytes(key, cosignedMessage(text, atSeconds), signed)
    ? Number(atSeconds) * 1_000
    : undefined;
};

export interface Cosigned {
  readonly witness: NoteKey;
  readonly atMs: number;
}

/** Which of these witnesses cosigned a note, each once however often it did, and when last. */
export const cosignersOf = (note: Note, witnesses: readonly NoteKey[]): readonly Cosigned[] =>
  witnesses.flatMap((witness) => {
    const times = signaturesNaming(note, witness, signatureTypes.cosignature).flatMap(
      (line) => verifiedAtMs(note.text, line, witness) ?? [],
    );
    return times.length === 0 ? [] : [{ witness, atMs: Math.max(...times) }];
  });

/** The lines in a note that claim to be a witness's and are not: told by the audit, never counted. */
export const wrongCosignatures = (note: Note, witnesses: readonly NoteKey[]): readonly NoteSignature[] =>
  witnesses.flatMap((witness) =>
    signaturesNaming(note, witness, signatureTypes.cosignature).filter(
      (line) => verifiedAtMs(note.text, line, witness) === undefined,
    ),
  );
