// The load generator wrk, as an outside opinion on the same issuer: it asks for passes over so many connections, each again when it is answered.
// A script in its own language goes round the people of the load; it answers its figures as one line of JSON.
// It is a program of the system (on Debian: apt-get install wrk), and is started, and installed where that may be.
import { Effect, FileSystem, Option, Schema } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { debianPackages, installDebian } from "../debian.ts";
import { runProgram } from "../program.ts";

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

/** wrk says how it is used, and ends with 1, where it is there. */
const isThere = Effect.orElseSucceed(Effect.as(runProgram("wrk", ["-v"], "."), true), () => false);

/** Installs wrk where it is missing and that may be done. */
export const wrkReady = Effect.fnUntraced(function* (say: (line: string) => void) {
  if (yield* isThere) return;
  installDebian(debianPackages.wrk, "the comparison", say);
  if (yield* isThere) return;
  return yield* stopped(
    "wrk-missing",
    "The load generator wrk is not installed.",
    `On Debian: apt-get install ${debianPackages.wrk.join(" ")}.`,
  );
});

export const runWrk = Effect.fnUntraced(function* ({ issuer, people, connections, seconds }: WrkOptions) {
  const files = yield* FileSystem.FileSystem;
  const script = yield* Effect.orDie(files.makeTempFileScoped({ prefix: "entrylog-wrk-", suffix: ".lua" }));
  yield* Effect.orDie(files.writeFileString(script, scriptOf(people)));
  const words = ["-t", "1", "-c", String(connections), "-d", `${String(seconds)}s`, "-s", script, issuer];
  const { lines } = yield* Effect.orDie(runProgram("wrk", words, "."));
  const found = lines.map((line) => decode(line)).find(Option.isSome);
  if (found === undefined)
    return yield* stopped(
      "wrk-failed",
      `wrk ended without its figures: ${lines.join(" ")}`,
      "See that the issuer runs.",
    );
  return found.value;
}, Effect.scoped);
