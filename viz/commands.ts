// The part of the command line that belongs to the pictures: atlas and report.
// The front door joins this list with those of the other folders, and loads what it was asked for alone.
// A command parses and prints; what it does lies in files of its own.
export const commands = {
  atlas: async () => (await import("./atlas/command.ts")).atlasCommand,
  report: async () => (await import("./report/command.ts")).reportCommand,
} as const;

/** What the main job needs of the pictures: the atlas with what this run has shown. */
export const mainJob = async () => {
  const { drawRun } = await import("./atlas/committed.ts");
  return { drawRun };
};

/** What is drawn of every run: its report. */
export const afterRun = async () => {
  const { drawReport } = await import("./report/draw.ts");
  return { drawReport };
};
