// The folder in which the parties of the tour keep their stores: a temporary one that goes when the tour ends, or one to keep.
// A folder to keep must be new or empty, so that nothing of anybody is mixed up with the story.
import { Effect, FileSystem, Path } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";

const refused = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const keptFolder = Effect.fnUntraced(function* (wanted: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const folder = path.resolve(wanted);
  const there = yield* files.makeDirectory(folder, { recursive: true, mode: 0o700 }).pipe(
    Effect.andThen(files.access(folder, { writable: true })),
    Effect.andThen(files.readDirectory(folder)),
    Effect.mapError(() =>
      refused(
        "keep-unwritable",
        `The parties' files cannot be kept in ${wanted}.`,
        "Name a folder with --keep that can be made and written.",
      ),
    ),
  );
  if (there.length > 0)
    return yield* refused(
      "keep-occupied",
      `The folder ${wanted} is not empty.`,
      "Name a new or an empty folder with --keep.",
    );
  return folder;
});

const passingFolder = Effect.flatMap(FileSystem.FileSystem, (files) =>
  Effect.mapError(files.makeTempDirectoryScoped({ prefix: "entrylog-tour-" }), () =>
    refused(
      "temporary-unwritable",
      "No temporary folder can be made for the parties' files.",
      "Set TMPDIR to a folder that can be written, or name one with --keep.",
    ),
  ),
);

/** The folder for the stores, for as long as the scope is open or for good. */
export const storeFolder = (keep: string | undefined) =>
  keep === undefined ? passingFolder : keptFolder(keep);
