// How the tests are run: in Node, two files at a time, with time limits that a slow shared machine can keep.
// `npm test` and `npm run vitest` use it, and so can an editor.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Titles made of sentences stand whole, so that `-t` finds every one of them.
    taskTitleValueFormatTruncate: 1_000,
  },
});
