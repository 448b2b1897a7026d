// The first roster: made by the roster keeper, signed with the key that is held elsewhere, and pinned by every party.
// Whoever prepares a house or the folders of parties calls this once; later rosters are drafted from the standing one.
// It knows no officer's private key, because the first roster needs none.
import type { SigningKey } from "../protocol/ed25519.ts";
import type { Roster } from "../protocol/officers.ts";
import {
  draftRoster,
  encodeSignedRoster,
  noRoster,
  signRosterAsKeeper,
  type SignedRoster,
} from "../protocol/roster.ts";

export const firstRoster = (keeper: SigningKey, officers: Roster, validFromMs: number): Uint8Array =>
  encodeSignedRoster(
    signRosterAsKeeper(draftRoster({ sequence: 1, follows: noRoster, validFromMs, officers }), keeper),
  );

/** A roster that would follow the standing one; nobody has signed it yet. */
export const nextRoster = (standing: SignedRoster, officers: Roster, validFromMs: number): SignedRoster =>
  draftRoster({
    sequence: standing.document.sequence + 1,
    follows: standing.hash,
    validFromMs,
    officers,
  });
