// Replays a witness trace from its file, chunk by chunk, and answers the hash of its bytes and how many lines it holds.
// The hash is the trace's name in run.json; that it is the right one is for the caller to compare. Of a compressed file it is
// that of what was compressed.
// It keeps nothing of the file, and refuses one that cannot be read in the same way as one that is wrong.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import { TraceRefused, type Fault } from "./fault.ts";
import type { TraceHeader } from "./line.ts";
import { makeReplay, type Replay, type ReplayOptions } from "./replay.ts";
import { isDamage, traceBytes } from "./tracebytes.ts";

export interface ReplayedFile {
  readonly lines: number;
  readonly hash: string;
  readonly header: TraceHeader | undefined;
}

export interface ReplayFileOptions extends ReplayOptions {
  readonly file: string;
  /** Told now and then how many bytes were read, and of how many. */
  readonly progress?: (read: number, of: number) => void;
}

/** No line of a trace is nearly as long. */
const lineMost = 1 << 22;

const notWhole =
  "This line is not whole: the trace breaks off in it, or something was written behind its end.";

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Feeds all whole lines of a text; answers what is left of it, or the fault. */
const feedLines = (replay: Replay, text: string): string | Fault => {
  let from = 0;
  for (;;) {
    const end = text.indexOf("\n", from);
    const isEndless = end < 0 && text.length - from > lineMost;
    if (end < 0 && !isEndless) return text.slice(from);
    const fault = replay.feed(text.slice(from, isEndless ? text.length : end));
    if (fault !== undefined) return fault;
    from = end + 1;
  }
};

const read = async ({ file, progress, ...options }: ReplayFileOptions): Promise<ReplayedFile | Fault> => {
  const replay = makeReplay(options);
  const hash = createHash("sha256");
  let left = "";
  try {
    for await (const bytes of traceBytes(file, progress)) {
      hash.update(bytes);
      const rest = feedLines(replay, left + bytes.toString("latin1"));
      if (typeof rest !== "string") return rest;
      left = rest;
    }
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    return { line: replay.taken() + 1, sentence: `What was compressed is damaged: ${detailOf(cause)}.` };
  }
  const fault = left === "" ? replay.end() : { line: replay.taken() + 1, sentence: notWhole };
  return fault ?? { lines: replay.lines(), hash: hash.digest("hex"), header: replay.header() };
};

/** Replays the whole file, or fails with the first thing that is wrong with it. */
export const replayFile = Effect.fnUntraced(function* (options: ReplayFileOptions) {
  const refused = (fault: Fault): TraceRefused => new TraceRefused({ place: options.file, ...fault });
  const done = yield* Effect.tryPromise({
    try: () => read(options),
    catch: (cause) => refused({ line: 0, sentence: `The trace cannot be read: ${detailOf(cause)}` }),
  });
  if ("sentence" in done) return yield* refused(done);
  return done;
});
