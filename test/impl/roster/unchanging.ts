// A roster that stands for ever, for tests that have no business with rosters changing.
// It takes no change, and says so by dying: a test that announces one needs the real thing.
import { Effect } from "effect";
import type { Roster } from "../../../impl/protocol/officers.ts";
import { draftRoster, noRoster } from "../../../impl/protocol/roster.ts";
import type { StandingRoster } from "../../../impl/roster/standing.ts";

export const unchanging = (officers: Roster): StandingRoster => {
  const standing = draftRoster({ sequence: 1, follows: noRoster, validFromMs: 0, officers });
  const noChange = Effect.die(new Error("this roster never changes"));
  return {
    at: () => officers,
    sharers: () => officers,
    view: () => ({ standing, waiting: undefined }),
    announce: () => noChange,
    stop: () => noChange,
  };
};
