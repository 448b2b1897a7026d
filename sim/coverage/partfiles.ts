// Where the parts of coverage lie, and the whole that is made of them: `.entrylog/ci/coverage/` holds a file for each file of tests,
// each run of the simulator leaves one in its own folder, and `.entrylog/coverage.json` is the whole.
// Parts of another law, and files that are none, are left out and named.
import { Effect, FileSystem, Option, Path } from "effect";
import { makeFolder } from "../../impl/folder.ts";
import { encodeCoverage, readPart, type Coverage, type CoveragePart } from "../results/coverage.ts";

export const partFolder = ".entrylog/ci/coverage";
export const wholeFile = ".entrylog/coverage.json";
/** In the folder of a run. */
export const partOfRun = "coverage.json";

export interface FoundParts {
  readonly parts: readonly CoveragePart[];
  /** Files whose part is of another law, or none. */
  readonly leftOut: readonly string[];
}

/** Every part below this folder that belongs to the law of this hash. */
export const findParts = Effect.fnUntraced(function* (root: string, modelHash: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const namesIn = (folder: string) =>
    Effect.orElseSucceed(files.readDirectory(path.join(root, folder)), (): readonly string[] => []);
  const ofTests = (yield* namesIn(partFolder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => path.join(partFolder, name));
  const ofRuns = (yield* namesIn(".entrylog")).map((name) => path.join(".entrylog", name, partOfRun));
  const parts: CoveragePart[] = [];
  const leftOut: string[] = [];
  for (const file of [...ofTests.toSorted(), ...ofRuns.toSorted()]) {
    const text = yield* Effect.option(files.readFileString(path.join(root, file)));
    if (Option.isNone(text) || file === path.join(".entrylog", "ci", partOfRun)) continue;
    const part = Option.getOrUndefined(readPart(text.value));
    if (part?.modelHash === modelHash) parts.push(part);
    else leftOut.push(file);
  }
  return { parts, leftOut } satisfies FoundParts;
});

/** Writes the whole where pictures and scripts look for it. */
export const writeWhole = Effect.fnUntraced(function* (root: string, coverage: Coverage) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* makeFolder(path.join(root, ".entrylog"));
  yield* files.writeFileString(path.join(root, wholeFile), encodeCoverage(coverage));
});
