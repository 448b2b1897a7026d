// A person at the door: begins, types a code, asks for passes, shows one; each decided by the generated rules over the rows of slot 0.
// The days of a city bring a person forth and let them do this in the order of time; what is decided is counted and judged on the way.
// Phones know here what they know at the service level: what they were told, and nothing of what a party holds.
import { makeCrisisColumns, type CrisisColumns } from "../../impl/generated/core/crisis.ts";
import { refusalCodes } from "../../impl/generated/law.ts";
import { makeAsking, type Asking } from "./asking.ts";
import { makeDeciding } from "./deciding.ts";
import type { DoorParts, Showing } from "./doorparts.ts";
import { letGo, makeHand, none } from "./hand.ts";
import { makeShowing } from "./showing.ts";
import { makeStanding, type Standing } from "./standings.ts";

export interface Door extends Asking {
  readonly standing: Standing;
  readonly crisis: CrisisColumns;
  /** A person comes: what is decided from now on is about them. */
  readonly enter: (person: number) => void;
  /** Shows the pass asked for last; answers 0 or the refusal. Nothing is shown where no pass was had: -1. */
  readonly show: (atMs: number, venue: number, what: Showing) => number;
  /** Shows the pass asked for after a refusal. */
  readonly showAgain: (atMs: number, venue: number) => void;
  /** Shows again what `show` showed first. */
  readonly replay: (atMs: number, venue: number) => void;
  /** The visit is over: no pass is in hand any more. */
  readonly leave: () => void;
}

const expired = refusalCodes.indexOf("pass-expired");

export const isExpired = (answer: number): boolean => answer === expired;

export const makeDoor = (parts: DoorParts): Door => {
  const standing = makeStanding();
  const crisis = makeCrisisColumns(1);
  const hand = makeHand();
  const deciding = makeDeciding(parts.counts, hand, parts.hears);
  const asking = makeAsking(parts, deciding, standing, crisis, hand);
  const scan = makeShowing(parts, deciding, crisis, hand);

  return {
    ...asking,
    standing,
    crisis,
    enter: (person) => {
      hand.who = person;
      letGo(hand);
      asking.comeAnew();
    },
    show: (atMs, venue, what) => {
      const needsNone = what === "malformed" || what === "unknown-epoch";
      if (hand.last === none && !needsNone) return none;
      if (what === "good") hand.shown = hand.last;
      return scan(needsNone ? none : hand.last, atMs, venue, what);
    },
    showAgain: (atMs, venue) => {
      if (hand.last !== none) scan(hand.last, atMs, venue, "good");
    },
    replay: (atMs, venue) => {
      if (hand.shown !== none) scan(hand.shown, atMs, venue, "good");
    },
    leave: () => {
      letGo(hand);
    },
  };
};
