// Whoever trusts the published documents alone can use the parties: each document is valid OpenAPI 3.1, and a client that a
// well-kept generator makes of them type-checks and takes a person from the session to the admission.
// A document with a mistake and a client with a mistake are seen to fail.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Effect, Schema } from "effect";
import openapiTypescript, { astToString } from "openapi-typescript";
import { expect, it } from "vitest";
import { root } from "../../house/source-files.ts";
import { ask } from "../serve/asks.ts";
import { openCarrier } from "../serve/carrier.ts";
import { openTogether, type Together } from "../serve/together.ts";
import { checkInClient } from "./checkinclient.ts";

const run = promisify(execFile);
const decodeDocument = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)),
);

const documentAt = async (url: string) => decodeDocument((await ask({ url: `${url}/openapi.json` })).body);

const validityOf = async (document: Readonly<Record<string, unknown>>) => {
  const validator = new Validator();
  const { valid } = await validator.validate({ ...document });
  return valid ? validator.version : "invalid";
};

const settings = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  },
};

/** What the compiler says about a program beside the generated types; nothing when it is content. */
const compiled = async (folder: string, program: string): Promise<string> => {
  const project = join(folder, `${program}.json`);
  writeFileSync(project, JSON.stringify({ ...settings, files: [`${program}.ts`] }));
  const compiler = join(root, "node_modules", ".bin", "tsc");
  return run(compiler, ["--project", project]).then(
    ({ stdout }) => stdout,
    (failure: unknown) => JSON.stringify(failure),
  );
};

const inFolder = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-client-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const urlsOf = (country: Together, name: string) => country.opened.get(name)?.urls ?? { public: "" };

/** Below this level no pass is issued and no venue is recorded. */
const announceCrisis = async (country: Together) => {
  for (const name of ["custodian", "issuer-1"]) {
    const url = `${country.opened.get(name)?.urls.parties ?? ""}/v1/crisis-level`;
    const identity = country.identities.get("office");
    const { status } = await ask({ url, identity, method: "PUT", body: '{"level":"serious"}' });
    expect(status).toBe(200);
  }
};

it("every listener's document is valid OpenAPI 3.1, and one with a mistake is not", async () => {
  await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(openTogether({ issuers: 1 }), (country) =>
        Effect.promise(async () => {
          const addresses = [...country.opened.values()].flatMap(({ urls }) =>
            urls.parties === undefined ? [urls.public] : [urls.public, urls.parties],
          );
          const documents = await Promise.all(addresses.map(documentAt));
          expect(await Promise.all(documents.map(validityOf))).toEqual(Array(9).fill("3.1"));
          const document = documents[0];
          expect(await validityOf({ ...document, paths: { "/v1": { get: { responses: 7 } } } })).toBe(
            "invalid",
          );
        }),
      ),
    ),
  );
});

it("a client generated from the documents takes a person from the session to the admission", async () => {
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const carrier = yield* openCarrier;
        const country = yield* openTogether({
          issuers: 1,
          settings: ({ party }) => (party === "issuer" ? { sms: carrier.sms } : {}),
        });
        const issuer = urlsOf(country, "issuer-1").public;
        const venue = urlsOf(country, "venue").public;
        yield* Effect.promise(() => announceCrisis(country));
        yield* Effect.promise(() =>
          inFolder(async (folder) => {
            for (const [name, url] of [
              ["issuer", issuer],
              ["venue", venue],
            ] as const) {
              const types = await openapiTypescript((await ask({ url: `${url}/openapi.json` })).body);
              writeFileSync(join(folder, `${name}.d.ts`), astToString(types));
            }
            writeFileSync(join(folder, "checkin.ts"), checkInClient);
            expect(await compiled(folder, "checkin")).toBe("");
            const mistaken = checkInClient.replace('phone: "010-1234-5678"', "phone: 1012345678");
            writeFileSync(join(folder, "mistaken.ts"), mistaken);
            expect(await compiled(folder, "mistaken")).toContain(
              "Type 'number' is not assignable to type 'string'",
            );

            const tsx = pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href;
            const doorKey = readFileSync(join(country.folder, "venue", "door.key"), "utf8").trim();
            const words = ["--import", tsx, join(folder, "checkin.ts"), issuer, venue, carrier.url, doorKey];
            const { stdout } = await run(process.execPath, words);
            expect(stdout).toBe("checked pass-replayed\n");
          }),
        );
      }),
    ),
  );
}, 120_000);
