// Progress on a terminal: one line that is written over, with the time left; nothing at all where nobody is looking.
// An ending before its time is said everywhere, once.
import { Effect } from "effect";
import type { StopwatchService } from "../stopwatch.ts";

export interface Progress {
  readonly show: (share: number, doing: string) => void;
  readonly end: Effect.Effect<void>;
  /** Says one line on stderr, terminal or not. */
  readonly say: (line: string) => Effect.Effect<void>;
}

const betweenMs = 200;
const clearLine = "\r\u001b[2K";

const timeLeft = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  return seconds >= 60
    ? `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`
    : `${String(seconds)} s`;
};

/** Writes to stderr if that is a terminal. */
export const makeProgress = (stopwatch: StopwatchService): Progress => {
  const terminal = process.stderr.isTTY;
  const begun = stopwatch.now();
  let shown = -betweenMs;
  return {
    show: (share, doing) => {
      const elapsed = stopwatch.now() - begun;
      if (!terminal || elapsed - shown < betweenMs || share <= 0) return;
      shown = elapsed;
      const left = (elapsed / share) * (1 - share);
      process.stderr.write(
        `${clearLine}${String(Math.floor(share * 100))} % · ${doing} · ${timeLeft(left)} left`,
      );
    },
    end: Effect.sync(() => {
      if (terminal) process.stderr.write(clearLine);
    }),
    say: (line) =>
      Effect.sync(() => {
        process.stderr.write(`${terminal ? clearLine : ""}${line}\n`);
      }),
  };
};
