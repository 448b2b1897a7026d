// One process of one party as a child of this one: started with the scope, told to stop with it, and waited for.
// Its input is held open and closed when this process dies, however that happens, so that no child is left behind.
// What it prints is handed on line by line; what it logs goes where this process logs.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Deferred, Effect, type Scope } from "effect";

const program = fileURLToPath(new URL("./process.ts", import.meta.url));

/** What would mean something else for every party at once. */
const forOneParty = [
  "ENTRYLOG_PUBLIC_PORT",
  "ENTRYLOG_PARTIES_PORT",
  "ENTRYLOG_CLUSTER_PORT",
  "ENTRYLOG_STORE_URL",
  "ENTRYLOG_STORE_SCHEMA",
  "ENTRYLOG_SETTINGS",
];

export interface Child {
  /** Writes a line to its input; one that has ended hears nothing. */
  readonly tell: (line: string) => void;
  /** Ends it at once, unasked; one that has ended stays as it is, and nobody else is met who has its number by now. */
  readonly kill: () => void;
  /** The exit code, or 1 where a signal ended it. */
  readonly ended: Effect.Effect<number>;
}

const stopWithin = "20 seconds";

/** Starts `node process.ts ...words`, or another program of this checkout where one is named, with more in its environment. */
export const startChild = Effect.fnUntraced(function* (
  words: ReadonlyArray<string>,
  onLine: (line: string) => void,
  started: ReadonlyArray<string> = [program],
  more: Readonly<Record<string, string>> = {},
): Effect.fn.Return<Child, never, Scope.Scope> {
  const ended = Deferred.makeUnsafe<number>();
  const child = yield* Effect.acquireRelease(
    Effect.sync(() => {
      const environment = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !forOneParty.includes(name)),
      );
      const made = spawn(process.execPath, [...started, ...words], {
        env: { ...environment, ...more },
        stdio: ["pipe", "pipe", "inherit"],
      });
      const end = (code: number) => Deferred.doneUnsafe(ended, Effect.succeed(code));
      made.on("exit", (code) => end(code ?? 1));
      made.on("error", () => end(1));
      made.stdin.on("error", () => undefined);
      createInterface({ input: made.stdout }).on("line", onLine);
      return made;
    }),
    (made) =>
      Effect.suspend(() => {
        if (made.exitCode !== null || made.signalCode !== null) return Effect.void;
        made.kill("SIGTERM");
        return Deferred.await(ended).pipe(
          Effect.timeoutOrElse({
            duration: stopWithin,
            orElse: () => {
              made.kill("SIGKILL");
              return Deferred.await(ended);
            },
          }),
          Effect.asVoid,
        );
      }),
  );
  return {
    tell: (line) => {
      child.stdin.write(`${line}\n`);
    },
    kill: () => {
      child.kill("SIGKILL");
    },
    ended: Deferred.await(ended),
  };
});
