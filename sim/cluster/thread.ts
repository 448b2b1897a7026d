// The one thread of a runner, as the runner asks it: work in, answer out, one at a time.
// A shard that is not wanted any more ends with its thread, and the next one has a new thread. Work that fails is a fault of the program.
import { Worker } from "node:worker_threads";
import { Effect } from "effect";

export const openThread = Effect.gen(function* () {
  let worker: Worker | undefined;
  const end = Effect.sync(() => {
    void worker?.terminate();
    worker = undefined;
  });
  yield* Effect.addFinalizer(() => end);
  const live = (work: string): Effect.Effect<string> =>
    Effect.callback((resume) => {
      const thread = (worker ??= new Worker(new URL("./shardworker.ts", import.meta.url)));
      const answered = (answer: unknown): void => {
        thread.off("error", failed);
        resume(Effect.succeed(String(answer)));
      };
      const failed = (error: unknown): void => {
        thread.off("message", answered);
        worker = undefined;
        resume(Effect.die(error));
      };
      thread.once("message", answered).once("error", failed);
      thread.postMessage(work);
      return end;
    });
  return live;
});
