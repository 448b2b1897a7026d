// The way a command ends when it cannot end well: one typed value with an exit code, a stable reason and a sentence.
// Every command fails with a Stop, and the front door alone prints it and sets the exit code of the process.
// It refuses code 1, which belongs to faults of the program and to nothing that a command could foresee.
import { Schema } from "effect";

/** Each exit code with the one thing it means, for people and for scripts. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  promiseBroken: 10,
  generatedStale: 11,
  thresholdMissed: 12,
  notDeterministic: 13,
  interrupted: 130,
} as const;

export class Stop extends Schema.TaggedError<Stop>()("Stop", {
  code: Schema.Literals([
    exitCodes.usage,
    exitCodes.promiseBroken,
    exitCodes.generatedStale,
    exitCodes.thresholdMissed,
    exitCodes.notDeterministic,
    exitCodes.interrupted,
  ]),
  /** Stable and in kebab-case, for scripts: `scenario-invalid`, `generated-stale`. */
  reason: Schema.String,
  /** What happened, in one sentence. */
  sentence: Schema.String,
  /** What to do about it, or an empty text. */
  advice: Schema.String,
}) {}
