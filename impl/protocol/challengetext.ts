// A venue's challenge as a text: what a door shows as a small QR code, and a person's page reads or is typed.
// Also what of it is hashed, so that a page, which hashes by its browser, and the parties, which do it by Node, bind a pass alike.
// It needs no machine but the one it runs on: no key, no randomness, no hash.
import { decodeBase45, encodeBase45 } from "./base45.ts";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { FieldReader, joinFields, numberField } from "./fields.ts";

export const challengeBytes = 16;
/** So many bytes of the hash bind a pass. */
export const bindingBytes = 8;

const prefix = new TextEncoder().encode("entrylog 1 challenge\0");
const textVersion = 1;
const shownBytes = 1 + 4 + challengeBytes;
/** The characters of a challenge as a door shows it: far fewer than those of a pass, so that neither is taken for the other. */
export const challengeTextLength = 32;

export interface ShownChallenge {
  readonly venue: number;
  readonly challenge: Uint8Array;
}

export type ChallengeFault = "length" | "base45" | "version";

/** What the SHA-256 is taken of; its first bytes are the binding. */
export const boundBytes = ({ venue, challenge }: ShownChallenge): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(joinFields([prefix, numberField(venue, 4), challenge]));

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
