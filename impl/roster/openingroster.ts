// The roster of a party that is served: the one pinned in its folder, under the keeper's key on the card it was given.
// Custodian, issuers and authority open theirs with it in their mains, each over its own store and log.
// A keeper's card without the key, or a roster that the keeper did not sign, stops the start.
import { Effect } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import { RosterRefused } from "../protocol/rosterrefused.ts";
import type { PartyFrame } from "../server/party.ts";
import { Store } from "../store/store.ts";
import { openRoster } from "./keptroster.ts";

/** The name of the key on the keeper's card. */
export const keeperKeyName = "roster";

export const openServedRoster = Effect.fnUntraced(function* (frame: Pick<PartyFrame, "card" | "roster">) {
  const store = yield* Store;
  const log = yield* TransparencyLog;
  const policy = policyNumbers(yield* PolicyInForce);
  const card = yield* frame.card("roster-keeper");
  const key = card.keys[keeperKeyName];
  const keeperKey = key === undefined ? undefined : importVerifyingKey(key);
  if (keeperKey === undefined) return yield* new RosterRefused({ code: "roster-keeper-missing" });
  const pinned = yield* frame.roster;
  return yield* openRoster({ store, clock: yield* makePartyClock(store), keeperKey, pinned, policy, log });
});
