// The folder a run writes into, looked at before the run begins: it must be ours or empty, writable, and have room.
// An earlier run's files in it are replaced; anything else is left alone and the run refused.
// What a run has written stays, finished or not.
import { Effect, FileSystem, Path } from "effect";
import { statfs } from "node:fs/promises";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeFolder } from "../../impl/folder.ts";
import { claim, markerName } from "./claim.ts";

const refused = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const unwritable = (out: string, detail: string): Stop =>
  refused(
    "out-unwritable",
    `Nothing can be written into ${out}: ${detail}.`,
    "Choose another folder with --out, or give this process the right to write there.",
  );

/** What went wrong, in the words of the operating system and without its stack. */
const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/^.*?: /, "") : "it refused";

/** Makes the folder ready, with room for so many bytes; answers its absolute path. */
export const prepareOut = Effect.fnUntraced(function* (wanted: string, bytesNeeded: number) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const out = path.resolve(wanted);
  const failing = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Stop, R> =>
    Effect.mapError(effect, (error) => unwritable(wanted, detailOf(error)));

  yield* failing(makeFolder(out));
  const there = yield* failing(files.readDirectory(out));
  const marker = path.join(out, markerName);
  if (there.length > 0 && !there.includes(markerName))
    return yield* refused(
      "out-occupied",
      `The folder ${wanted} holds files that no run has written.`,
      "Choose an empty folder with --out, or empty this one yourself.",
    );
  yield* failing(claim(marker));
  for (const name of there)
    if (name !== markerName) yield* failing(files.remove(path.join(out, name), { recursive: true }));
  const disk = yield* Effect.promise(() => statfs(out));
  if (disk.bavail * disk.bsize < bytesNeeded)
    return yield* refused(
      "out-full",
      `The run needs about ${String(Math.ceil(bytesNeeded / 1e6))} MB in ${wanted}, and the disk has ${String(Math.floor((disk.bavail * disk.bsize) / 1e6))} MB left.`,
      "Free some space, choose another folder with --out, or run fewer people with --people.",
    );
  return out;
});
