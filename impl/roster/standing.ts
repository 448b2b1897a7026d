// What a party asks of the roster it keeps: who stands now, whom a share may be sealed to, and what waits.
// Custodian, issuers and authority each keep their own (keptroster.ts), by their own clocks, and trust no other's.
// It carries no private key and no way round the wait.
import type { Effect } from "effect";
import type { Roster, RosterEntry } from "../protocol/officers.ts";
import type { RosterSignature, SignedRoster } from "../protocol/roster.ts";
import type { RosterRefused } from "../protocol/rosterrefused.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";

export interface WaitingRoster {
  readonly roster: SignedRoster;
  readonly inForceAtMs: number;
}

export interface RosterView {
  readonly standing: SignedRoster;
  readonly waiting: WaitingRoster | undefined;
}

export interface StandingRoster {
  /** The officers who stand at an instant: only their word counts. */
  readonly at: (atMs: number) => Roster;
  /**
   * Officers whom a share may be sealed to: those who stand, those who stood before them, and those of a roster that waits.
   * Two parties put a change in force at two instants, and neither must refuse the other's shares in between.
   */
  readonly sharers: (atMs: number) => Roster;
  readonly view: (atMs: number) => RosterView;
  /** Takes a change, which will be in force after the policy's delay; taken once, however often it is announced. */
  readonly announce: (bytes: Uint8Array) => Effect.Effect<WaitingRoster, RosterRefused | StoreUnavailable>;
  /** A standing officer's word against the roster that waits. */
  readonly stop: (
    hash: Uint8Array,
    word: RosterSignature,
  ) => Effect.Effect<void, RosterRefused | StoreUnavailable>;
}

/** One entry a number: the first roster that lists it counts. */
export const joinRosters = (rosters: readonly Roster[]): Roster => {
  const joined = new Map<number, RosterEntry>();
  for (const entry of rosters.flat()) if (!joined.has(entry.officer)) joined.set(entry.officer, entry);
  return [...joined.values()];
};
