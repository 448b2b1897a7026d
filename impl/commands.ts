// The part of the command line that belongs to the service: generate, serve, officer, audit, each by its name.
// The front door joins this list with those of the other folders, and loads what it was asked for alone, so that a party starts quickly.
// A command parses and prints; what it does lies in files of its own.
const office = () => import("./serve/officecommand.ts");
const generating = () => import("./generate/command.ts");

export const commands = {
  generate: async () => (await generating()).generateCommand,
  serve: async () => (await import("./serve/command.ts")).serveCommand,
  prepare: async () => (await import("./serve/preparecommand.ts")).prepareCommand,
  migrate: async () => (await import("./serve/migratecommand.ts")).migrateCommand,
  officer: async () => (await import("./officer/command.ts")).officerCommand,
  announce: async () => (await office()).announceCommand,
  "publish-figures": async () => (await office()).publishFiguresCommand,
  audit: async () => (await import("./log/audit/command.ts")).auditCommand,
} as const;

/** What the main job needs of the service. */
export const mainJob = async () => ({ checkGenerated: (await generating()).checkGenerated });

/** The hash of the law under which the service was generated, by which files say under which law they were made. */
export { modelHash } from "./generated/stamp.ts";
