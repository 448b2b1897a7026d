// The part of the command line that belongs to the simulator: running a city, proving the law, checking traces, measuring.
// The front door joins this list with those of the other folders, and loads what it was asked for alone.
// A command parses and prints; what it does lies in files of its own.
const simulating = () => import("./simulatecommand.ts");

export const commands = {
  simulate: async () => (await simulating()).simulateCommand,
  runner: async () => (await import("./cluster/runnercommand.ts")).runnerCommand,
  prove: async () => (await import("./prove/command.ts")).proveCommand,
  "prove-numbers": async () => (await import("./prove/numbers/command.ts")).numbersCommand,
  "prove-ways": async () => (await import("./prove/ways/command.ts")).waysCommand,
  replay: async () => (await import("./replay/command.ts")).replayCommand,
  compare: async () => (await import("./compare/command.ts")).compareCommand,
  sweep: async () => (await import("./sweep/command.ts")).sweepCommand,
  questions: async () => (await import("./prove/questions/command.ts")).questionsCommand,
  conform: async () => (await import("./conform/command.ts")).conformCommand,
  "conform-server": async () => (await import("./conform/harness/command.ts")).conformServerCommand,
  carrier: async () => (await import("./carrier/command.ts")).carrierCommand,
  "check-trace": async () => (await import("./trace/command.ts")).checkTraceCommand,
  coverage: async () => (await import("./coverage/command.ts")).coverageCommand,
  threats: async () => (await import("./threats/command.ts")).threatsCommand,
  tour: async () => (await import("./tour/command.ts")).tourCommand,
  demo: async () => (await import("./demo/command.ts")).demoCommand,
  load: async () => (await import("./load/command.ts")).loadCommand,
  bench: async () => (await import("./bench/command.ts")).benchCommand,
} as const;

/** What the main job needs of the simulator. */
export const mainJob = async () => (await simulating()).mainJob;
