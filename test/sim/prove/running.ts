// Commands of the prover as the tests beside this file run them, in this process.
// A command ends with the exit code that the front door would give, a fault of the program included.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Cause, Console, Effect, Exit, Option } from "effect";
import { CliError, Command } from "effect/cli";
import { Stop } from "../../../impl/exit.ts";

export interface Ran {
  /** As entrylog.ts ends the process. */
  readonly code: number;
  /** What it printed on stdout. */
  readonly text: string;
  readonly reason: string;
  readonly sentence: string;
  readonly advice: string;
}

const ending = (exit: Exit.Exit<unknown, unknown>): Omit<Ran, "text"> => {
  const silent = { reason: "", sentence: "", advice: "" };
  if (Exit.isSuccess(exit)) return { code: 0, ...silent };
  const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  if (failure instanceof Stop) {
    const { code, reason, sentence, advice } = failure;
    return { code, reason, sentence, advice };
  }
  return CliError.isCliError(failure)
    ? { code: 2, ...silent }
    : { code: 1, ...silent, sentence: Cause.pretty(exit.cause) };
};

/** One command of this folder, with what was typed after its name. */
export const runCommand = async <Name extends string, Input, Context, Failure>(
  command: Command.Command<Name, Input, Context, Failure, NodeServices.NodeServices>,
  ...given: readonly string[]
): Promise<Ran> => {
  const printed: string[] = [];
  const heard: Console.Console = {
    ...console,
    log: (line: string) => void printed.push(line),
    error: () => undefined,
  };
  const running = Command.runWith(command, { version: "0" })(given).pipe(
    Effect.provideService(Console.Console, heard),
    Effect.provide(NodeServices.layer),
  );
  const exit = await Effect.runPromiseExit(running);
  return { ...ending(exit), text: printed.join("\n") };
};
