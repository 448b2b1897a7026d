// Whether a roster may follow the one that is kept: the whole check, as one pure function that answers a code.
// The keeper of a roster asks it before anything is stored. The first roster has none before it and is checked less,
// because whoever starts a party pins it by hand.
import type { VerifyingKey } from "../protocol/ed25519.ts";
import { sameBytes } from "../protocol/fields.ts";
import type { Roster } from "../protocol/officers.ts";
import {
  keeperSigned,
  keyTwice,
  numberReused,
  officersWhoSigned,
  type SignedRoster,
} from "../protocol/roster.ts";
import type { RosterRefusalCode } from "../protocol/rosterrefused.ts";

export interface RosterTerms {
  readonly keeperKey: VerifyingKey;
  /** How many different officers must stand behind a case, and behind a change. */
  readonly officersRequired: number;
}

// Secrets are split so that one share says nothing; a policy that asks for one officer cannot be served.
const fewestShares = 2;

export const firstRosterFault = (
  roster: SignedRoster,
  { keeperKey, officersRequired }: RosterTerms,
): RosterRefusalCode | undefined => {
  if (!keeperSigned(roster, keeperKey)) return "roster-keeper-missing";
  const { officers } = roster.document;
  if (officersRequired < fewestShares || officers.length < officersRequired) return "roster-too-small";
  return keyTwice(officers) ? "roster-key-twice" : undefined;
};

/** `standing` is the roster it follows, and `known` every officer that any roster kept here has listed. */
export const nextRosterFault = (
  roster: SignedRoster,
  standing: SignedRoster,
  known: Roster,
  terms: RosterTerms,
): RosterRefusalCode | undefined => {
  const { sequence, follows, officers } = roster.document;
  if (sequence !== standing.document.sequence + 1 || !sameBytes(follows, standing.hash))
    return "roster-out-of-turn";
  const signed = officersWhoSigned(roster, standing.document.officers);
  const fault = firstRosterFault(roster, terms);
  if (fault === "roster-keeper-missing") return fault;
  if (signed.length < terms.officersRequired) return "roster-officers-too-few";
  return fault ?? (numberReused(officers, known) ? "roster-number-reused" : undefined);
};
