// The threads of a load: each is given its share of every order, and what they counted comes back together.
// They live as long as the scope, so that connections stay open from one measurement to the next.
// When whoever waits is interrupted, they are told that it is over, finish what is under way, and what they counted is kept.
import { Worker } from "node:worker_threads";
import { Effect } from "effect";
import { readDone, type Done, type Order, type Word } from "./messages.ts";

export interface Threads {
  readonly count: number;
  /** An order for each thread; `cutShort` is given what there is when the wait is interrupted. */
  readonly perform: (
    orders: readonly Order[],
    cutShort: (done: readonly Done[]) => Effect.Effect<void>,
  ) => Effect.Effect<readonly Done[]>;
}

const opened = Effect.acquireRelease(
  Effect.sync(() => new Worker(new URL("./thread.ts", import.meta.url))),
  (worker) => Effect.promise(() => worker.terminate()),
);

/** Its answer to an order that is given now. */
const answered = (worker: Worker, order: Order): Promise<Done> =>
  new Promise((resolve, reject) => {
    worker.once("message", (message: unknown) => {
      worker.off("error", reject);
      resolve(readDone(message));
    });
    worker.once("error", reject);
    worker.postMessage(order satisfies Word);
  });

export const openThreads = Effect.fnUntraced(function* (count: number) {
  const workers = yield* Effect.replicateEffect(opened, count);
  return {
    count,
    perform: (orders, cutShort) =>
      Effect.suspend(() => {
        const all = Promise.all(
          workers.flatMap((worker, place) => {
            const order = orders[place];
            return order === undefined ? [] : [answered(worker, order)];
          }),
        );
        const done = Effect.promise(() => all);
        const over = Effect.sync(() => {
          for (const worker of workers) worker.postMessage({ kind: "over" } satisfies Word);
        });
        return Effect.onInterrupt(done, () => Effect.flatMap(Effect.andThen(over, done), cutShort));
      }),
  } satisfies Threads;
});
