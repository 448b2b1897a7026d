// A real board for a suite, opened as `serve board` opens it, on free ports, in a folder of its own with the files of its source.
// It is open for as long as the suite lasts. Nobody else is there: a board works alone.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Logger, Scope } from "effect";
import { afterAll, beforeAll } from "vitest";
import { openParty } from "../../../impl/serve/opening.ts";
import { prepareParty, writeConfiguration } from "../../../impl/serve/prepare.ts";
import { ask, type Question } from "../serve/asks.ts";
import { freshFolder } from "../store/freshfolder.ts";

export interface ServedBoard {
  /** Of its public listener, without a slash at its end. */
  readonly url: () => string;
  readonly folder: string;
  readonly ask: (path: string, more?: Partial<Question>) => ReturnType<typeof ask>;
}

const opened = (folder: string, settings: Readonly<Record<string, unknown>>) =>
  Effect.gen(function* () {
    yield* writeConfiguration(folder, {
      party: "board",
      name: "board",
      public: { port: 0 },
      parties: { port: 0 },
      durability: "normal",
      settings,
    });
    yield* prepareParty(folder, "board");
    return yield* openParty(folder, "board");
  }).pipe(Effect.provide(NodeServices.layer, { local: true }), Effect.provide(Logger.layer([])));

/** What whoever starts a board with these settings is told. */
export const refusalOf = (settings: Readonly<Record<string, unknown>>): Promise<string> =>
  Effect.runPromise(
    Effect.scoped(opened(freshFolder(), settings)).pipe(
      Effect.match({
        onSuccess: () => "it opened",
        onFailure: (failure) => ("message" in failure ? failure.message : ""),
      }),
    ),
  );

export const serveBoard = (
  settings: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): ServedBoard => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-board-"));
  const scope = Effect.runSync(Scope.make());
  let url = "";
  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { urls } = await Effect.runPromise(
      Effect.provideService(opened(folder, settings), Scope.Scope, scope),
    );
    url = urls.public;
    if ("feed" in settings) {
      // It opens without waiting for its source.
      const hasRead = async (): Promise<void> => {
        const { body } = await ask({ url: `${url}/v1/board` });
        if (body.includes('"readAtMs":null,"trouble":null')) await hasRead();
      };
      await hasRead();
    }
  });
  afterAll(async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void));
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: () => url, folder, ask: (path, more = {}) => ask({ url: `${url}${path}`, ...more }) };
};
