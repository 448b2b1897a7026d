/**
 * Mutants of the services, by Stryker: `node test/mutants/services.ts impl/custodian` takes one folder or file, without a name all of them.
 * Stryker makes its copy below .entrylog/, remembers there what it found, and runs the tests that reach each mutant.
 * It takes from minutes for a folder to hours for all, so that `npm test` leaves it out and `npm run test:full` does it last.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Judged } from "./judged.ts";
import { judgedByStryker } from "./strykerreport.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));
const kept = join(house, ".entrylog", "mutants");

/** What the parties wrote by hand, and what stands under them. */
export const serviceFolders: readonly string[] = [
  "impl/protocol",
  "impl/lifecycle",
  "impl/store",
  "impl/venue",
  "impl/custodian",
  "impl/issuer",
  "impl/authority",
];

const patternOf = (path: string): string =>
  statSync(join(house, path)).isDirectory() ? `${path}/**/*.ts` : path;

const finished = (command: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: house, stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code ?? 1);
    });
  });

/** Lets Stryker mutate one folder or file; what it found before, of text that is the same still, it need not find again. */
export async function judgedServices(path: string): Promise<readonly Judged[]> {
  mkdirSync(kept, { recursive: true });
  const report = join(kept, `${path.replaceAll(/\W+/g, "-")}.json`);
  const stryker = join(house, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const config = "test/mutants/stryker.config.json";
  const asked = ["--incrementalFile", report, "--mutate", patternOf(path)];
  const code = await finished(process.execPath, [stryker, "run", config, ...asked]);
  if (code !== 0 || !existsSync(report)) throw new Error(`Stryker ended with ${String(code)} for ${path}`);
  return judgedByStryker(JSON.parse(readFileSync(report, "utf8")), path);
}
