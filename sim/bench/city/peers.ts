// The peers of the simulator, run as programs of their own: SimPy by a Python that has it, C++ by a program that is compiled first.
// Both read the city's tables and print what they came to, with the time that they measured without the reading.
// A peer that ends without a result is a fault of the benchmark, and what it printed is told.
import { fileURLToPath } from "node:url";
import { Effect, Schema } from "effect";
import { runProgram } from "../../program.ts";
import { CityCounts } from "./counts.ts";

const below = (path: string): string => fileURLToPath(new URL(`../peers/${path}`, import.meta.url));

const readCounts = Schema.decodeUnknownEffect(Schema.fromJsonString(CityCounts));

/** Runs a program to its end, which has to be a good one. */
const run = Effect.fnUntraced(function* (program: string, args: readonly string[], folder: string) {
  const { exitCode, lines } = yield* Effect.orDie(runProgram(program, args, folder));
  if (exitCode !== 0)
    yield* Effect.die(new Error(`${program} ended with ${String(exitCode)}: ${lines.join("\n")}`));
  return lines;
});

const countsOf = (lines: readonly string[]) => Effect.orDie(readCounts(lines.at(-1)));

export const runSimPy = (python: string, tables: string, folder: string) =>
  // Without byte code beside the sources, which are the product's own.
  Effect.flatMap(run(python, ["-B", below("python/main.py"), tables], folder), countsOf);

/** No contraction of floating-point operations, so that the same draws lead to the same places. */
const flags = ["-std=c++20", "-O2", "-march=native", "-ffp-contract=off"] as const;

/** Compiles the peer in C++ into the folder; answers its path. */
export const compilePeer = Effect.fnUntraced(function* (folder: string) {
  const program = `${folder}/city`;
  yield* run("g++", [...flags, "-o", program, below("cpp/main.cpp")], folder);
  return program;
});

export const runCompiled = (program: string, tables: string, folder: string) =>
  Effect.flatMap(run(program, [tables], folder), countsOf);
