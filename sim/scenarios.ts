// Finds a scenario: a file by its path, or one that comes with the program by its name.
// A name that is neither is answered with the names there are; the texts of these go along, for scenarios that are like them.
import { Effect, FileSystem, Path } from "effect";
import { fileURLToPath } from "node:url";
import { exitCodes, Stop } from "../impl/exit.ts";

const folder = fileURLToPath(new URL("scenarios", import.meta.url));
const ending = ".json";

/** What a folder for a scenario's results is called: the name of its file, or its own. */
export const nameOf = (scenario: string): string =>
  scenario
    .replace(/^.*[/\\]/, "")
    .replace(/\.(json|yaml|yml)$/, "")
    .replaceAll(/[^A-Za-z0-9-]+/g, "-") || "scenario";

export const findScenario = Effect.fnUntraced(function* (asked: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const names = (yield* Effect.orDie(files.readDirectory(folder)))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .toSorted();
  const texts = yield* Effect.forEach(names, (name) =>
    Effect.orDie(files.readFileString(path.join(folder, `${name}${ending}`))),
  );
  const shipped = new Map(names.map((name, index) => [name, texts[index] ?? ""] as const));
  const own = shipped.get(asked);
  if (own !== undefined) return { source: `The scenario ${asked}`, text: own, shipped };
  const text = yield* Effect.mapError(
    files.readFileString(asked),
    () =>
      new Stop({
        code: exitCodes.usage,
        reason: "scenario-unreadable",
        sentence: `There is no scenario ${asked}, and no file of that name can be read.`,
        advice: `Give the path of a JSON or YAML file, or one of the names: ${names.join(", ")}.`,
      }),
  );
  return { source: asked, text, shipped };
});
