/**
 * Writes what the law gives into impl/generated/, or says which files there differ from it.
 * CI and `npm start` ask for the comparison; only a person who changed the law writes.
 */
import { Effect, FileSystem, Path } from "effect";
import { generateAll, type Generated } from "./generate.ts";
import { exitCodes, Stop } from "../exit.ts";

const lawRefused = (place: string, reason: string, advice: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "law-refused",
    sentence: `The linter refuses the law at ${place}: ${reason}`,
    advice,
  });

/** What the law gives now; a law that the linter refuses ends the command with its first finding. */
export const current = Effect.gen(function* () {
  const generated = yield* Effect.promise(() => generateAll());
  if ("files" in generated) return generated;
  const [first] = generated;
  return yield* lawRefused(first?.place ?? "", first?.reason ?? "", first?.advice ?? "");
});

/** The files that differ, are missing, or are left over, by path below the folder. */
export const staleFiles = Effect.fnUntraced(function* (folder: string, generated: Generated) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const there = (yield* files.exists(folder)) ? yield* files.readDirectory(folder, { recursive: true }) : [];
  const leftOver = there.filter(
    (name) => /\.(ts|mmd|scxml|pml|qnt)$/.test(name) && !generated.files.has(name),
  );
  const differing = yield* Effect.filter([...generated.files], ([name, text]) =>
    Effect.map(
      Effect.orElseSucceed(files.readFileString(path.join(folder, name)), () => ""),
      (found) => found !== text,
    ),
  );
  return [...differing.map(([name]) => name), ...leftOver].toSorted();
});

/** Writes every file that differs and removes what is left over; answers the paths it touched. */
export const writeFiles = Effect.fnUntraced(function* (folder: string, generated: Generated) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const stale = yield* staleFiles(folder, generated);
  for (const name of stale) {
    const text = generated.files.get(name);
    const target = path.join(folder, name);
    if (text === undefined) yield* files.remove(target);
    else {
      yield* files.makeDirectory(path.dirname(target), { recursive: true });
      yield* files.writeFileString(target, text);
    }
  }
  return stale;
});
