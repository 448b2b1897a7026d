// Reads the parts of a run.json that the page shows: its manifest and the verdict on each promise.
// draw.ts calls it with what was parsed; other parts of the file are left to the report.
// A file of another form is refused with the path of the field, so that nothing is shown that nobody wrote.
import { Schema } from "effect";
import type { RunData } from "./data.ts";
import { labels } from "./labels.ts";

const Run = Schema.Struct({
  manifest: Schema.Record(Schema.String, Schema.Unknown),
  promises: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      clauses: Schema.Array(Schema.String),
      verdict: Schema.String,
      checked: Schema.Number,
    }),
  ),
});

/** Decodes what was parsed from run.json. */
export const decodeRun = Schema.decodeUnknownEffect(Run);

/** What the page shows of it. */
export const runData = ({ manifest, promises }: typeof Run.Type): RunData => ({
  manifest: Object.entries(manifest).map(([name, value]) => [
    name,
    typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value),
  ]),
  promises: promises.map((promise) => ({ ...promise, name: labels.promise(promise.id) })),
});
