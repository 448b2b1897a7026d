// How several processes of one party use one store: each change waits until no other process is at work, as it does in one process.
// What is known to be one process's own, such as the visits of an epoch, may be changed by several at once, but never beside anything else.
// The PostgreSQL store uses it where its party runs as several processes; the server keeps the turns, and a process that dies gives its own back.
import { Context, Effect } from "effect";
import type { StoreService } from "./store.ts";

const BesideOthers = Context.Reference<boolean>("entrylog/impl/store/BesideOthers", {
  defaultValue: () => false,
});

/** Transactions in here may run while other processes run such ones too, and while nobody runs any other. */
export const besideOthers = <A, E, R>(body: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(body, BesideOthers, true);

const turn = (lock: string): string =>
  `SELECT ${lock}(hashtextextended('entrylog turns ' || current_schema(), 0))::text`;
const alone = turn("pg_advisory_xact_lock");
const beside = turn("pg_advisory_xact_lock_shared");

export const takingTurns = (store: StoreService): StoreService => {
  const transaction: StoreService["transaction"] = (body) =>
    Effect.withFiber((fiber) =>
      store.transaction(Effect.andThen(store.values(fiber.getRef(BesideOthers) ? beside : alone), body)),
    );
  return {
    ...store,
    isShared: true,
    transaction,
    // Two processes that make the same table at once would both find it missing.
    script: (text) => transaction(store.script(text)),
  };
};
