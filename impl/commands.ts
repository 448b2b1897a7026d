// The part of the command line that belongs to the service: generate, serve, officer, audit.
// The front door joins this list with those of the other folders.
// A command here parses and prints; what it does lies in files of its own.
import { checkGenerated, generateCommand } from "./generate/command.ts";
import { officerCommand } from "./officer/command.ts";
import { auditCommand } from "./log/audit/command.ts";
import { partyCommands } from "./serve/command.ts";
import { officeCommands } from "./serve/officecommand.ts";

export const commands = [
  generateCommand,
  ...partyCommands,
  officerCommand,
  ...officeCommands,
  auditCommand,
] as const;

export { checkGenerated };
