// A disk of a few megabytes for one party's folder, which a test fills to the last byte and makes room on again.
// It is a file system in memory, mounted over the folder: only root may do that, and nobody else's disk is touched.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Effect, type Scope } from "effect";

export const mayMount = process.getuid?.() === 0;

const run = (command: string, ...words: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
};

export const smallDisk =
  (megabytes: number) =>
  (folder: string): Effect.Effect<void, never, Scope.Scope> =>
    Effect.asVoid(
      Effect.acquireRelease(
        Effect.sync(() => {
          mkdirSync(folder, { recursive: true });
          run("mount", "-t", "tmpfs", "-o", `size=${String(megabytes)}m,mode=0700`, "tmpfs", folder);
        }),
        () => Effect.sync(() => run("umount", "--lazy", folder)),
      ),
    );

const filler = (folder: string): string => join(folder, "filler");

/** Writes until nothing more fits. */
export const fill = (folder: string): void => {
  const file = openSync(filler(folder), "w");
  try {
    for (const size of [262_144, 4_096, 1])
      for (;;) {
        try {
          writeSync(file, Buffer.alloc(size));
        } catch {
          break;
        }
      }
  } finally {
    closeSync(file);
  }
};

export const makeRoom = (folder: string): void => rmSync(filler(folder));
