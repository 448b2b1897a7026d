/**
 * What every search by SPIN begins with: the text is written down, SPIN makes a program of it, and the program is run.
 * Everything is searched: no partial order reduction, no bit states, no limit but depth and memory, and both are reported.
 */
import { Effect, FileSystem, Path } from "effect";
import { printPromela } from "../../../impl/generate/promela.ts";
import { makeFolder } from "../../../impl/folder.ts";
import type { Law } from "../../../models/language/compose.ts";
import type { Slice } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { Stopwatch } from "../../stopwatch.ts";
import { progressIn, type SpinProgress } from "./panoutput.ts";
import { failed } from "./problem.ts";
import { runProgram } from "./program.ts";

/** A Promela text, and how SPIN is to search it. */
export interface SpinSearch {
  readonly text: string;
  /** Where the text, the searching program and its source are left; made if it is not there. */
  readonly workFolder: string;
  readonly onProgress?: (progress: SpinProgress) => void;
  /** The longest way that can be followed; SPIN searches depth first. */
  readonly depthMost?: number;
  readonly memoryMostMegabytes?: number;
  /** Whether the compiler takes its time: worth it from some ten thousand states on. */
  readonly optimise?: boolean;
  /** Leaves the observer out: faster, and nothing but states is counted. */
  readonly unobserved?: boolean;
}

export interface SliceSearch extends Omit<SpinSearch, "text"> {
  readonly slice: Slice;
  readonly law: Law;
  /** The policy in the small: see models/language/small.ts. */
  readonly policy: Policy;
}

/** The text of a slice, to be searched. */
export const textOf = ({ slice, law, policy, ...rest }: SliceSearch): SpinSearch => ({
  ...rest,
  text: printPromela(slice, law, policy),
});

const defaults = { depthMost: 10_000_000, memoryMostMegabytes: 12_000 };

/** Writes the text down and makes the program that searches it. */
export const compiled = Effect.fnUntraced(function* (
  search: SpinSearch,
  forSpin: readonly string[],
  forC: readonly string[],
) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const folder = path.resolve(search.workFolder);
  const unwritable = () =>
    failed("folder-unwritable", `Nothing can be written into ${search.workFolder}.`, []);
  yield* Effect.mapError(makeFolder(folder), unwritable);
  yield* Effect.mapError(files.writeFileString(path.join(folder, "slice.pml"), search.text), unwritable);
  const written = yield* runProgram("spin", ["-a", ...forSpin, "slice.pml"], folder);
  if (written.exitCode !== 0)
    return yield* failed("spin-refused", "SPIN does not take the text.", written.lines);
  const memory = search.memoryMostMegabytes ?? defaults.memoryMostMegabytes;
  const flags = [
    search.optimise === false ? "-O0" : "-O2",
    "-w",
    "-DNOREDUCE",
    `-DMEMLIM=${String(memory)}`,
    ...forC,
  ];
  const built = yield* runProgram("gcc", [...flags, "-o", "pan", "pan.c"], folder);
  if (built.exitCode !== 0)
    return yield* failed("compiler-refused", "What SPIN wrote does not compile.", built.lines);
  return folder;
});

/** Lets the program search in one way. */
export const searched = Effect.fnUntraced(function* (
  search: SpinSearch,
  folder: string,
  flags: readonly string[],
) {
  const stopwatch = yield* Stopwatch;
  const startedAtMs = stopwatch.now();
  const depth = search.depthMost ?? defaults.depthMost;
  const ran = yield* runProgram("./pan", [`-m${String(depth)}`, "-n", ...flags], folder, (line) => {
    const progress = progressIn(line);
    if (progress !== undefined) search.onProgress?.(progress);
  });
  return { lines: ran.lines, seconds: (stopwatch.now() - startedAtMs) / 1_000 };
});
