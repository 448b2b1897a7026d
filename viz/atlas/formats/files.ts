// Several files for documents, written into one folder, which is made if it is not there.
// The formats that have a file a picture use it.
// A folder that cannot be written to is answered with a Stop, and says which.
import { Effect, FileSystem, Path } from "effect";
import { outUnwritable } from "../../stop.ts";

/** The texts of files by their names. */
export type Files = ReadonlyMap<string, string>;

export const writeFiles = Effect.fn("writeFiles")(function* (folder: string, texts: Files) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* Effect.gen(function* () {
    yield* files.makeDirectory(folder, { recursive: true });
    for (const [name, text] of texts) yield* files.writeFileString(path.join(folder, name), text);
  }).pipe(Effect.mapError((error) => outUnwritable("The files", folder, error.message, "folder")));
});
