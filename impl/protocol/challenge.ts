// A venue's challenge: fresh random bytes that its door shows, so that a pass is made for this door and no other.
// The phone hashes challenge and venue together and gives the issuer that hash alone, which tells it no place; a
// challenge serves one admission, so the hash links nobody. The scan carries the challenge itself, and the custodian
// checks that it answers to the pass. What it does not stop: an accomplice at the door who passes the challenge on within
// its seconds, and a door that shows another venue's challenge, which the phone therefore names to its holder.

import { createHash } from "node:crypto";
import { decodeBase45, encodeBase45 } from "./base45.ts";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { FieldReader, joinFields, numberField, sameBytes } from "./fields.ts";
import { noChallenge } from "./pass.ts";
import { randomBytes } from "./randomness.ts";

export const challengeBytes = 16;
export const bindingBytes = 8;
/** What a scan carries when the door showed no challenge. */
export const challengeNotShown: Uint8Array = new Uint8Array(challengeBytes);

const prefix = Buffer.from("entrylog 1 challenge\0");
const textVersion = 1;
const shownBytes = 1 + 4 + challengeBytes;
/** The characters of a challenge as a door shows it: far fewer than those of a pass, so that neither is taken for the other. */
export const challengeTextLength = 32;

export const drawChallenge = (): Uint8Array => randomBytes(challengeBytes);

/** What the phone gives to the issuer, and the pass then carries. */
export const bindingOf = (venue: number, challenge: Uint8Array): Uint8Array =>
  Uint8Array.from(
    createHash("sha256")
      .update(prefix)
      .update(numberField(venue, 4))
      .update(challenge)
      .digest()
      .subarray(0, bindingBytes),
  );

export const isBound = (binding: Uint8Array): boolean => !sameBytes(binding, noChallenge);

/** Whether a pass with this binding may be taken at this venue: bound to nothing, or to the challenge shown here. */
export const isAnswered = (binding: Uint8Array, venue: number, shown: Uint8Array): boolean =>
  !isBound(binding) || sameBytes(binding, bindingOf(venue, shown));

export interface ShownChallenge {
  readonly venue: number;
  readonly challenge: Uint8Array;
}

export type ChallengeFault = "length" | "base45" | "version";

/** The text that a door shows as a small QR code. */
export const encodeChallengeText = ({ venue, challenge }: ShownChallenge): string =>
  encodeBase45(joinFields([numberField(textVersion, 1), numberField(venue, 4), challenge]));

/** What a phone reads at a door. */
export const decodeChallengeText = (text: string): Decoded<ShownChallenge, ChallengeFault> => {
  if (text.length !== challengeTextLength) return refused("length");
  const bytes = decodeBase45(text);
  if (bytes?.length !== shownBytes) return refused("base45");
  const reader = new FieldReader(bytes);
  if (reader.number(1) !== textVersion) return refused("version");
  return accepted({ venue: reader.number(4), challenge: reader.bytes(challengeBytes) });
};
