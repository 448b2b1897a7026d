// How a command of the pictures ends when it cannot end well: an exit code, a stable reason, a sentence and advice.
// The front door knows it by its shape and prints it. It is made here, because pictures know nothing of the service,
// whose commands end in the same form.
import { Schema } from "effect";

export class Stop extends Schema.TaggedError<Stop>()("Stop", {
  code: Schema.Literals([2, 11]),
  reason: Schema.String,
  sentence: Schema.String,
  advice: Schema.String,
}) {}

/** Something cannot be written where it was asked for: what, where, why, and what else to choose. */
export const outUnwritable = (what: string, out: string, why: string, other: "file" | "folder") =>
  new Stop({
    code: 2,
    reason: "out-unwritable",
    sentence: `${what} cannot be written to ${out}: ${why}`,
    advice: `Choose another ${other} with --out.`,
  });
