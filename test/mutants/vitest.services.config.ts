// The tests that may kill a mutant of the services: those of the parties, of the generated services, and the clause examples.
// Stryker runs them in its own copy of the house; nothing else uses this.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/impl/**/*.test.ts", "test/services/**/*.test.ts", "test/clauses/**/*.test.ts"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
