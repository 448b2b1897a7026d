/**
 * The challenges that this venue's door shows: fresh random bytes, each good for one pass and a short time, kept in memory only.
 * After a restart the door shows new ones. How long one is good is a pass's lifetime and the skew of clocks (clauses F3, C3).
 * It knows nothing about whoever reads a challenge.
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import { bindingOf, drawChallenge } from "../protocol/challenge.ts";
import { hexOf } from "../protocol/fields.ts";

export interface Challenges {
  /** A fresh challenge, and until when a pass made for it is taken. */
  readonly show: (
    venue: number,
    atMs: number,
  ) => { readonly challenge: Uint8Array; readonly validUntilMs: number };
  /** The challenge to which a pass is bound, used up by asking; undefined when this door shows none such, or no more. */
  readonly take: (binding: Uint8Array, atMs: number) => Uint8Array | undefined;
}

/** More than any door needs at once; beyond it the oldest is over early. */
const shownMost = 1_000;

export const makeChallenges = ({
  passLifetime,
  clockSkew,
}: Pick<PolicyNumbers, "passLifetime" | "clockSkew">): Challenges => {
  const shown = new Map<string, { readonly challenge: Uint8Array; readonly validUntilMs: number }>();

  const settle = (atMs: number): void => {
    for (const [binding, { validUntilMs }] of shown) if (atMs >= validUntilMs) shown.delete(binding);
    for (const oldest of shown.keys()) {
      if (shown.size < shownMost) break;
      shown.delete(oldest);
    }
  };

  return {
    show: (venue, atMs) => {
      settle(atMs);
      const challenge = drawChallenge();
      const fresh = { challenge, validUntilMs: atMs + passLifetime + clockSkew };
      shown.set(hexOf(bindingOf(venue, challenge)), fresh);
      return fresh;
    },
    take: (binding, atMs) => {
      const name = hexOf(binding);
      const found = shown.get(name);
      shown.delete(name);
      return found === undefined || atMs >= found.validUntilMs ? undefined : found.challenge;
    },
  };
};
