// The atlas that comes with the product, viz/atlas.html, and the evidence it is drawn from, viz/atlas/evidence.
// `entrylog atlas --check` holds the one to the other, and `--renew` takes over what the last runs on this machine have left.
// Only evidence of the present law is taken over; what a run did not make stays as it was.
import { fileURLToPath } from "node:url";
import { Effect, FileSystem, Option, Path, Schema } from "effect";
import { drawPolicy, pageOf } from "./draw.ts";
import { LawHash } from "../lawhash.ts";
import { evidenceFiles } from "./reading/evidence.ts";
import { Stop } from "../stop.ts";

export const committedEvidence = fileURLToPath(new URL("./evidence", import.meta.url));
export const committedPage = fileURLToPath(new URL("../atlas.html", import.meta.url));

/** How the committed page is drawn: in English first, from the evidence beside it. */
export const committedRequest = { language: "en", evidence: { folder: committedEvidence } } as const;

/** The atlas with the run of this folder in the place of the one that comes along. */
export const drawRun = (run: string, out: string) =>
  drawPolicy({ out, language: "en", evidence: { folder: committedEvidence, run } });

const stale = new Stop({
  code: 11,
  reason: "atlas-stale",
  sentence: "viz/atlas.html is not what the models and viz/atlas/evidence give.",
  advice: "Draw it again with `npm run -s entrylog -- atlas --out viz/atlas.html`.",
});

/** Whether a page is not what would be drawn now. */
export const staleIn = (there: string | undefined, drawn: string): boolean => there !== drawn;

/** Fails where the committed page is not what would be drawn now. */
export const checkCommitted = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem;
  const there = Option.getOrUndefined(yield* Effect.option(files.readFileString(committedPage)));
  if (staleIn(there, yield* pageOf(committedRequest))) return yield* stale;
});

const Hashed = Schema.Struct({
  modelHash: Schema.optionalKey(Schema.String),
  manifest: Schema.optionalKey(Schema.Struct({ modelHash: Schema.String })),
});
const hashIn = (text: string): string | undefined => {
  const found = Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(Hashed))(text));
  return found?.modelHash ?? found?.manifest?.modelHash;
};

/** Takes over what the last runs have left below this folder; answers the files that were taken. */
export const renewEvidence = Effect.fnUntraced(function* (root: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const lawHash = yield* LawHash;
  const taken: string[] = [];
  for (const { file, left } of Object.values(evidenceFiles)) {
    const text = Option.getOrUndefined(yield* Effect.option(files.readFileString(path.join(root, left))));
    const hash = text === undefined ? undefined : hashIn(text);
    if (text === undefined || (hash !== undefined && hash !== lawHash)) continue;
    yield* files.writeFileString(path.join(committedEvidence, file), text);
    taken.push(left);
  }
  return taken;
});
