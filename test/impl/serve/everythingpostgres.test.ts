// `serve all --store-url`: everybody on one machine over a real PostgreSQL server, a schema for each party. A person is checked
// in end to end, all of them are stopped and started again, and every record is there as it was.
// The records are read by the server's own tools, and no party has left a SQLite file.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { postgresPrograms, startPostgres } from "../../../sim/postgres/server.ts";
import { withTool } from "../../with-tool.ts";
import { asked, checkIn, recorded, startAll } from "./checkingin.ts";
import { freshFolder, processesWith, start } from "./processes.ts";

const everybody = ["issuer-1", "issuer-2", "custodian", "authority", "board", "venue"];
const minutes = 60_000;

const schemaOf = (name: string): string => `entrylog_${name.replaceAll("-", "_")}`;

withTool("postgres", "serve all on a server", (program) => {
  const startedServer = Effect.acquireRelease(
    Effect.promise(() => startPostgres(join(program, ".."))),
    ({ stop }) => Effect.promise(stop),
  );

  const psql = (url: string, text: string): readonly string[] => {
    const words = [url, "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", text];
    const { status, stdout, stderr } = spawnSync(join(postgresPrograms() ?? "", "psql"), words, {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    return stdout.split("\n").filter((line) => line !== "");
  };

  /** Every row of the tables of a schema whose names begin so, as the server writes it. */
  const rowsIn = (url: string, schema: string, beginning: string): readonly string[] =>
    psql(
      url,
      `SELECT tablename FROM pg_tables WHERE schemaname = '${schema}' AND tablename LIKE '${beginning}%' ORDER BY 1`,
    ).flatMap((table) =>
      psql(url, `SELECT '${table}: ' || whole::text FROM ${schema}.${table} AS whole ORDER BY 1`),
    );

  it(
    "six parties start, check a person in, and have the same records when they are started again",
    () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const { url } = yield* startedServer;
            const folder = yield* freshFolder;
            const all = yield* startAll(folder, ["--issuers", "2", "--store-url", url]);
            for (const name of everybody) {
              const ready = yield* asked({ url: `${all.url(name)}/ready` });
              expect([name, ready.body]).toEqual([name, { status: "ready" }]);
            }
            const office = yield* start(["announce", "alert", "--dir", `${folder}/office`]);
            expect(yield* office.ended).toBe(0);
            yield* checkIn(all, folder);
            expect(yield* recorded(all)).toBe(1);

            all.signal("SIGTERM");
            expect(yield* all.ended).toBe(0);
            expect(processesWith(folder)).toEqual([]);

            expect(psql(url, "SELECT schema_name FROM information_schema.schemata ORDER BY 1")).toEqual(
              expect.arrayContaining(everybody.map(schemaOf).sort()),
            );
            expect(everybody.filter((name) => existsSync(`${folder}/${name}/store.sqlite`))).toEqual([]);
            const records = () => ({
              visits: rowsIn(url, "entrylog_custodian", "visit_"),
              consents: rowsIn(url, "entrylog_issuer_1", "consent"),
              verifications: rowsIn(url, "entrylog_issuer_1", "verification"),
              elsewhere: rowsIn(url, "entrylog_issuer_2", "consent"),
            });
            const before = records();
            expect([before.visits.length, before.elsewhere.length]).toEqual([1, 0]);
            expect(before.consents.length).toBeGreaterThan(0);
            expect(before.verifications.length).toBeGreaterThan(0);

            // Where the store lies is written down at the first start, and need not be said again.
            const next = yield* startAll(folder, ["--issuers", "2"]);
            expect(yield* recorded(next)).toBe(1);
            expect(records()).toEqual(before);
            next.signal("SIGTERM");
            expect(yield* next.ended).toBe(0);
          }),
        ),
      ),
    6 * minutes,
  );
});
