// The program of one party's process, as `serve all` starts it: serve, prepare and what the national office
// does, and no code of the simulator, the pictures or another party. It ends with 0 when it was told to stop, and else as the front door does.
// People use the front door; whoever supervises processes may start this file instead.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { CliError, Command } from "effect/cli";
import { partyCommands } from "./command.ts";
import { codeOfExit } from "./ending.ts";
import { officeCommands } from "./officecommand.ts";

/** A parent that went away reads no more lines, which is no reason to end before the stop is done. */
process.stdout.on("error", () => undefined);

const program = Command.make("party").pipe(
  Command.withSubcommands([...partyCommands, ...officeCommands]),
  Command.run({ version: "1" }),
  Effect.provide(NodeServices.layer),
);

process.exitCode = codeOfExit(await Effect.runPromiseExit(program), CliError.isCliError);
process.exit();
