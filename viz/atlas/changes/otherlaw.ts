// The law of another version, for comparing: from an atlas that somebody has as a file, or from the one that a revision of the product holds.
// `entrylog atlas --against` gives either; what is neither, or holds no law in a form that this version reads, is refused.
import { Effect, FileSystem, Option, Schema } from "effect";
import { dataIn } from "../bundle.ts";
import { fileAt } from "../git.ts";
import { Stop } from "../../stop.ts";
import { LawForm } from "./facts.ts";

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(LawForm));

const unknown = (from: string) =>
  new Stop({
    code: 2,
    reason: "against-unknown",
    sentence: `${from} is neither an atlas file nor a revision that holds viz/atlas.html with a law to compare with.`,
    advice: "Give an HTML file that `entrylog atlas` wrote, or a commit, branch or tag of this repository.",
  });

/** The law at a file or revision. */
export const otherLaw = Effect.fn("otherLaw")(function* (from: string) {
  const files = yield* FileSystem.FileSystem;
  const file = yield* Effect.option(files.readFileString(from));
  const page = Option.isSome(file) ? file.value : yield* fileAt(from, "viz/atlas.html");
  const law = Option.getOrUndefined(decode(dataIn(page)));
  return law ?? (yield* unknown(from));
});
