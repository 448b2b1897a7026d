/**
 * Lets fast-check's scheduler decide who goes first wherever a service waits for its store: each question and each write is a task,
 * and the order in which tasks are let go is drawn, shrunk and printed. The store itself does what it always does.
 */
import { Effect } from "effect";
import type fc from "fast-check";
import type { StoreService } from "../../impl/store/store.ts";

/** The store with a turn to be waited for before everything that is asked of it. */
export const scheduledBy =
  (scheduler: () => fc.Scheduler | undefined) =>
  (store: StoreService): StoreService => {
    const turn = (what: string): Effect.Effect<void> =>
      Effect.promise(async () => {
        await scheduler()?.schedule(Promise.resolve(), what);
      });
    return {
      ...store,
      values: (text, parameters) => Effect.andThen(turn("read"), store.values(text, parameters)),
      run: (text, parameters) => Effect.andThen(turn("write"), store.run(text, parameters)),
      runEach: (text, lists) => Effect.andThen(turn("write many"), store.runEach(text, lists)),
      oneBatchAtATime: (batch) => Effect.andThen(turn("begin"), store.oneBatchAtATime(batch)),
    };
  };
