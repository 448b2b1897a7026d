// A party served through the front door, as people start it: no code of the simulator, the pictures or another party is
// loaded for it, SIGTERM ends it with 0 and Ctrl-C with 130, and it stops in its own words both times.
// What the front door does with commands in general is tested in test/house/door.test.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { root } from "../../house/source-files.ts";
import { freshFolder, frontDoor, processesWith, start, until } from "./processes.ts";

/** Writes down every file of the product that a process loads, when it ends. */
const recorder = (file: string) => `
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
const loaded = [];
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
process.on("exit", () => writeFileSync(${JSON.stringify(file)}, loaded.join("\\n")));
`;

const placesIn = (file: string): readonly string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((url) => url.slice(pathToFileURL(root).href.length).replace(/\?.*$/, ""))
    .filter((place) => /^(models|impl|sim|viz)\//.test(place));

const minutes = 60_000;

describe("a party served through the front door", () => {
  it.each([
    ["SIGTERM", 0],
    ["SIGINT", 130],
  ] as const)("ends at %s with %i, having stopped, and loads itself alone", (signal, code) =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          const words = ["board", "--dir", `${folder}/board`];
          const prepared = yield* start(["prepare", ...words], {}, frontDoor);
          expect(yield* prepared.ended).toBe(0);
          const record = `${folder}/loaded.txt`;
          writeFileSync(`${folder}/recorder.mjs`, recorder(record));
          const served = yield* start(["serve", ...words], {}, [
            ...frontDoor.slice(0, -1),
            "--import",
            `${folder}/recorder.mjs`,
            ...frontDoor.slice(-1),
          ]);
          yield* until(() => served.url("board", "parties") !== "");
          served.signal(signal);
          expect(yield* served.ended).toBe(code);
          expect(served.said()).toMatch(/^board stopped$/m);

          const places = placesIn(record);
          expect(places).toContain("impl/board/main.ts");
          expect(places.filter((place) => /^(sim|viz)\//.test(place))).toEqual([
            "sim/commands.ts",
            "sim/pictures.ts",
            "viz/commands.ts",
            "viz/lawhash.ts",
          ]);
          expect(places.filter((place) => /^impl\/(issuer|venue|custodian|authority)\//.test(place))).toEqual(
            [],
          );
        }),
      ),
    ),
  );

  it(
    "stops all of them at Ctrl-C with 130, and leaves no process behind",
    () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const folder = yield* freshFolder;
            const words = ["serve", "all", "--dir", folder, "--issuers", "1", "--free-ports"];
            const all = yield* start(words, {}, frontDoor);
            yield* until(() => all.said().includes("Everybody runs"));
            all.signal("SIGINT");
            expect(yield* all.ended).toBe(130);
            expect(all.said()).toContain("Everybody stopped.");
            expect(processesWith(folder)).toEqual([]);
          }),
        ),
      ),
    3 * minutes,
  );
});
