// Keeps a process of one party running: it is started again when it dies, after a pause that grows, and that is said.
// `serve all` and the demonstration keep theirs so. What a process prints is handed on, and means nothing here.
// A wrong configuration is not tried again: it would be as wrong the next time.
import { Console, Effect } from "effect";
import { exitCodes, Stop } from "../exit.ts";
import { startChild, type Child } from "./child.ts";

/** A process that is kept running. */
export interface Watched {
  readonly name: string;
  readonly words: ReadonlyArray<string>;
  /** Another program than that of the parties. */
  readonly program?: ReadonlyArray<string>;
  /** What stands in its environment besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Watching {
  /** It was started, or started again. */
  readonly started: (child: Child) => void;
  readonly heard: (line: string) => void;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;

export const keepRunning = Effect.fnUntraced(function* (
  { name, words, program, environment }: Watched,
  { started, heard }: Watching,
): Effect.fn.Return<never, Stop> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const code = yield* Effect.scoped(
      Effect.flatMap(startChild(words, heard, program, environment), (child) => {
        started(child);
        return child.ended;
      }),
    );
    if (code === exitCodes.usage) {
      return yield* new Stop({
        code: exitCodes.usage,
        reason: "party-not-started",
        sentence: `The party ${name} cannot be served.`,
        advice: "Its own words stand above.",
      });
    }
    yield* Console.error(`${name} ended with ${String(code)}; it is started again.`);
    yield* Effect.sleep(pauseMs);
  }
});
