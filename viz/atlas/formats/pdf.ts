// The atlas as a PDF: the page itself, printed on A4 by a browser of this machine that shows no window.
// `entrylog atlas --format pdf` writes it; what stands on paper is the page's own business.
// It fails with a Stop where there is no such browser, or where it printed nothing, and leaves no half file behind.
import { pathToFileURL } from "node:url";
import { Effect, FileSystem, Path } from "effect";
import { ChildProcess, ChildProcessSpawner } from "effect/process";
import { drawPolicy, type AtlasRequest } from "../draw.ts";
import { outUnwritable, Stop } from "../../stop.ts";
import { findChromium } from "./chromium.ts";

const failed = (why: string) =>
  new Stop({
    code: 2,
    reason: "pdf-failed",
    sentence: `The browser has printed nothing: ${why.trim().split("\n").at(-1) ?? ""}`,
    advice: "Open the page with `entrylog atlas --open` and print it from the browser.",
  });

/** Root may not use the browser's sandbox; nothing but our own page is opened. */
const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

const quietly = ["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"];

export const writePdf = Effect.fn("writePdf")(function* ({ out, ...request }: AtlasRequest) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const spawner = yield* ChildProcessSpawner.ChildProcessSpawner;
  const chromium = yield* findChromium;
  return yield* Effect.gen(function* () {
    const folder = yield* files
      .makeTempDirectoryScoped({ prefix: "entrylog-atlas-" })
      .pipe(Effect.mapError((error) => outUnwritable("The PDF", out, error.message, "file")));
    const page = path.join(folder, "atlas.html");
    const printed = path.join(folder, "atlas.pdf");
    yield* drawPolicy({ ...request, out: page });
    const said = yield* spawner
      .string(
        ChildProcess.make(chromium, [
          ...quietly,
          ...asRoot(),
          `--user-data-dir=${path.join(folder, "profile")}`,
          `--print-to-pdf=${printed}`,
          `${pathToFileURL(page).href}#lang=${request.language}`,
        ]),
        { includeStderr: true },
      )
      .pipe(Effect.mapError((error) => failed(error.message)));
    if (!(yield* Effect.orElseSucceed(files.exists(printed), () => false))) return yield* failed(said);
    yield* files.makeDirectory(path.dirname(path.resolve(out)), { recursive: true }).pipe(
      Effect.andThen(files.copyFile(printed, out)),
      Effect.mapError((error) => outUnwritable("The PDF", out, error.message, "file")),
    );
  }).pipe(Effect.scoped);
});
