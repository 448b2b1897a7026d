// What `entrylog serve` starts has the machine's clock and no other: no word of its command line, no variable and no setting names one,
// and nothing that the service is made of could make one. Only the demonstration and tests have a clock that can be set.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { checkConfiguration } from "../../../impl/serve/configuration.ts";
import { ConfigInvalid } from "../../../impl/serve/configinvalid.ts";
import { variables } from "../../../impl/serve/environment.ts";
import { freshFolder, start } from "./processes.ts";

const impl = fileURLToPath(new URL("../../../impl", import.meta.url));

const said = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const folder = yield* freshFolder;
        const party = yield* start([...words, "--dir", folder], environment);
        const code = yield* party.ended;
        return { code, said: party.said() };
      }),
    ),
  );

const board = { party: "board", name: "board", public: { port: 0 }, parties: { port: 0 } };

describe("serve", () => {
  it("has these flags, and none for a clock", { timeout: 30_000 }, async () => {
    const help = await said(["serve", "--help"]);
    const flags = [...help.said.matchAll(/^\s+(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
    expect(
      flags.filter((flag) => !["help", "version", "completions", "log-level", "wizard"].includes(flag ?? "")),
    ).toEqual(["dir", "issuers", "preset", "free-ports", "store-url", "cluster", "until-input-ends"]);
    const refused = await said(["serve", "board", "--clock-ahead", "1"]);
    expect([refused.code, refused.said.includes("clock-ahead")]).toEqual([2, true]);
  });

  it("reads these variables, and none for a clock", () => {
    expect(variables.map(({ place }) => place.join("."))).toEqual([
      "preset",
      "public.host",
      "public.port",
      "parties.host",
      "parties.port",
      "cluster.host",
      "cluster.port",
      "store.url",
      "store.schema",
      "telemetry.otlpUrl",
      "settings",
    ]);
  });

  it("refuses a configuration with a clock, at the top and under what a listener or store may have", async () => {
    const mistakesOf = async (more: object) => {
      const failure = await Effect.runPromise(Effect.flip(checkConfiguration({ ...board, ...more })));
      return failure instanceof ConfigInvalid ? failure.mistakes : [];
    };
    expect(await Effect.runPromise(checkConfiguration(board))).toMatchObject({ party: "board" });
    expect(await mistakesOf({ clock: { aheadMs: 1 } })).toEqual([expect.stringMatching(/clock: /)]);
    expect(await mistakesOf({ public: { port: 0, aheadMs: 1 } })).toEqual([
      expect.stringMatching(/aheadMs: /),
    ]);
  });

  it("refuses a setting of a party with a clock", { timeout: 30_000 }, () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          const settings = JSON.stringify({ clockAheadMs: 1 });
          yield* (yield* start(["prepare", "board", "--dir", folder, "--settings", settings])).ended;
          const party = yield* start(["serve", "board", "--dir", folder]);
          expect(yield* party.ended).toBe(2);
          expect(party.said()).toContain("settings.clockAheadMs");
        }),
      ),
    ),
  );

  it("is made of no file that provides a clock", () => {
    const providing = readdirSync(impl, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => {
        const text = readFileSync(join(impl, file), "utf8");
        return /Clock\.Clock\b|TestClock|settableclock|Date\.prototype|defineProperty\(Date/.test(text);
      });
    expect(providing).toEqual([]);
  });
});
