// Which officer holds a key, as the roster of this party says now: how a listener for parties knows an officer.
// An officer is known by the key that signs approvals, and proves it at every connection; one who has been removed is a
// stranger from the moment the change is in force.
import { Clock, Effect } from "effect";
import { sameBytes } from "../protocol/fields.ts";
import type { Caller } from "../protocol/http/caller.ts";
import type { StandingRoster } from "./standing.ts";

export const officerOfKey =
  (roster: StandingRoster) =>
  (key: Uint8Array): Effect.Effect<Caller | undefined> =>
    Effect.map(Clock.currentTimeMillis, (nowMs) => {
      const entry = roster.at(nowMs).find(({ signingKey }) => sameBytes(signingKey, key));
      return entry === undefined ? undefined : { kind: "officer", number: entry.officer };
    });
