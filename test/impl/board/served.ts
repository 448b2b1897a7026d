// A real board for a suite, opened as `serve board` opens it, on free ports, in a folder of its own with the files of its source.
// It is open for as long as the suite lasts. Nobody else is there: a board works alone.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeServices } from "@effect/platform-node";
import { Effect, Exit, Logger, Scope } from "effect";
import { afterAll, beforeAll } from "vitest";
import { openParty } from "../../../impl/serve/opening.ts";
import { prepareParty, writeConfiguration } from "../../../impl/serve/prepare.ts";
import { ask, type Question } from "../serve/asks.ts";

export interface ServedBoard {
  /** Of its public listener, without a slash at its end. */
  readonly url: () => string;
  readonly folder: string;
  readonly ask: (path: string, more?: Partial<Question>) => ReturnType<typeof ask>;
}

export const serveBoard = (
  settings: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): ServedBoard => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-board-"));
  const scope = Effect.runSync(Scope.make());
  let url = "";
  beforeAll(async () => {
    await Effect.runPromise(
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
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        url = (yield* openParty(folder, "board")).urls.public;
      }).pipe(
        Effect.provideService(Scope.Scope, scope),
        Effect.provide(NodeServices.layer, { local: true }),
        Effect.provide(Logger.layer([])),
      ),
    );
    if ("feed" in settings) {
      // It opens without waiting for its source.
      let hasRead = false;
      const look = async () => {
        const { body } = await ask({ url: `${url}/v1/board` });
        hasRead = !body.includes('"readAtMs":null,"trouble":null');
      };
      while (!hasRead) await look();
    }
  });
  afterAll(async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void));
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: () => url, folder, ask: (path, more = {}) => ask({ url: `${url}${path}`, ...more }) };
};
