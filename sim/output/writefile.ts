// Writes one file of results where it was asked for, in a folder that is made if it is not there.
// Commands whose result is a single file use it; a place that cannot be written is answered by a Stop that names it.
import { Effect, FileSystem, Path } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeFolder } from "../../impl/folder.ts";

const unwritable = (file: string) => (): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "out-unwritable",
    sentence: `Nothing can be written to ${file}.`,
    advice: "Choose another file with --out, or give this process the right to write there.",
  });

/** The folder of the file, so that a place that cannot be had is told before minutes of work and not after. */
export const makeRoomFor = Effect.fnUntraced(function* (file: string) {
  const path = yield* Path.Path;
  yield* Effect.mapError(makeFolder(path.dirname(file)), unwritable(file));
});

export const writeFile = Effect.fnUntraced(function* (file: string, text: string) {
  const files = yield* FileSystem.FileSystem;
  yield* makeRoomFor(file);
  yield* Effect.mapError(files.writeFileString(file, text), unwritable(file));
});
