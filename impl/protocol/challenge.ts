// A venue's challenge: fresh random bytes that its door shows, so that a pass is made for this door and no other.
// The phone hashes challenge and venue together and gives the issuer that hash alone, which tells it no place; a
// challenge serves one admission, so the hash links nobody. The scan carries the challenge itself, and the custodian
// checks that it answers to the pass. What it does not stop: an accomplice at the door who passes the challenge on within
// its seconds, and a door that shows another venue's challenge, which the phone therefore names to its holder.

import { createHash } from "node:crypto";
import { bindingBytes, boundBytes, challengeBytes } from "./challengetext.ts";
import { sameBytes } from "./fields.ts";
import { noChallenge } from "./pass.ts";
import { randomBytes } from "./randomness.ts";

/** What a scan carries when the door showed no challenge. */
export const challengeNotShown: Uint8Array = new Uint8Array(challengeBytes);

export const drawChallenge = (): Uint8Array => randomBytes(challengeBytes);

/** What the phone gives to the issuer, and the pass then carries. */
export const bindingOf = (venue: number, challenge: Uint8Array): Uint8Array =>
  Uint8Array.from(
    createHash("sha256").update(boundBytes({ venue, challenge })).digest().subarray(0, bindingBytes),
  );

export const isBound = (binding: Uint8Array): boolean => !sameBytes(binding, noChallenge);

/** Whether a pass with this binding may be taken at this venue: bound to nothing, or to the challenge shown here. */
export const isAnswered = (binding: Uint8Array, venue: number, shown: Uint8Array): boolean =>
  !isBound(binding) || sameBytes(binding, bindingOf(venue, shown));
