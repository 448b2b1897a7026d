// By whose program a run is lived: its law and its version. Others may come to another answer, so a runner does the work of its own alone.
// It loads nothing of a cluster, so that whoever only speaks of one does not either.
import { Schema } from "effect";
import packageJson from "../../package.json" with { type: "json" };
import { modelHash } from "../../impl/generated/stamp.ts";

export const program = { law: modelHash, version: packageJson.version };

/** A runner is of another law or version than the run. */
export class OtherProgram extends Schema.TaggedError<OtherProgram>()("OtherProgram", {
  law: Schema.String,
  version: Schema.String,
}) {}
