// The part of the command line that belongs to the simulator: running a city, proving the law, checking traces, measuring.
// The front door joins this list with those of the other folders.
// A command parses and prints; what it does lies in files of its own.
import { benchCommand } from "./bench/command.ts";
import { carrierCommand } from "./carrier/command.ts";
import { conformCommand } from "./conform/command.ts";
import { conformServerCommand } from "./conform/harness/command.ts";
import { coverageCommand } from "./coverage/command.ts";
import { proveCommand } from "./prove/command.ts";
import { questionsCommand } from "./prove/questions/command.ts";
import { replayCommand } from "./prove/story/replaycommand.ts";
import { mainJob, simulateCommand } from "./simulatecommand.ts";
import { threatsCommand } from "./threats/command.ts";
import { tourCommand } from "./tour/command.ts";
import { checkTraceCommand } from "./trace/command.ts";

export const commands = [
  simulateCommand,
  proveCommand,
  replayCommand,
  questionsCommand,
  conformCommand,
  conformServerCommand,
  carrierCommand,
  checkTraceCommand,
  coverageCommand,
  threatsCommand,
  tourCommand,
  benchCommand,
] as const;

export { mainJob };
