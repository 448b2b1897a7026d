// The program of one party's process, as `serve all` starts it: serve, prepare and what the national office
// does, and no code of the simulator, the pictures or another party. It ends with 0 when it was told to stop, and else as the front door does.
// People use the front door; whoever supervises processes may start this file instead.
import { NodeServices } from "@effect/platform-node";
import { Cause, Effect, Exit, Option } from "effect";
import { CliError, Command } from "effect/cli";
import { exitCodes, Stop } from "../exit.ts";
import { partyCommands } from "./command.ts";
import { officeCommands } from "./officecommand.ts";

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const codeOf = (exit: Exit.Exit<void, unknown>): number => {
  if (Exit.isSuccess(exit)) return exitCodes.done;
  const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  if (failure instanceof Stop) {
    say([`${failure.reason}: ${failure.sentence}`, failure.advice].join("\n"));
    return failure.code;
  }
  if (CliError.isCliError(failure)) return exitCodes.usage;
  say(`fault: this is a fault of the program, not yours: ${Cause.pretty(exit.cause)}`);
  return exitCodes.fault;
};

/** A parent that went away reads no more lines, which is no reason to end before the stop is done. */
process.stdout.on("error", () => undefined);

const program = Command.make("party").pipe(
  Command.withSubcommands([...partyCommands, ...officeCommands]),
  Command.run({ version: "1" }),
  Effect.provide(NodeServices.layer),
);

process.exitCode = codeOf(await Effect.runPromiseExit(program));
process.exit();
