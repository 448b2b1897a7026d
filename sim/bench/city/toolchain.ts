// Whether the peers can be run here: a Python that has SimPy and numpy, and a compiler for C++.
// The benchmark asks before it measures, and the driver of the tests before it runs a suite that needs them.
import { spawnSync } from "node:child_process";

/** One Python may have SimPy where another, earlier on the PATH, has not. */
const pythons = ["python3", "/usr/bin/python3"] as const;

const answers = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

export const pythonWithSimPy = (): string | undefined =>
  pythons.find((python) => answers(python, ["-c", "import simpy, numpy"]));

export const isCompilerThere = (): boolean => answers("g++", ["--version"]);
