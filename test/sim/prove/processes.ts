// The program as people start it, in a process of its own: for what only a process has, its exit code, its streams and its signals.
// It is one process, without another above it, so that a signal reaches the one that does the work.
import { spawn, type ChildProcess } from "node:child_process";
import { root } from "../../house/source-files.ts";

/** Makes the program take its stderr for a terminal, so that it says on it how far it is. */
const asTerminal = "data:text/javascript,process.stderr.isTTY=true";

/** The program as one process, which says how far it is. */
export const startEntrylog = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", "--import", asTerminal, "entrylog.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Its end; each piece of stderr is also told as it comes. */
export const endOf = (
  child: ChildProcess,
  heard: (text: string) => void = () => undefined,
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
