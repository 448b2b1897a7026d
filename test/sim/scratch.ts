// A scratch folder for one test file, gone when the file is done.
// Everything that a command writes in a test lies below it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export interface Scratch {
  readonly path: (name: string) => string;
  /** Writes a text, and answers its path. */
  readonly file: (name: string, text: string) => string;
}

export const makeScratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-scratch-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  return {
    path,
    file: (name, text) => {
      writeFileSync(path(name), text);
      return path(name);
    },
  };
};
