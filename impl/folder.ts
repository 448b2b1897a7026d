// Makes a folder and those above it, one at a time, where a person named the place.
// The recursive form of Node never returns for some places that hold no folders (such as /proc); this one fails at once.
// A folder that is there already is left as it is.
import { Effect, FileSystem, Path, type PlatformError } from "effect";

export const makeFolder: (
  folder: string,
  mode?: number,
) => Effect.Effect<void, PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> = Effect.fnUntraced(
  function* (folder: string, mode = 0o777) {
    const files = yield* FileSystem.FileSystem;
    const path = yield* Path.Path;
    const missing: string[] = [];
    for (let place = path.resolve(folder); !(yield* files.exists(place)); place = path.dirname(place))
      missing.unshift(place);
    for (const place of missing) yield* files.makeDirectory(place, { mode });
  },
);
