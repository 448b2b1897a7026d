// Starts the PostgreSQL server of a test run, before the first suite that needs it, and ends it with the run.
// The vitest project of the suites that run on both stores uses it. A server that is given in ENTRYLOG_TEST_POSTGRES_URL serves instead.
// It says so when there is neither; the driver of `npm test` lists the suites that then were not run.
import { postgresPrograms, startPostgres } from "../../sim/postgres/server.ts";

export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["ENTRYLOG_TEST_POSTGRES_URL"] !== undefined) return undefined;
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error("PostgreSQL is not installed, and no server was given");
  const server = await startPostgres(programs);
  process.env["ENTRYLOG_TEST_POSTGRES_URL"] = server.url;
  return server.stop;
}
