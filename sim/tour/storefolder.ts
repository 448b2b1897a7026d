// The folder in which the parties of the tour keep their stores: a temporary one that goes when the tour ends, or one to keep.
// A process that ends in the midst, because its reader went away, takes the temporary one with it.
// A folder to keep must be new or empty, so that nothing of anybody is mixed up with the story.
import { rmSync } from "node:fs";
import { Effect, FileSystem, Path } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { makeFolder } from "../../impl/folder.ts";

const refused = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const keptFolder = Effect.fnUntraced(function* (wanted: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const folder = path.resolve(wanted);
  const there = yield* makeFolder(folder, 0o700).pipe(
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

/** Removes a folder when the process ends before the scope does. */
const goingWithTheProcess = (folder: string) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const remove = (): void => rmSync(folder, { recursive: true, force: true });
      process.once("exit", remove);
      return remove;
    }),
    (remove) => Effect.sync(() => void process.off("exit", remove)),
  );

/** The folder for the stores, for as long as the scope is open or for good. */
export const storeFolder = (keep: string | undefined) =>
  keep === undefined ? Effect.tap(passingFolder, goingWithTheProcess) : keptFolder(keep);
