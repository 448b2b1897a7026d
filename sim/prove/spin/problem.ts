/**
 * The two ways in which a run of SPIN ends without a result: a program is not installed, or one of them did not do its work.
 * A command may leave SPIN out when it is missing, and says so; it never takes a run that failed for a verdict.
 */
import { Schema } from "effect";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { debianPackages } from "../../debian.ts";

/** SPIN and the compiler for what it writes are optional: a person installs them who wants this opinion too. */
export class SpinMissing extends Schema.TaggedError<SpinMissing>()("SpinMissing", {
  program: Schema.String,
  sentence: Schema.String,
  advice: Schema.String,
}) {}

const installing = `apt-get install ${debianPackages.spin.join(" ")}`;

export const missing = (program: string): SpinMissing =>
  new SpinMissing({
    program,
    sentence: `SPIN cannot search: the program ${program} is not installed.`,
    advice: `Install SPIN and a C compiler: ${installing}.`,
  });

export class SpinFailed extends Schema.TaggedError<SpinFailed>()("SpinFailed", {
  /** Stable and in kebab-case: `spin-refused`, `depth-reached`, `memory-reached`, `formula-unknown`. */
  reason: Schema.String,
  sentence: Schema.String,
  /** The last lines that the program wrote. */
  output: Schema.String,
}) {}

export const failed = (reason: string, sentence: string, lines: readonly string[]): SpinFailed =>
  new SpinFailed({ reason, sentence, output: lines.slice(-20).join("\n") });

/** What a command says that goes on without SPIN, because nobody asked for it by name. */
export const leftOut = (insisting: string): string =>
  `SPIN is not installed and is left out (${installing}); ${insisting} insists on it.`;

/** How a command ends that cannot go on without SPIN. */
export const spinStop = (problem: SpinMissing | SpinFailed): Stop =>
  new Stop({
    code: exitCodes.usage,
    ...(problem._tag === "SpinMissing"
      ? { reason: "spin-missing", sentence: problem.sentence, advice: problem.advice }
      : { reason: problem.reason, sentence: problem.sentence, advice: problem.output }),
  });
