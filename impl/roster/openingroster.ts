// The roster of a party that is served: the one pinned in its folder, under the keeper's key on the card it was given.
// Custodian, issuers and authority open theirs with it in their mains, each over its own store and log.
// A keeper's card without the key, or a roster that the keeper did not sign, stops the start.
import { Effect, Schedule } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import { RosterRefused } from "../protocol/rosterrefused.ts";
import type { PartyFrame } from "../server/party.ts";
import { Store } from "../store/store.ts";
import { openRoster, type KeptStandingRoster } from "./keptroster.ts";

/** The name of the key on the keeper's card. */
export const keeperKeyName = "roster";

/** What another process of the party took in counts here as soon, and long before it is in force. */
const readAgainEvery = "2 seconds";
const readingAgain = (roster: KeptStandingRoster) =>
  Effect.forkScoped(
    roster.readAgain.pipe(
      Effect.catch(({ message }) => Effect.logWarning(message)),
      Effect.repeat(Schedule.spaced(readAgainEvery)),
    ),
  );

export const openServedRoster = Effect.fnUntraced(function* (frame: Pick<PartyFrame, "card" | "roster">) {
  const store = yield* Store;
  const log = yield* TransparencyLog;
  const policy = policyNumbers(yield* PolicyInForce);
  const card = yield* frame.card("roster-keeper");
  const key = card.keys[keeperKeyName];
  const keeperKey = key === undefined ? undefined : importVerifyingKey(key);
  if (keeperKey === undefined) return yield* new RosterRefused({ code: "roster-keeper-missing" });
  const pinned = yield* frame.roster;
  const clock = yield* makePartyClock(store);
  const roster = yield* openRoster({ store, clock, keeperKey, pinned, policy, log });
  if (store.isShared) yield* readingAgain(roster);
  return roster;
});
