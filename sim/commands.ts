// The part of the command line that belongs to the simulator: simulate, tour, bench.
// The front door joins this list with those of the other folders.
// A command parses and prints; what it does lies in files of its own.
import { benchCommand } from "./bench/command.ts";
import { mainJob, simulateCommand } from "./simulatecommand.ts";
import { tourCommand } from "./tour/command.ts";

export const commands = [simulateCommand, tourCommand, benchCommand] as const;

export { mainJob };
