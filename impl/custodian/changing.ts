/**
 * Every change of the custodian, one at a time: a batch of the rules with the custodian's own caches around it.
 * When a batch fails, what the caches hold is forgotten before the next one begins, so that nothing undone is believed.
 * It also holds the party's clock, because an instant is stored with the change that it belongs to.
 */
import { Effect, Semaphore } from "effect";
import type { CustodianRulesService } from "../generated/services/custodian.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { StoreService } from "../store/store.ts";
import { besideOthers } from "../store/takingturns.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Epochs } from "./epochs.ts";

export interface Changing {
  /** One batch in one transaction, alone. */
  readonly batch: CustodianRulesService["batch"];
  /** The same, beside other processes' batches of this kind: it changes only what the store itself guards against two at once. */
  readonly batchBesideOthers: CustodianRulesService["batch"];
  /** Runs while no batch is under way: what it reads into a cache is what was committed. */
  readonly between: <A, E, R>(reading: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StoreUnavailable, R>;
  readonly now: PartyClock["now"];
  /** Inside a batch: stores an instant if it is later than the last one stored. */
  readonly remember: PartyClock["remember"];
  /** Inside a batch: the last instant stored, before which nothing is decided any more. */
  readonly lastInstant: Effect.Effect<number, StoreUnavailable>;
}

export const makeChanging = (
  store: StoreService,
  rules: CustodianRulesService,
  clock: PartyClock,
  epochs: Epochs,
  caches: readonly { readonly discard: () => void }[],
): Changing => {
  const alone = Semaphore.makeUnsafe(1);
  /** Where other processes change things too, only a transaction keeps them from it. */
  const unchanged = <A, E, R>(reading: Effect.Effect<A, E, R>): Effect.Effect<A, E | StoreUnavailable, R> =>
    store.isShared ? besideOthers(store.transaction(reading)) : reading;
  const settled = Effect.sync(() => {
    epochs.trim();
  });
  const forget = Effect.sync(() => {
    epochs.discard();
    for (const { discard } of caches) discard();
  });
  const batch: CustodianRulesService["batch"] = (keys, body) =>
    rules.batch(keys, body).pipe(
      Effect.onError(() => forget),
      Effect.tap(() => settled),
      alone.withPermit,
    );
  return {
    batch,
    batchBesideOthers: (keys, body) => besideOthers(batch(keys, body)),
    between: (reading) => alone.withPermit(unchanged(reading)),
    now: clock.now,
    remember: clock.remember,
    lastInstant: Effect.map(store.values("SELECT at FROM last_instant"), ([row]) => Number(row?.[0] ?? 0)),
  };
};
