// Runs one outside program to its end in a folder, hands over each line as it is written, and answers all of them.
// SPIN and the peers of the benchmark are run by it. Interrupting the effect ends the program.
// It reads no result: what the lines mean, and what a missing program means, is for whoever asked.
import { Effect, Stream } from "effect";
import { ChildProcess } from "effect/process";

export interface Ran {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

export const runProgram = (
  program: string,
  args: readonly string[],
  folder: string,
  onLine: (line: string) => void = () => undefined,
) =>
  Effect.scoped(
    Effect.gen(function* () {
      const child = yield* ChildProcess.make(program, args, { cwd: folder, stdin: "ignore" });
      const lines: string[] = [];
      yield* child.all.pipe(
        Stream.decodeText(),
        Stream.splitLines,
        Stream.runForEach((line) =>
          Effect.sync(() => {
            lines.push(line);
            onLine(line);
          }),
        ),
      );
      const exitCode = yield* child.exitCode;
      return { exitCode: Number(exitCode), lines } satisfies Ran;
    }),
  );
