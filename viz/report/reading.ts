// Reads run.json from the folder of a run, for the report, which is drawn from what is decoded here and from nothing else.
// A file that is cut short, of another version or of another kind is refused with a sentence, and nothing of it is shown.
import { Effect, FileSystem, Option, Path, Schema } from "effect";
import { Stop } from "../stop.ts";
import { RunReported, runVersion } from "./form.ts";

const Versioned = Schema.Struct({ schemaVersion: Schema.Int, manifest: Schema.Unknown });

const refused = (reason: string, sentence: string): Stop =>
  new Stop({
    code: 2,
    reason,
    sentence,
    advice:
      "Give the folder of a run: what `entrylog simulate` wrote into, below .entrylog unless --out said otherwise.",
  });

const asJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown));
const asVersioned = Schema.decodeUnknownOption(Versioned);

/** Reads the text of a run.json; the file is named in what is said of its mistakes. */
export const decodeRun = Effect.fnUntraced(function* (text: string, file: string) {
  const json = asJson(text);
  if (Option.isNone(json))
    return yield* refused(
      "run-cut",
      `${file} is cut short, or it is no JSON: a run that was killed may leave such a file.`,
    );
  const versioned = Option.getOrUndefined(asVersioned(json.value));
  if (versioned === undefined)
    return yield* refused("run-other", `${file} is no run.json: it has no manifest of a run.`);
  if (versioned.schemaVersion !== runVersion)
    return yield* refused(
      "run-version",
      `${file} is a run.json of version ${versioned.schemaVersion}, and this program reads version ${runVersion}: run the scenario again.`,
    );
  return yield* Schema.decodeUnknownEffect(RunReported)(json.value).pipe(
    Effect.mapError(({ message }) =>
      refused("run-invalid", `${file} is not what this program writes: ${message.replaceAll(/\s+/g, " ")}`),
    ),
  );
});

/** The run of a folder. */
export const readRun = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const file = path.join(folder, "run.json");
  const text = yield* Effect.mapError(files.readFileString(file), ({ message }) =>
    refused("run-missing", `${file} cannot be read: ${message}`),
  );
  return yield* decodeRun(text, file);
});
