// Reads run.json from the folder of a run, for commands that compare runs or make one again.
// A folder without one, a file that is cut short, and one of another version are refused with a sentence.
// It judges nothing of what stands there.
import { Effect, FileSystem, Option, Path, Schema } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { Run } from "./run.ts";

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Run));

const refused = (reason: string, sentence: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason,
    sentence,
    advice: "Give the folder of a run: what `entrylog simulate` wrote into.",
  });

/** Whether there is a folder at this place, and no file. */
export const isFolder = Effect.fnUntraced(function* (place: string) {
  const files = yield* FileSystem.FileSystem;
  return yield* files.stat(place).pipe(
    Effect.map(({ type }) => type === "Directory"),
    Effect.orElseSucceed(() => false),
  );
});

export const readRun = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const file = path.join(folder, "run.json");
  const text = yield* Effect.mapError(files.readFileString(file), () =>
    refused("run-missing", `${file} cannot be read.`),
  );
  return yield* Option.match(decode(text), {
    onNone: () =>
      Effect.fail(
        refused("run-invalid", `${file} is no run.json of this program: cut short, or of another version.`),
      ),
    onSome: Effect.succeed,
  });
});
