// Writes the atlas: one offline HTML file with the law as diagrams and tables and, if a run is given, its figures and verdicts.
// The command `atlas` and the front door's `start` call it.
// It fails with a Stop where a file has the wrong form or cannot be written, and never leaves half a page behind.
import { Effect, FileSystem, Path, type Schema } from "effect";
import { bundlePage, withData } from "./bundle.ts";
import { lawContent } from "./content.ts";
import { stamp, type AtlasData, type Language } from "./data.ts";
import { decodeRun, runData } from "./run.ts";
import { parseSeries } from "./series.ts";
import { Stop } from "./stop.ts";

export interface AtlasRequest {
  /** Where the HTML file goes. */
  readonly out: string;
  /** The language the page opens in; it can be switched there. */
  readonly language: Language;
  /** A parsed run.json. */
  readonly run?: unknown;
  /** The text of series.csv. */
  readonly series?: string;
}

export interface Drawn {
  readonly out: string;
  readonly bytes: number;
}

const runInvalid = (error: Schema.SchemaError) =>
  new Stop({
    code: 2,
    reason: "run-invalid",
    sentence: `This is not a run.json: ${error.message.replaceAll("\n", " ")}`,
    advice: "Give the file that `entrylog simulate` wrote.",
  });

const seriesInvalid = new Stop({
  code: 2,
  reason: "series-invalid",
  sentence: "The series has no column `day` or no days.",
  advice: "Give the series.csv that `entrylog simulate` wrote.",
});

const outUnwritable = (out: string, why: string) =>
  new Stop({
    code: 2,
    reason: "out-unwritable",
    sentence: `The page cannot be written to ${out}: ${why}`,
    advice: "Choose another file with --out.",
  });

const write = Effect.fnUntraced(function* (out: string, page: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const beside = `${out}.part`;
  const folder = path.dirname(path.resolve(out));
  // One folder and not those above it: the recursive form never returns for some places that hold no folders.
  if (!(yield* files.exists(folder))) yield* files.makeDirectory(folder);
  yield* files.writeFileString(beside, page);
  yield* files.rename(beside, out);
});

/** Draws the policy, and the run if there is one, into one file. */
export const drawPolicy = Effect.fn("drawPolicy")(function* (request: AtlasRequest) {
  const { out, language } = request;
  const run =
    request.run === undefined
      ? undefined
      : runData(yield* decodeRun(request.run).pipe(Effect.mapError(runInvalid)));
  const series = request.series === undefined ? undefined : parseSeries(request.series);
  if (request.series !== undefined && series === undefined) return yield* seriesInvalid;
  const [page, law] = yield* Effect.promise(() => Promise.all([bundlePage(), lawContent()]));
  const data: AtlasData = {
    stamp,
    language,
    ...law,
    ...(run === undefined ? {} : { run }),
    ...(series === undefined ? {} : { series }),
  };
  const html = withData(page, data);
  yield* write(out, html).pipe(Effect.mapError((error) => outUnwritable(out, error.message)));
  const drawn: Drawn = { out, bytes: Buffer.byteLength(html) };
  return drawn;
});
