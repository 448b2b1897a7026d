// A disk of a few megabytes for one party's folder, which a test fills to the last byte and makes room on again.
// It is a file system in memory, mounted over the folder, and nobody else's disk is touched. Where this machine lets nobody mount one,
// the suite says so and does not run; under CI that is a failing test, as for every suite that did not run.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Effect, type Scope } from "effect";
import { describe, expect, it } from "vitest";

const asRoot = (...words: readonly string[]) => {
  const [command = "", ...rest] = process.getuid?.() === 0 ? words : ["sudo", "-n", ...words];
  return spawnSync(command, rest, { encoding: "utf8" });
};

const run = (...words: readonly string[]): void => {
  const { status, stderr } = asRoot(...words);
  if (status !== 0) throw new Error(stderr);
};

/** Whether a disk can be mounted here, which being root does not say: a container may forbid it. */
const canMount = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-disk-"));
  const mounted = asRoot("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder).status === 0;
  if (mounted) run("umount", folder);
  rmSync(folder, { recursive: true });
  return mounted;
};

/** A suite that needs small disks. */
export const withSmallDisks = (title: string, suite: () => void): void => {
  const isPossible = canMount();
  if (!isPossible && process.env["CI"] === "true") {
    it(`${title} (needs to mount a small disk)`, () => {
      expect.unreachable("no disk may be mounted here, and under CI every suite has to run");
    });
    return;
  }
  if (!isPossible) process.stderr.write(`NOT RUN: ${title}. It needs the right to mount a small disk.\n`);
  describe.runIf(isPossible)(title, suite);
};

export const smallDisk =
  (megabytes: number) =>
  (folder: string): Effect.Effect<void, never, Scope.Scope> =>
    Effect.asVoid(
      Effect.acquireRelease(
        Effect.sync(() => {
          mkdirSync(folder, { recursive: true });
          run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            `size=${String(megabytes)}m,mode=0700,uid=${String(process.getuid?.() ?? 0)}`,
            "tmpfs",
            folder,
          );
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
