// One batch of changes over any number of books, in one transaction: all of it is durable, or none of it happened.
// The lifecycle and rule services use it around every decision, and the sweeps too; batches of a store queue up.
// After a failure the books forget what they held in memory, so that nothing undone is ever answered.
// A batch inside a batch is a mistake and ends the fiber: its rows would be half another's.
import { Context, Effect } from "effect";
import type { Book } from "./book.ts";
import type { StoreService } from "./store.ts";
import type { StoreUnavailable } from "./unavailable.ts";

const InsideBatch = Context.Reference<ReadonlyArray<StoreService>>("entrylog/impl/store/InsideBatch", {
  defaultValue: () => [],
});

export const inOneBatch = <A, E, R>(
  store: StoreService,
  books: ReadonlyArray<Book>,
  body: Effect.Effect<A, E, R>,
): Effect.Effect<A, E | StoreUnavailable, R> =>
  Effect.withFiber((fiber) => {
    const around = fiber.getRef(InsideBatch);
    if (around.includes(store))
      return Effect.die(new Error("a batch was begun inside a batch of the same store"));
    const decided = Effect.tap(body, () => Effect.forEach(books, (book) => book.flush(), { discard: true }));
    return store.transaction(Effect.provideService(decided, InsideBatch, [...around, store])).pipe(
      Effect.onExit((exit) =>
        Effect.sync(() => {
          for (const book of books) {
            if (exit._tag === "Success") book.settle();
            else book.discard();
          }
        }),
      ),
      store.oneBatchAtATime,
    );
  });
