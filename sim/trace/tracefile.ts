// A file of lines with their sums, only ever appended to and hashed while it is written, from code that cannot wait.
// Lines are gathered into chunks; a full chunk is written in the background. Too many chunks on their way, and the next is written
// while the caller waits: that is the back-pressure. What the disk refuses is told at the next drain, and at the end.
// It refuses text beyond Latin-1, because a trace has none and a byte a character keeps it fast.
import { createHash } from "node:crypto";
import { closeSync, openSync, write, writeSync } from "node:fs";
import { Effect, Schema } from "effect";
import { digitOf, sumAtFirst, sumDigits, summed } from "./line.ts";

/** The trace could not be written. */
export class TraceUnwritable extends Schema.TaggedError<TraceUnwritable>()("TraceUnwritable", {
  file: Schema.String,
  detail: Schema.String,
}) {}

export interface TraceFile {
  /** Appends a line with its sum behind it; answers the sum. */
  readonly append: (text: string) => number;
  /** Waits until everything gathered so far is with the operating system. */
  readonly drain: Effect.Effect<void, TraceUnwritable>;
  /** Drains, closes, and answers the hash of all bytes. */
  readonly end: Effect.Effect<string, TraceUnwritable>;
}

const chunkBytes = 1 << 18;
const chunksOnTheirWayMost = 16;
const tab = 9;
const newline = 10;

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Opens the file anew. */
export const openTraceFile = (file: string): Effect.Effect<TraceFile, TraceUnwritable> =>
  Effect.try({
    try: () => makeTraceFile(file, openSync(file, "w", 0o600)),
    catch: (cause) => new TraceUnwritable({ file, detail: detailOf(cause) }),
  });

const makeTraceFile = (file: string, handle: number): TraceFile => {
  const hash = createHash("sha256");
  let gathered = Buffer.allocUnsafe(chunkBytes);
  let length = 0;
  let sum = sumAtFirst;
  let position = 0;
  let onTheirWay = 0;
  let failed: TraceUnwritable | undefined;
  let arrived: (() => void) | undefined;

  const fail = (cause: unknown): void => {
    failed ??= new TraceUnwritable({ file, detail: detailOf(cause) });
  };

  const writeNow = (bytes: Buffer, at: number): void => {
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(handle, bytes, done, bytes.length - done, at + done);
    } catch (cause) {
      fail(cause);
    }
  };

  const writeBehind = (bytes: Buffer, at: number): void => {
    onTheirWay += 1;
    write(handle, bytes, 0, bytes.length, at, (cause, written) => {
      if (cause !== null) fail(cause);
      else if (written < bytes.length) writeNow(bytes.subarray(written), at + written);
      onTheirWay -= 1;
      if (onTheirWay === 0) arrived?.();
    });
  };

  const flush = (): void => {
    if (length === 0) return;
    const bytes = gathered.subarray(0, length);
    gathered = Buffer.allocUnsafe(chunkBytes);
    length = 0;
    hash.update(bytes);
    const at = position;
    position += bytes.length;
    if (onTheirWay >= chunksOnTheirWayMost) writeNow(bytes, at);
    else writeBehind(bytes, at);
  };

  const drain: Effect.Effect<void, TraceUnwritable> = Effect.callback((resume) => {
    const done = (): void => {
      arrived = undefined;
      resume(failed === undefined ? Effect.void : Effect.fail(failed));
    };
    flush();
    if (onTheirWay === 0) done();
    else arrived = done;
  });

  return {
    append: (text) => {
      const room = text.length + sumDigits + 2;
      if (length + room > gathered.length) {
        flush();
        if (room > gathered.length) gathered = Buffer.allocUnsafe(room);
      }
      const end = length + gathered.write(text, length, "latin1");
      for (let at = length; at < end; at += 1) sum = summed(sum, gathered[at] ?? 0);
      gathered[end] = tab;
      for (let place = 0; place < sumDigits; place += 1) gathered[end + 1 + place] = digitOf(sum, place);
      gathered[end + 1 + sumDigits] = newline;
      length = end + 2 + sumDigits;
      return sum;
    },
    drain,
    end: Effect.ensuring(
      Effect.map(drain, () => hash.digest("hex")),
      Effect.sync(() => {
        closeSync(handle);
      }),
    ),
  };
};
