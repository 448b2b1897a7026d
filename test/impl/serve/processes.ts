// Everybody as real processes, for tests: `serve all` in a folder of its own on free ports, with what it printed.
// The processes are stopped with the scope, whatever happened to them, and the folder is removed.
// What a party's process id is, is read from the machine, so that a test can kill it as anybody could.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Deferred, Effect } from "effect";

const placeOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const ofParties = [placeOf("impl/serve/process.ts")];

/** What Node is given where a person types `entrylog`. */
export const frontDoor = ["--import", "tsx", placeOf("entrylog.ts")];

export const freshFolder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "entrylog-processes-"))),
  (folder) =>
    Effect.sync(() => {
      rmSync(folder, { recursive: true, force: true });
    }),
);

export interface Running {
  readonly pid: number;
  /** Everything printed so far, on both channels. */
  readonly said: () => string;
  /** The last URL that a party printed for a listener. */
  readonly url: (name: string, listener?: "public" | "parties") => string;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Effect.Effect<number | null>;
}

/** Waits until the condition holds; a test that waits in vain ends by its own time limit. */
export const until = (condition: () => boolean): Effect.Effect<void> =>
  Effect.suspend(() => (condition() ? Effect.void : Effect.andThen(Effect.sleep(20), until(condition))));

/** Starts the program of parties, or another one, with these words. */
export const start = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  program: readonly string[] = ofParties,
) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const ended = Deferred.makeUnsafe<number | null>();
      let said = "";
      const child = spawn(process.execPath, [...program, ...words], {
        env: { ...process.env, ...environment },
        stdio: ["pipe", "pipe", "pipe"],
      });
      const keep = (chunk: string) => {
        said += chunk;
      };
      child.stdout.setEncoding("utf8").on("data", keep);
      child.stderr.setEncoding("utf8").on("data", keep);
      child.on("close", (code) => Deferred.doneUnsafe(ended, Effect.succeed(code)));
      const running: Running = {
        pid: child.pid ?? 0,
        said: () => said,
        url: (name, listener = "public") => {
          const printed = [...said.matchAll(new RegExp(`^${name} ${listener} (\\S+)$`, "gm"))];
          return printed.at(-1)?.[1] ?? "";
        },
        signal: (name) => {
          child.kill(name);
        },
        ended: Deferred.await(ended),
      };
      return running;
    }),
    ({ signal, ended }) =>
      Effect.suspend(() => {
        signal("SIGTERM");
        return ended;
      }).pipe(
        Effect.timeoutOrElse({
          duration: 25_000,
          orElse: () => Effect.sync(() => signal("SIGKILL")),
        }),
      ),
  );

/** The ids of the processes whose command line holds all these words. */
export const processesWith = (...words: readonly string[]): readonly number[] => {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((line) => words.every((word) => line.includes(word)))
    .map((line) => Number.parseInt(line, 10));
};
