// How the tests are run: in Node, two files at a time, with time limits that a slow shared machine can keep.
// The suites of bothstores.ts run a second time over PostgreSQL, where it is installed or ENTRYLOG_TEST_POSTGRES_URL names a server.
// `npm test` and `npm run vitest` use it, and so can an editor.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { suitesOnBothStores } from "./setup/bothstores.ts";
import { toolPath } from "./tools.ts";

const everySuite = {
  environment: "node",
  pool: "forks",
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Titles made of sentences stand whole, so that `-t` finds every one of them.
  taskTitleValueFormatTruncate: 1_000,
} as const;

const hasPostgres =
  toolPath("postgres") !== undefined || process.env["ENTRYLOG_TEST_POSTGRES_URL"] !== undefined;

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...everySuite, name: "all", include: ["test/**/*.test.ts"] } },
      ...(hasPostgres
        ? [
            {
              test: {
                ...everySuite,
                name: "postgres",
                include: [...suitesOnBothStores],
                globalSetup: ["test/setup/postgres.ts"],
                env: { ENTRYLOG_TEST_STORE: "postgres" },
              },
            },
          ]
        : []),
    ],
  },
});
