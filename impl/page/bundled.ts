// The files of a page, made at most once for each state of the sources and kept beside what runs write.
// A party asks for them when it starts: the first start takes a second or two more, and every other one reads them.
// A kept file that cannot be read is made again; a page that cannot be made stops the start, with the reason.
import { mkdirSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
  new PageUnmade({ detail: cause instanceof Error ? cause.message : String(cause) });

const attempt = <A>(calls: () => A): Effect.Effect<A, PageUnmade> =>
  Effect.try({ try: calls, catch: unmade });

/** `impl/board/page/` is kept as `board-page-<state>.json`. */
const fileOf = (folder: URL): string => {
  const place = fileURLToPath(folder);
  return join(kept, `${basename(dirname(place))}-${basename(place)}-${stateOfSources(folder)}.json`);
};

export const bundled = Effect.fnUntraced(function* (folder: URL): Effect.fn.Return<Bundle, PageUnmade> {
  const file = yield* attempt(() => fileOf(folder));
  const found = yield* attempt(() => (existsSync(file) ? decode(readFileSync(file, "utf8")) : Option.none()));
  if (Option.isSome(found)) return found.value;
  const files = yield* Effect.tryPromise({
    try: async () => (await import("./bundling.ts")).bundlePage(folder),
    catch: unmade,
  });
  yield* attempt(() => {
    mkdirSync(kept, { recursive: true });
    // Whole or not at all: another process of the same party may be reading it.
    const part = `${file}.${String(process.pid)}.part`;
    writeFileSync(part, encode(files));
    renameSync(part, file);
  });
  return files;
});
