// Writes one page where it was asked for, beside its place first, so that half a page is never left there.
// Atlas and report are written with it; a place that cannot be written is answered with a Stop that names it.
// It makes one folder and not those above it: the recursive form never returns for some places that hold no folders.
import { Effect, FileSystem, Path } from "effect";
import { outUnwritable } from "./stop.ts";

/** Answers how many bytes the page has. */
export const writePage = Effect.fn("writePage")(function* (what: string, out: string, page: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const beside = `${out}.part`;
  const folder = path.dirname(path.resolve(out));
  yield* Effect.gen(function* () {
    if (!(yield* files.exists(folder))) yield* files.makeDirectory(folder);
    yield* files.writeFileString(beside, page);
    yield* files.rename(beside, out);
  }).pipe(Effect.mapError((error) => outUnwritable(what, out, error.message, "file")));
  return Buffer.byteLength(page);
});
