// The tests that may kill a mutant of the services: those of the parties, of the generated services, and the clause examples.
// Stryker runs them in its own copy of the house; services.ts says which of them concern the folder it is at.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const concerned = process.env["MUTANT_TESTS"];

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    // The copy of the house is another folder each time: what is kept of its modules would never be read again.
    fsModuleCache: false,
    include: concerned?.split(" ") ?? [
      "test/impl/**/*.test.ts",
      "test/services/**/*.test.ts",
      "test/clauses/**/*.test.ts",
    ],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
