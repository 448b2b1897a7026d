/**
 * Whether SPIN and the compiler for what it writes can be run here.
 * A command that was not asked for SPIN by name leaves it out where they cannot, and says so.
 */
import { Effect } from "effect";
import { runProgram } from "./program.ts";

const answers = (program: string, flag: string) =>
  runProgram(program, [flag], ".").pipe(
    Effect.map(({ exitCode }) => exitCode === 0),
    Effect.catch(() => Effect.succeed(false)),
  );

export const isSpinInstalled = Effect.all([answers("spin", "-V"), answers("gcc", "--version")]).pipe(
  Effect.map((all) => all.every((isThere) => isThere)),
);
