/**
 * Opens a generated lifecycle service over a real SQLite file, and runs a test on a clock that only the test moves.
 * Whoever closes the file and opens it again gets a service that remembers nothing but what is stored.
 */
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { makeBook } from "../../impl/store/book.ts";
import { storeLayer } from "../../impl/store/sqlite.ts";
import { Store } from "../../impl/store/store.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Policy } from "../../models/policy.ts";
import type { DrivenService, RowMachine } from "./rowmachines.ts";

/** Opens the service, uses it, and closes the file. */
export const opened = <A, E>(
  { table, over }: RowMachine,
  file: string,
  policy: Policy,
  use: (service: DrivenService) => Effect.Effect<A, E>,
): Effect.Effect<A, E | StoreUnavailable> =>
  Effect.gen(function* () {
    const store = yield* Store;
    yield* store.script(table.createSql);
    return yield* use(yield* over(makeBook(store, table)));
  }).pipe(
    Effect.provide(storeLayer({ file, durability: "normal" })),
    Effect.provideService(PolicyInForce, policy),
  );

/** Runs on a clock of its own. */
export const onTestClock = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.provide(effect, TestClock.layer()));
