// The program of the carrier's process, as `serve all` starts it beside the parties: the command carrier and nothing else.
// It ends with 0 when it was told to stop. People use the front door.
// A reader that went away is no reason to end before the stop is done.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Cause, Effect, Exit, Option } from "effect";
import { Command } from "effect/cli";
import { Stop, exitCodes } from "../../impl/exit.ts";
import { carrierCommand } from "./command.ts";

process.stdout.on("error", () => undefined);

const program = Command.make("network").pipe(
  Command.withSubcommands([carrierCommand]),
  Command.run({ version: "1" }),
  Effect.provide(NodeServices.layer),
);

const exit = await Effect.runPromiseExit(program);
const failure = Exit.isSuccess(exit) ? undefined : Option.getOrUndefined(Cause.findErrorOption(exit.cause));
if (failure instanceof Stop) process.stderr.write(`${failure.reason}: ${failure.sentence}\n`);
process.exitCode =
  failure instanceof Stop ? failure.code : Exit.isSuccess(exit) ? exitCodes.done : exitCodes.fault;
process.exit();
