// Runs of the simulator for the tests beside this file: in this process, or as people start it, in a process of its own.
// The scenario is the default one with changes, measured for a moment only, so that a run takes a second or two.
// Every folder lies below one scratch folder a test file, which is gone when the file is done.
import { NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Stop } from "../../../impl/exit.ts";
import type { Run } from "../../../sim/results/run.ts";
import { simulate, type SimulateOptions } from "../../../sim/simulate.ts";
import { defaultText } from "../world/city.ts";
import { root } from "../../house/source-files.ts";

type Fields = Readonly<Record<string, unknown>>;
/** Fields of a scenario's groups, group by group. */
export type Changes = Readonly<Record<string, Fields>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** The default scenario, quickly measured, with these fields of its groups changed. */
export const scenarioText = (changes: Changes = {}): string => {
  const groups = fieldsOf(JSON.parse(defaultText));
  const quick = { measured: { lookups: 100, reidentifications: 20 } };
  const merged = [...Object.entries(quick), ...Object.entries(changes)].reduce<Fields>(
    (whole, [name, fields]) => ({ ...whole, [name]: { ...fieldsOf(whole[name]), ...fields } }),
    groups,
  );
  return JSON.stringify(merged, null, 2);
};

export interface Scratch {
  readonly path: (name: string) => string;
  /** Writes the text of a scenario, and answers its path. */
  readonly file: (name: string, text: string) => string;
}

export const makeScratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-simulate-"));
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

const small = { people: 100, venues: 12, days: 1, seed: 1, durability: "normal" } as const;

type Asked = Partial<SimulateOptions> & Pick<SimulateOptions, "scenario" | "out">;

/** The run, or why it was refused. */
export const attempt = (asked: Asked): Promise<Run | Stop> =>
  Effect.runPromise(
    simulate({ ...small, ...asked }).pipe(
      Effect.map(({ run }): Run | Stop => run),
      Effect.catchTag("Stop", (stop) => Effect.succeed(stop)),
      Effect.provide(NodeServices.layer),
    ),
  );

export const runOf = async (asked: Asked): Promise<Run> => {
  const ended = await attempt(asked);
  if ("manifest" in ended) return ended;
  throw new Error(`${ended.reason}: ${ended.sentence}`);
};

export const stopOf = async (asked: Asked): Promise<Stop> => {
  const ended = await attempt(asked);
  if ("manifest" in ended) throw new Error("the run was not refused");
  return ended;
};

/** The promises that have this verdict. */
export const promisesThat = (run: Run, verdict: Run["promises"][number]["verdict"]): readonly string[] =>
  run.promises.filter((promise) => promise.verdict === verdict).map(({ id }) => id);

const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");

/** The program as people start it: a process that starts the one which does the work. */
export const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [tsx, "entrylog.ts", ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });

/** The program as one process, which can be killed without leaving another behind. */
export const startAlone = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", "entrylog.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const endOf = (child: ChildProcess): Promise<Ended> => {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.on("close", (status) => {
      resolve({ status, stdout, stderr });
    });
  });
};

/** One command from start to end. */
export const entrylog = (...args: readonly string[]): Promise<Ended> => endOf(start(args));
