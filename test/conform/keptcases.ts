/**
 * The failing cases that were kept, as files: each is one run that once differed, or that is known to be overlooked easily.
 * Tests run them before they draw anything new. A file that is no case fails the test that loads it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Effect } from "effect";
import { readCase, type Case } from "../../sim/conform/case.ts";

export const keptFolder = fileURLToPath(new URL("kept", import.meta.url));

/** All kept cases, in the order of their files' names. */
export const keptCases = (folder: string = keptFolder): Promise<readonly Case[]> =>
  Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => Effect.runPromise(readCase(readFileSync(join(folder, name), "utf8")))),
  );
