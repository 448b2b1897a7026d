/**
 * Loaded before a server (`node --import test/conform/planting.ts entrylog.ts …`): plants one mistake in the module graph of that process,
 * changing no file. `PLANT` says it as JSON: a file, an exact text that it must hold, and what becomes of it.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { Schema } from "effect";

const Plant = Schema.fromJsonString(
  Schema.Struct({ file: Schema.String, from: Schema.String, to: Schema.String }),
);
const { file, from, to } = Schema.decodeUnknownSync(Plant)(process.env["PLANT"]);
const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
const source = readFileSync(path, "utf8");
if (!source.includes(from)) throw new Error(`${file} does not say: ${from}`);

registerHooks({
  load: (url, context, next) =>
    url.startsWith("file:") && fileURLToPath(url) === path
      ? { ...next(url, context), source: source.replaceAll(from, () => to) }
      : next(url, context),
});
