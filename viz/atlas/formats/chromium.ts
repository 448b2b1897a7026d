// A browser on this machine that can print a page onto paper without showing it: Chromium, Chrome or Edge, by their usual names.
// The PDF format asks for it; the atlas needs none for anything else.
// Where there is none it says so, and how to print without it.
import { Config, Effect, FileSystem, Path } from "effect";
import { Stop } from "../../stop.ts";

const programs = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome.exe",
  "msedge.exe",
];
/** Where they lie when they are not on the PATH. */
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const missing = new Stop({
  code: 2,
  reason: "chromium-missing",
  sentence: "No Chromium, Chrome or Edge was found that could print the atlas into a PDF.",
  advice: "Open the page with `entrylog atlas --open` and print it from the browser, or install chromium.",
});

/** The path of the first that is there. */
export const findChromium = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const folders = (yield* Config.String("PATH").pipe(Effect.orElseSucceed(() => ""))).split(
    path.sep === "\\" ? ";" : ":",
  );
  const candidates = folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  for (const candidate of [...candidates, ...elsewhere])
    if (yield* Effect.orElseSucceed(files.exists(candidate), () => false)) return candidate;
  return yield* missing;
});
