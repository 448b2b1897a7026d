// The load generator wrk, as an outside opinion on the same issuer: it asks for passes over so many connections, each again when it is answered.
// A script in its own language goes round the people of the load; it answers its figures as one line of JSON.
// It is a program of the system (on Debian: apt-get install wrk), and is only started, never installed.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { Effect, FileSystem, Option, Schema } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";

const Found = Schema.fromJsonString(
  Schema.Struct({
    requests: Schema.Int,
    seconds: Schema.Finite,
    notDone: Schema.Int,
    p50Ms: Schema.Finite,
    p99Ms: Schema.Finite,
    maxMs: Schema.Finite,
  }),
);
export type WrkFound = typeof Found.Type;

const decode = Schema.decodeUnknownOption(Found);

export interface WrkOptions {
  readonly issuer: string;
  readonly people: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const program = (): string | undefined =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "wrk"))
    .find(isExecutable);

/** The connections are opened by one thread, so that one count goes round the people. */
const scriptOf = (people: readonly string[]): string => `
local tokens = { ${people.map((token) => JSON.stringify(token)).join(", ")} }
local asked = 0
request = function()
  asked = asked + 1
  local headers = { ["Authorization"] = "Bearer " .. tokens[asked % #tokens + 1], ["Content-Type"] = "application/json" }
  return wrk.format("POST", "/v1/passes", headers, "{}")
end
done = function(summary, latency)
  local errors = summary.errors
  local notDone = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    '\\n{"requests":%d,"seconds":%.6f,"notDone":%d,"p50Ms":%.3f,"p99Ms":%.3f,"maxMs":%.3f}\\n',
    summary.requests, summary.duration / 1e6, notDone,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
`;

const stopped = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

export const wrkMissing = Effect.suspend(() =>
  program() === undefined
    ? Effect.fail(
        stopped("wrk-missing", "The load generator wrk is not installed.", "On Debian: apt-get install wrk."),
      )
    : Effect.void,
);

const outputOf = (path: string, words: readonly string[]): Effect.Effect<string> =>
  Effect.callback((resume) => {
    const child = spawn(path, words, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("close", () => resume(Effect.succeed(said)));
    return Effect.sync(() => child.kill());
  });

export const runWrk = Effect.fnUntraced(function* ({ issuer, people, connections, seconds }: WrkOptions) {
  yield* wrkMissing;
  const files = yield* FileSystem.FileSystem;
  const script = yield* Effect.orDie(files.makeTempFileScoped({ prefix: "entrylog-wrk-", suffix: ".lua" }));
  yield* Effect.orDie(files.writeFileString(script, scriptOf(people)));
  const words = ["-t", "1", "-c", String(connections), "-d", `${String(seconds)}s`, "-s", script, issuer];
  const said = yield* outputOf(program() ?? "wrk", words);
  const lines = said.split("\n").map((line) => decode(line));
  const found = lines.find(Option.isSome);
  if (found === undefined)
    return yield* stopped("wrk-failed", "wrk ended without its figures.", "Its own words stand above.");
  return found.value;
}, Effect.scoped);
