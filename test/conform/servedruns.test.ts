// Model runs over HTTP: fast-check draws commands from a lifecycle and drives the plain reading and real served parties with them, on both
// stores; and a fault in the code of a server is found, shrunk to what it takes, and told with all that repeats it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineOf } from "../../models/machines.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import type { SystemUnderTest } from "../../sim/conform/contract.ts";
import { makeServed } from "../../sim/conform/harness/served.ts";
import { httpSystem } from "../../sim/conform/httpsystem.ts";
import { postgresPrograms, startPostgres, type PostgresServer } from "../../sim/postgres/server.ts";
import { start, until } from "../impl/serve/processes.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { keptCases } from "./keptcases.ts";
import { modelRun } from "./modelrun.ts";
import { plantedFaults } from "./plantedfaults.ts";

const full = process.env["FULL_TESTS"] === "1";
const numRuns = full ? 60 : 2;
const programs = postgresPrograms();
const house = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const machines = ["consent", "verification", "pass", "visit", "day", "crisis", "disclosure"];

const lifecycle = (id: string): Lifecycle => {
  const machine = machineOf(id);
  if (machine === undefined) throw new Error(`there is no machine ${id}`);
  return machine;
};

const folder = mkdtempSync(join(tmpdir(), "entrylog-servedruns-"));
const scope = Effect.runSync(Scope.make());
let postgres: PostgresServer | undefined;
const open = (storeUrl: string | undefined): Promise<SystemUnderTest> =>
  Effect.runPromise(
    makeServed({ folder: mkdtempSync(join(folder, "country-")), storeUrl }).pipe(
      Scope.provide(scope),
      Effect.provide(NodeServices.layer),
    ),
  );

beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
}, 60_000);
afterAll(async () => {
  await Effect.runPromise(Scope.close(scope, Exit.void));
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const stores = programs === undefined ? ["SQLite"] : ["SQLite", "PostgreSQL"];
const urlOf = (store: string): string | undefined => (store === "PostgreSQL" ? postgres?.url : undefined);

describe.for(stores)("a random run of commands over HTTP, on %s", (store) => {
  let system: SystemUnderTest | undefined;
  beforeAll(async () => {
    system = await open(urlOf(store));
  }, 60_000);

  it.for(machines)("finds no difference in %s", { timeout: 600_000 }, async (id) => {
    if (system === undefined) throw new Error("the parties are not open");
    await modelRun(lifecycle(id), "2020-07", system, { numRuns, keptIn: freshFolder() });
  });

  it("finds a fault in a server's code, and shrinks it", { timeout: 240_000 }, async () => {
    const fault = plantedFaults.find(({ file }) => file.endsWith("core/crisis.ts"));
    const keptIn = freshFolder();
    const storeUrl = urlOf(store);
    const failure = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const server = yield* start(
            [
              "conform-server",
              "--until-input-ends",
              ...(storeUrl === undefined ? [] : ["--store-url", storeUrl]),
            ],
            { PLANT: JSON.stringify(fault) },
            ["--import", house("test/conform/planting.ts"), house("entrylog.ts")],
          );
          const named = /conform-server (http:\S+)/;
          yield* until(() => named.test(server.said()));
          const real = httpSystem(named.exec(server.said())?.[1] ?? "");
          const options = { numRuns: 100, keptIn, fromRest: true };
          return yield* Effect.promise(() =>
            modelRun(lifecycle("crisis"), "2020-07", real, options).then(
              () => "no difference",
              (cause: unknown) => String(cause),
            ),
          );
        }),
      ),
    );
    expect(failure).toMatch(/shrunk \d+ times to: from start 0, wait /);
    expect(failure).toMatch(/FC_SEED=\d+ FC_PATH='[\d:]+' FC_REPLAY='[^']+'/);
    const [found] = await keptCases(keptIn);
    // One word of the office's is enough.
    expect(found?.steps.map(({ event }) => event?.type)).toEqual(["level.announced"]);
  });
});
