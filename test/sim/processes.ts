// The program in processes of its own: for what only a process has, its exit code, its streams and its signals.
// Node reads it as it is, in a third of the time that tsx takes and without a starter above it, so that a signal reaches the one that
// does the work. Where a starter is what matters, tsx starts it.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { root } from "../house/source-files.ts";

const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");

const started = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });

/** A process that starts the one which does the work, as tsx does for people who type it. */
export const start = (args: readonly string[]): ChildProcess => started([tsx, "entrylog.ts", ...args]);

/** One process, which can be killed without leaving another behind. */
export const startAlone = (args: readonly string[]): ChildProcess => started(["entrylog.ts", ...args]);

/** Makes the program take its stderr for a terminal, so that it says on it how far it is. */
const asTerminal = "data:text/javascript,process.stderr.isTTY=true";

/** One process, which says how far it is. */
export const startTelling = (args: readonly string[]): ChildProcess =>
  started(["--import", asTerminal, "entrylog.ts", ...args]);

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Its end; what stands on stderr is also told whenever there is more. */
export const endOf = (
  child: ChildProcess,
  heard: (stderr: string) => void = () => undefined,
): Promise<Ended> => {
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => {
    said.stderr += chunk.toString();
    heard(said.stderr);
  });
  return new Promise((resolve) => {
    child.on("close", (status) => {
      resolve({ status, ...said });
    });
  });
};

/** One command from start to end. */
export const entrylog = (...args: readonly string[]): Promise<Ended> => endOf(startAlone(args));
