// A folder of its own for a test that works with real files, removed when the test is over.
// It also finds bytes in all files below a folder, for tests of what is erased.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { ifThere } from "../../../impl/store/ifthere.ts";

export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-store-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/** What stands in a file; nothing where a server has taken it away since it was listed. */
const contentOf = (file: string): Buffer => ifThere(() => readFileSync(file)) ?? Buffer.alloc(0);

/** The names of the files in a folder (and below it) that hold these bytes. */
export const filesHolding = (folder: string, bytes: Uint8Array | string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => contentOf(file).includes(typeof bytes === "string" ? bytes : Buffer.from(bytes)));
