// The handlers of impl/protocol/http/rosters.ts, for every party that keeps a roster: which one stands, a change announced,
// a change stopped. They decide nothing; the keeper of the roster checks who signed, by its own clock.
import { Clock, Context, Effect } from "effect";
import { CurrentCaller } from "../protocol/http/caller.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problem, problemOf } from "../protocol/http/problem.ts";
import { rostersApi } from "../protocol/http/rosters.ts";
import { encodeSignedRoster, type SignedRoster } from "../protocol/roster.ts";
import type { StandingRoster, WaitingRoster } from "./standing.ts";

/** The roster that this party keeps, as its handlers are given it. */
export class RosterKept extends Context.Service<RosterKept, StandingRoster>()(
  "entrylog/impl/roster/RosterKept",
) {}

const kept = (roster: SignedRoster) => ({
  sequence: roster.document.sequence,
  hash: roster.hash,
  signed: encodeSignedRoster(roster),
});
const waiting = ({ roster, inForceAtMs }: WaitingRoster) => ({ ...kept(roster), inForceAtMs });

export const rostersHandlers = HttpApiBuilder.group(
  rostersApi,
  "rosters",
  Effect.fnUntraced(function* (handlers) {
    const roster = yield* RosterKept;
    return handlers
      .handle("read", () =>
        Effect.map(Clock.currentTimeMillis, (nowMs) => {
          const view = roster.view(nowMs);
          return {
            standing: kept(view.standing),
            waiting: view.waiting === undefined ? null : waiting(view.waiting),
          };
        }),
      )
      .handle("announce", ({ payload }) =>
        roster.announce(payload.signed).pipe(Effect.map(waiting), Effect.mapError(problemOf)),
      )
      .handle("stop", ({ payload }) =>
        Effect.gen(function* () {
          const caller = yield* CurrentCaller;
          if (caller.kind !== "officer") return yield* problem("caller-not-allowed");
          yield* roster.stop(payload.hash, { officer: caller.number, signature: payload.signature });
          return { stopped: true } as const;
        }).pipe(Effect.mapError(problemOf)),
      );
  }),
);
