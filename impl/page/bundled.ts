// The files of a page, made at most once for each state of the sources and kept beside what runs write.
// They are made when a party is prepared, or when it starts and its sources have changed, which takes a second or two more.
// A kept file that cannot be read is made again; a page that cannot be made stops the start, with the reason.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { Effect, Option, Schema } from "effect";
import type { Bundle } from "./bundling.ts";
import { stateOfSources } from "./sources.ts";

const kept = fileURLToPath(new URL("../../.entrylog/pages/", import.meta.url));

const Kept = Schema.fromJsonString(Schema.Record(Schema.String, Schema.String));
const decode = Schema.decodeUnknownOption(Kept);
const encode = Schema.encodeSync(Kept);

/** The page has no files, so its party has nothing to show. */
export class PageUnmade extends Schema.TaggedError<PageUnmade>()("PageUnmade", { detail: Schema.String }) {
  readonly code = "page-unmade";

  override get message(): string {
    return `The page of this party could not be made: ${this.detail}`;
  }
}

const unmade = (cause: unknown): PageUnmade =>
  new PageUnmade({
    detail: stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause)),
  });

const attempt = <A>(calls: () => A): Effect.Effect<A, PageUnmade> =>
  Effect.try({ try: calls, catch: unmade });

interface Place {
  readonly page: string;
  readonly file: string;
}

/** `impl/board/page/` is kept as `board-page-<state>.json`. */
const placeOf = (folder: URL): Place => {
  const place = fileURLToPath(folder);
  const page = `${basename(dirname(place))}-${basename(place)}-`;
  return { page, file: join(kept, `${page}${stateOfSources(folder)}.json`) };
};

/** Whole or not at all: another process of the same party may be reading it. What earlier sources made goes. */
const keep = ({ page, file }: Place, files: Bundle): void => {
  mkdirSync(kept, { recursive: true });
  const part = `${file}.${String(process.pid)}.part`;
  writeFileSync(part, encode(files));
  renameSync(part, file);
  for (const name of readdirSync(kept))
    if (name.startsWith(page) && name.endsWith(".json") && name !== basename(file))
      rmSync(join(kept, name), { force: true });
};

export const bundled = Effect.fnUntraced(function* (folder: URL): Effect.fn.Return<Bundle, PageUnmade> {
  const place = yield* attempt(() => placeOf(folder));
  const found = yield* attempt(() =>
    existsSync(place.file) ? decode(readFileSync(place.file, "utf8")) : Option.none(),
  );
  if (Option.isSome(found)) return found.value;
  const files = yield* Effect.tryPromise({
    try: async () => (await import("./bundling.ts")).bundlePage(folder),
    catch: unmade,
  });
  yield* attempt(() => keep(place, files));
  return files;
});
