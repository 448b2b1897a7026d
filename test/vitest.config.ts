// How the tests are run: in Node, two files at a time, with time limits that a slow shared machine can keep.
// Files share a process, which loads what they have in common once; those that put something else in a module's place have one alone.
// The suites of bothstores.ts run a second time over PostgreSQL, where it is installed or ENTRYLOG_TEST_POSTGRES_URL names a server.
// `npm test` and `npm run vitest` use it, and so can an editor.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { suitesOnBothStores } from "./setup/bothstores.ts";
import { LongestFirst } from "./setup/longestfirst.ts";
import { toolPath } from "./tools.ts";

const everySuite = {
  environment: "node",
  pool: "forks",
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  // Titles made of sentences stand whole, so that `-t` finds every one of them.
  taskTitleValueFormatTruncate: 1_000,
} as const;

const hasPostgres =
  toolPath("postgres") !== undefined || process.env["ENTRYLOG_TEST_POSTGRES_URL"] !== undefined;

/** They call `vi.mock`, which a module that is loaded already does not hear of. */
const alone = ["test/sim/prove/zones/gridofdays.test.ts", "test/sim/prove/zones/agreeing.test.ts"];

// What a process compiled, the next one need not: some suites start hundreds of them.
process.env["NODE_COMPILE_CACHE"] ??= fileURLToPath(
  new URL("../node_modules/.cache/compiled", import.meta.url),
);

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...everySuite, name: "all", include: ["test/**/*.test.ts"], exclude: alone } },
      { test: { ...everySuite, name: "alone", include: alone, isolate: true } },
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
