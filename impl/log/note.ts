// Signed notes as C2SP publishes them (c2sp.org/signed-note): a text, a blank line, and a signature line for each who signed.
// Checkpoints and cosignatures are written in this form, so that tools that others wrote can read them.
// It verifies no signature itself beyond Ed25519 over the text, and ignores lines of keys that the caller does not name.
import { createHash } from "node:crypto";
import {
  importVerifyingKey,
  publicKeyBytes,
  signatureBytes,
  signBytes,
  verifyBytes,
} from "../protocol/ed25519.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { joinFields, sameBytes } from "../protocol/fields.ts";

/** What a signature line says, before anyone has verified it. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Who signs notes, as others know them. */
export interface NoteKey {
  readonly name: string;
  /** The Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The assigned numbers of the kinds of signature. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

const keyIdBytes = 4;
const noteBytesMost = 65_536;
const signaturesMost = 32;
const lineStart = "\u2014 ";

export const keyIdOf = ({ name, publicKey }: NoteKey, type: SignatureType): Uint8Array =>
  new Uint8Array(
    createHash("sha256").update(`${name}\n`).update(Uint8Array.of(type)).update(publicKey).digest(),
  ).subarray(0, keyIdBytes);

/** A name that may stand in a signature line. */
export const isKeyName = (name: string): boolean => name !== "" && !/[\s+\p{Cc}\p{Z}]/u.test(name);

export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `${lineStart}${name} ${Buffer.from(joinFields([keyId, signature])).toString("base64")}\n`;

export const formatNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(signatureLine).join("")}`;

/** The bytes of standard base64, written the one way it can be; undefined for anything else. */
export const bytesOfBase64 = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? new Uint8Array(bytes) : undefined;
};

export const parseSignatureLine = (line: string): NoteSignature | undefined => {
  if (!line.startsWith(lineStart)) return undefined;
  const [name, encoded, ...more] = line.slice(lineStart.length).split(" ");
  if (name === undefined || encoded === undefined || more.length > 0 || !isKeyName(name)) return undefined;
  const bytes = bytesOfBase64(encoded);
  if (bytes === undefined || bytes.length <= keyIdBytes) return undefined;
  return { name, keyId: bytes.subarray(0, keyIdBytes), signature: bytes.subarray(keyIdBytes) };
};

/** Signature lines, each with its newline; undefined when one is not right, or there are too many. */
export const parseSignatureLines = (lines: string): readonly NoteSignature[] | undefined => {
  if (!lines.endsWith("\n")) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines.slice(0, -1).split("\n")) {
    const signature = parseSignatureLine(line);
    if (signature === undefined || signatures.length === signaturesMost) return undefined;
    signatures.push(signature);
  }
  return signatures;
};

/** The note of a text in that form; undefined for anything else. Nothing in it is verified. */
export const parseNote = (note: string): Note | undefined => {
  if (note.length > noteBytesMost || /[^\P{Cc}\n]/u.test(note)) return undefined;
  const end = note.lastIndexOf("\n\n");
  if (end === -1) return undefined;
  const signatures = parseSignatureLines(note.slice(end + 2));
  return signatures === undefined ? undefined : { text: note.slice(0, end + 1), signatures };
};

/** The signatures that a key of this kind has made, or at least is named for. */
export const signaturesNaming = (note: Note, key: NoteKey, type: SignatureType): readonly NoteSignature[] => {
  const keyId = keyIdOf(key, type);
  return note.signatures.filter((line) => line.name === key.name && sameBytes(line.keyId, keyId));
};

export const signNote = (text: string, name: string, key: SigningKey): NoteSignature => ({
  name,
  keyId: keyIdOf({ name, publicKey: key.publicKey }, signatureTypes.ed25519),
  signature: signBytes(key, Buffer.from(text)),
});

/** Whether this key has signed the note; a wrong signature in its name counts against the whole note. */
export const isSignedBy = (note: Note, key: NoteKey): boolean => {
  const verifyingKey = importVerifyingKey(key.publicKey);
  const named = signaturesNaming(note, key, signatureTypes.ed25519);
  return (
    verifyingKey !== undefined &&
    named.length > 0 &&
    named.every(
      ({ signature }) =>
        signature.length === signatureBytes && verifyBytes(verifyingKey, Buffer.from(note.text), signature),
    )
  );
};

/** A key as signed notes write it (`NAME+ID+BASE64`); undefined when it is not an Ed25519 key, or its id is not its own. */
export const parseNoteKey = (encoded: string): NoteKey | undefined => {
  const [name, id, ...rest] = encoded.split("+");
  const bytes = bytesOfBase64(rest.join("+"));
  if (name === undefined || !isKeyName(name) || bytes?.[0] !== signatureTypes.ed25519) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  if (key.publicKey.length !== publicKeyBytes) return undefined;
  return Buffer.from(keyIdOf(key, signatureTypes.ed25519)).toString("hex") === id ? key : undefined;
};

export const formatNoteKey = (key: NoteKey, type: SignatureType): string => {
  const id = Buffer.from(keyIdOf(key, type)).toString("hex");
  return `${key.name}+${id}+${Buffer.from(joinFields([Uint8Array.of(type), key.publicKey])).toString("base64")}`;
};
