// The part of the command line that belongs to the service: generate, serve, officer, audit.
// The front door joins this list with those of the other folders.
// A command here parses and prints; what it does lies in files of its own.
import { checkGenerated, generateCommand } from "./generate/command.ts";
import { partyCommands } from "./serve/command.ts";
import { officeCommands } from "./serve/officecommand.ts";

export const commands = [generateCommand, ...partyCommands, ...officeCommands] as const;

export { checkGenerated };
