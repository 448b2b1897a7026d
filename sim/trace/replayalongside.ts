// Replays a trace in a thread of its own while a simulation writes it, so that checking costs the run no time.
// Lines are gathered and handed over in chunks; the answer comes when the trace is at its end.
// A thread that fails is a fault of the program, not of the trace.
import { Worker } from "node:worker_threads";
import { Effect } from "effect";
import { readAnswer, type ReplayAnswer, type ReplayRequest, type ReplayStart } from "./replaymessages.ts";

export interface ReplayAlongside {
  readonly feed: (line: string) => void;
  /** Says that nothing more comes, and waits for what was found. */
  readonly end: Effect.Effect<ReplayAnswer>;
}

const linesAChunk = 4_096;

/** Starts the thread; it ends with the scope. */
export const replayAlongside = Effect.fnUntraced(function* (start: ReplayStart) {
  const worker = yield* Effect.acquireRelease(
    Effect.sync(() => new Worker(new URL("./replayworker.ts", import.meta.url), { workerData: start })),
    (running) => Effect.promise(() => running.terminate()),
  );
  let gathered: string[] = [];
  const send = (last: boolean): void => {
    worker.postMessage({ lines: gathered.join("\n"), last } satisfies ReplayRequest);
    gathered = [];
  };
  return {
    feed: (line) => {
      gathered.push(line);
      if (gathered.length >= linesAChunk) send(false);
    },
    end: Effect.callback<ReplayAnswer>((resume) => {
      worker.once("message", (message: unknown) => {
        resume(Effect.sync(() => readAnswer(message)));
      });
      worker.once("error", (error) => {
        resume(Effect.die(error));
      });
      send(true);
    }),
  } satisfies ReplayAlongside;
});
