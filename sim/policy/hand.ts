// What the person at the door has in hand, and who they are: the passes that matter, when they were issued and how often they were stored.
// Asking puts passes into it, showing takes them from it; it is emptied when a visit is over.
// Two passes at the most are in hand: the one shown first, and one asked for since.
import { makePassColumns, type PassColumns } from "../../impl/generated/core/pass.ts";

/** No pass. */
export const none = -1;

const most = 2;

export interface Hand {
  /** Who is at the door. */
  who: number;
  readonly passes: PassColumns;
  readonly issuedAtMs: Float64Array;
  /** How often each was stored. */
  readonly storedTimes: Int32Array;
  /** The pass asked for last, and the one shown first. */
  last: number;
  shown: number;
}

export const makeHand = (): Hand => ({
  who: none,
  passes: makePassColumns(most),
  issuedAtMs: new Float64Array(most),
  storedTimes: new Int32Array(most),
  last: none,
  shown: none,
});

/** Where the next pass goes: not over the one that was shown. */
export const freeIn = ({ shown }: Hand): number => (shown === 0 ? 1 : 0);

export const letGo = (hand: Hand): void => {
  hand.last = none;
  hand.shown = none;
};
