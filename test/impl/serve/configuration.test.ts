// A party that is set wrongly is not started, and is told every mistake at once, each by its file or variable and place.
// What was wrong is never repeated: a value in the wrong place may be a secret. Nothing is opened or made before that.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { ConfigProvider, Effect } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import { ConfigInvalid } from "../../../impl/serve/configinvalid.ts";
import { openParty, readConfiguration } from "../../../impl/serve/opening.ts";

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-configuration-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(join(folder, "peers"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

const right = { party: "board", name: "board", public: { port: 0 }, parties: { port: 0 } };

const mistakesIn = async (
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> => {
  const folder = folderWith(files);
  const failure = await Effect.runPromise(
    Effect.flip(Effect.scoped(openParty(folder, "board"))).pipe(
      Effect.provide(NodeServices.layer),
      Effect.provideService(
        ConfigProvider.ConfigProvider,
        ConfigProvider.fromEnv({ env: { ...environment } }),
      ),
    ),
  );
  // Nothing was made: no vault, no store, no card.
  const made = readdirSync(folder).filter((name) => name !== "peers" && !Object.hasOwn(files, name));
  expect(made).toEqual([]);
  if (!(failure instanceof ConfigInvalid)) throw new Error(`another failure: ${failure.message}`);
  expect(failure.code).toBe("config-invalid");
  return failure.mistakes;
};

const file = (change: object) => ({ "config.json": JSON.stringify({ ...right, ...change }) });

describe("a configuration", () => {
  it("that is missing is told", async () => {
    expect((await mistakesIn({}))[0]).toMatch(/^config\.json: there is no such file in /);
  });

  it("that is no JSON is told", async () => {
    expect(await mistakesIn({ "config.json": "{ party: board" })).toEqual([
      "config.json: Expected well-formed JSON",
    ]);
  });

  it("tells all its mistakes at once, by place and without the values", async () => {
    const mistakes = await mistakesIn(
      file({
        name: "The Board",
        publik: {},
        preset: "2020-08",
        public: { port: 70_000, limits: { bodyBytesMost: 1 } },
        parties: {},
        store: { kind: "postgres", url: "hunter2" },
      }),
    );
    expect(mistakes.map((mistake) => mistake.split(": ").slice(0, 2).join(": "))).toEqual([
      "config.json: publik",
      "config.json: name",
      "config.json: preset",
      "config.json: public.port",
      "config.json: public.limits.bodyBytesMost",
      "config.json: parties.port",
      "config.json: store.url",
    ]);
    expect(mistakes.join()).not.toContain("hunter2");
  });

  it("of another party is told", async () => {
    expect(await mistakesIn(file({ party: "issuer" }))).toEqual([
      "config.json: party: Expected board, because that is what is to be served",
    ]);
  });

  it("with half a certificate is told", async () => {
    expect(await mistakesIn(file({ public: { port: 0, certificateFile: "a.pem" } }))).toEqual([
      "config.json: public: Expected certificateFile and privateKeyFile together, or neither",
    ]);
  });

  it("with variables of the wrong kind tells all of them", async () => {
    expect(
      await mistakesIn(file({}), {
        ENTRYLOG_PUBLIC_PORT: "eighty",
        ENTRYLOG_PARTIES_PORT: "-1",
        ENTRYLOG_SETTINGS: "[",
      }),
    ).toEqual([
      "ENTRYLOG_PUBLIC_PORT: Expected a port number from 0 to 65535",
      "ENTRYLOG_PARTIES_PORT: Expected a port number from 0 to 65535",
      "ENTRYLOG_SETTINGS: Expected a JSON object, laid over `settings`",
    ]);
  });

  it("with cards that cannot be read tells each of them", async () => {
    const mistakes = await mistakesIn({
      ...file({}),
      "peers/custodian.json":
        '{"name":"custodian","kind":"custodian","number":0,"tlsKey":"short","keys":{},"urls":{}}',
      "peers/authority.json": "no card",
    });
    expect(mistakes).toEqual([
      "peers/authority.json: Expected well-formed JSON",
      "peers/custodian.json: tlsKey: Expected 32 bytes, which are 43 letters of base64url",
    ]);
  });

  it("with two cards of one key is refused, because nobody could say who asks", async () => {
    const card = (name: string, kind: string) =>
      JSON.stringify({ name, kind, number: 0, tlsKey: "A".repeat(43), keys: {}, urls: {} });
    expect(
      await mistakesIn({
        ...file({}),
        "peers/authority.json": card("authority", "authority"),
        "peers/custodian.json": card("custodian", "custodian"),
      }),
    ).toEqual(["peers: authority and custodian have one key"]);
  });

  it("has the environment laid over it", async () => {
    const folder = folderWith(file({ settings: { kept: 1, changed: 1 } }));
    const configuration = await Effect.runPromise(
      readConfiguration(folder, "board").pipe(
        Effect.provide(NodeServices.layer),
        Effect.provideService(
          ConfigProvider.ConfigProvider,
          ConfigProvider.fromEnv({
            env: {
              ENTRYLOG_PRESET: "2020-10",
              ENTRYLOG_PUBLIC_PORT: "8080",
              ENTRYLOG_STORE_URL: "postgres://db/entrylog",
              ENTRYLOG_SETTINGS: '{"changed":2}',
            },
          }),
        ),
      ),
    );
    expect(configuration.preset).toBe("2020-10");
    expect(configuration.public.port).toBe(8080);
    expect(configuration.parties.port).toBe(0);
    expect(configuration.store).toEqual({ kind: "postgres", url: "postgres://db/entrylog" });
    expect(configuration.settings).toEqual({ kept: 1, changed: 2 });
  });
});
