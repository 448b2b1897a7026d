// Gathers single requests into batches, so that many of them share one durable transaction.
// The parties put it before every operation that writes; a batch is whatever gathered while the last one committed.
// An answer is given only after its batch is done. When too many wait, a request is refused at once and nothing happens.
import { Deferred, Effect, Exit, Queue, type Scope } from "effect";
import { StoreUnavailable } from "./unavailable.ts";

/** The refusal of a request that found the queue full. A plain value, made once: overload must stay cheap. */
export interface Overloaded {
  readonly _tag: "Overloaded";
  readonly code: "overloaded";
  readonly sentence: string;
  readonly advice: string;
}

const overloaded: Overloaded = {
  _tag: "Overloaded",
  code: "overloaded",
  sentence: "Too many requests are waiting.",
  advice: "Try again in a moment; nothing of this request was stored.",
};

export interface GroupCommitOptions<Request, Answer, R> {
  readonly batchMax: number;
  /** How many requests may wait; a thousand batches' worth is never useful. */
  readonly waitingMax?: number;
  /** How long a first request waits for company; none unless told otherwise. */
  readonly waitMs?: number;
  /** Decides and commits a batch; answers in the order of the requests. */
  readonly perform: (
    batch: ReadonlyArray<Request>,
  ) => Effect.Effect<ReadonlyArray<Answer>, StoreUnavailable, R>;
}

export interface GroupCommit<Request, Answer> {
  readonly ask: (request: Request) => Effect.Effect<Answer, StoreUnavailable | Overloaded>;
}

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly answer: Deferred.Deferred<Answer, StoreUnavailable>;
  /** True when the asker has gone before its batch began: then it is not performed. */
  abandoned: boolean;
}

const closed = Exit.fail(
  new StoreUnavailable({ reason: "closed", detail: "the queue of requests is closed" }),
);
const tooFewAnswers = Exit.die(new Error("a batch was answered with fewer answers than it had requests"));

export const makeGroupCommit = <Request, Answer, R = never>(
  options: GroupCommitOptions<Request, Answer, R>,
): Effect.Effect<GroupCommit<Request, Answer>, never, R | Scope.Scope> =>
  Effect.gen(function* () {
    const { batchMax, perform, waitMs = 0, waitingMax = batchMax * 16 } = options;
    const queue = yield* Queue.dropping<Waiting<Request, Answer>>(waitingMax);
    const unanswered = new Set<Waiting<Request, Answer>>();
    let open = true;

    const settle = (waiting: Waiting<Request, Answer>, exit: Exit.Exit<Answer, StoreUnavailable>): void => {
      unanswered.delete(waiting);
      Deferred.doneUnsafe(waiting.answer, exit);
    };

    const gather = Effect.gen(function* () {
      const first = yield* Queue.take(queue);
      // Those who were answered by the last commit are given a turn to ask again before the batch is closed.
      if (waitMs > 0) yield* Effect.sleep(waitMs);
      else yield* Effect.yieldNow;
      const room = batchMax - 1;
      const others = room > 0 && Queue.sizeUnsafe(queue) > 0 ? yield* Queue.takeBetween(queue, 1, room) : [];
      return [first, ...others].filter(({ abandoned }) => !abandoned);
    });

    const serve = (batch: ReadonlyArray<Waiting<Request, Answer>>) =>
      Effect.map(Effect.exit(perform(batch.map(({ request }) => request))), (exit) => {
        const exits = Exit.isSuccess(exit) ? exit.value.map((answer) => Exit.succeed(answer)) : [];
        const otherwise = Exit.isSuccess(exit) ? tooFewAnswers : Exit.failCause(exit.cause);
        for (const [index, waiting] of batch.entries()) settle(waiting, exits[index] ?? otherwise);
      });

    const worker = Effect.flatMap(gather, (batch) =>
      batch.length === 0 ? Effect.void : Effect.uninterruptible(serve(batch)),
    );
    // Registered before the worker starts, so that it runs after the worker has ended with its last batch.
    yield* Effect.addFinalizer(() =>
      Effect.sync(() => {
        open = false;
        for (const waiting of unanswered) settle(waiting, closed);
      }),
    );
    yield* Effect.forkScoped(Effect.forever(worker));

    const ask = (request: Request): Effect.Effect<Answer, StoreUnavailable | Overloaded> =>
      Effect.suspend((): Effect.Effect<Answer, StoreUnavailable | Overloaded> => {
        if (!open) return closed;
        const answer = Deferred.makeUnsafe<Answer, StoreUnavailable>();
        const waiting: Waiting<Request, Answer> = { request, answer, abandoned: false };
        if (!Queue.offerUnsafe(queue, waiting)) return Effect.fail(overloaded);
        unanswered.add(waiting);
        return Effect.onInterrupt(Deferred.await(answer), () =>
          Effect.sync(() => {
            waiting.abandoned = true;
            unanswered.delete(waiting);
          }),
        );
      });
    return { ask };
  });
