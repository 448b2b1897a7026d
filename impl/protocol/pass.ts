// The pass on the wire: a header, the sealed handle and the issuer's signature over both, 122 bytes, shown as 183
// characters of base45. Issuer, venue and custodian all read it with this one reader. The header is what the seal
// binds; eight of its bytes are kept for the hash of a venue's challenge and are zero until then. It refuses other
// versions: a pass made in a simulation carries its own, so a deployed party never takes one for real.

import { decodeBase45, encodeBase45 } from "./base45.ts";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { joinFields, numberField } from "./fields.ts";

export const passVersions = { deployed: 1, simulation: 129 } as const;
export type PassVersion = (typeof passVersions)[keyof typeof passVersions];

const epochIdAt = 2;
const numberAt = 10;
const issuedAtMsAt = 12;
const challengeAt = 18;
export const headerBytes = 26;
export const passSignedBytes = 58;
export const passBytes = 122;
export const passTextLength = 183;
/** How many numbers an epoch has, and so how many passes. */
export const epochCapacity = 4096;
export const noChallenge: Uint8Array = new Uint8Array(8);

export interface PassHeader {
  readonly version: number;
  readonly issuer: number;
  readonly epochId: Uint8Array;
  readonly number: number;
  readonly issuedAtMs: number;
  readonly challenge: Uint8Array;
}

/** A pass as read: the facts of its header, and views into its bytes. */
export interface Pass extends PassHeader {
  readonly bytes: Uint8Array;
  readonly header: Uint8Array;
  readonly sealed: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

export type PassFault = "base45" | "length" | "version" | "number";

export const encodeHeader = (header: PassHeader): Uint8Array =>
  joinFields([
    numberField(header.version, 1),
    numberField(header.issuer, 1),
    header.epochId,
    numberField(header.number, 2),
    numberField(header.issuedAtMs, 6),
    header.challenge,
  ]);

const readNumber = (bytes: Uint8Array, at: number, width: number): number => {
  let value = 0;
  for (let index = at; index < at + width; index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
};

/** The facts of a header and its sealed handle, without the signature: what a release hands to the issuer. */
export const readHeader = (bytes: Uint8Array): PassHeader => ({
  version: bytes[0] ?? 0,
  issuer: bytes[1] ?? 0,
  epochId: bytes.subarray(epochIdAt, numberAt),
  number: readNumber(bytes, numberAt, 2),
  issuedAtMs: readNumber(bytes, issuedAtMsAt, 6),
  challenge: bytes.subarray(challengeAt, headerBytes),
});

export const decodePass = (bytes: Uint8Array, version: PassVersion): Decoded<Pass, PassFault> => {
  if (bytes.length !== passBytes) return refused("length");
  if (bytes[0] !== version) return refused("version");
  const facts = readHeader(bytes);
  if (facts.number >= epochCapacity) return refused("number");
  return accepted({
    ...facts,
    bytes,
    header: bytes.subarray(0, headerBytes),
    sealed: bytes.subarray(headerBytes, passSignedBytes),
    signed: bytes.subarray(0, passSignedBytes),
    signature: bytes.subarray(passSignedBytes),
  });
};

export const encodePassText = (bytes: Uint8Array): string => encodeBase45(bytes);

export const decodePassText = (text: string, version: PassVersion): Decoded<Pass, PassFault> => {
  if (text.length !== passTextLength) return refused("length");
  const bytes = decodeBase45(text);
  return bytes === undefined ? refused("base45") : decodePass(bytes, version);
};
