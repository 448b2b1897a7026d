// Finds a scenario: a file by its path, or one that comes with the program by its name.
// A name that is neither is answered with the names there are.
import { Effect, FileSystem, Path } from "effect";
import { fileURLToPath } from "node:url";
import { exitCodes, Stop } from "../impl/exit.ts";

const folder = fileURLToPath(new URL("scenarios", import.meta.url));

export const findScenario = Effect.fnUntraced(function* (asked: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const names = (yield* Effect.orDie(files.readDirectory(folder)))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .toSorted();
  const file = names.includes(asked) ? path.join(folder, `${asked}.json`) : asked;
  const text = yield* Effect.mapError(
    files.readFileString(file),
    () =>
      new Stop({
        code: exitCodes.usage,
        reason: "scenario-unreadable",
        sentence: `There is no scenario ${asked}, and no file of that name can be read.`,
        advice: `Give the path of a JSON file, or one of the names: ${names.join(", ")}.`,
      }),
  );
  return { source: file === asked ? asked : `The scenario ${asked}`, text };
});
