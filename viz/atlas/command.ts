// `entrylog atlas`: draws the policy as one offline page.
// It parses and prints; the drawing lies in the files beside it.
// It refuses a language that the page has no words in.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import open from "open";
import { checkCommitted, committedEvidence, renewEvidence } from "./committed.ts";
import { commitOf } from "./git.ts";
import { languages } from "./data.ts";
import { drawAs, formats } from "./formats/formats.ts";

const language = Flag.Literals("lang", languages).pipe(
  Flag.withDescription("The language the page opens in; it can be switched there"),
  Flag.withDefault("en"),
);
const format = Flag.Literals("format", formats).pipe(
  Flag.withDescription(
    "The page, or for documents: its pictures as SVG or Mermaid files, or all of it as a PDF",
  ),
  Flag.withDefault("html"),
);
const out = Flag.String("out").pipe(
  Flag.withDescription("The file to write, or for svg and mermaid the folder; below .entrylog unless given"),
  Flag.optional,
);
const evidence = Flag.String("evidence").pipe(
  Flag.withDescription("The folder of what has been shown, if not the one that comes along"),
  Flag.withDefault(committedEvidence),
);
const run = Flag.String("run").pipe(
  Flag.withDescription("The folder of a simulation to show in the place of the one that comes along"),
  Flag.optional,
);
const against = Flag.String("against").pipe(
  Flag.withDescription("Another version to compare with: an atlas file, or a commit, branch or tag"),
  Flag.optional,
);
const flag = (name: string, says: string) =>
  Flag.Boolean(name).pipe(Flag.withDescription(says), Flag.withDefault(false));

const flags = {
  language,
  format,
  out,
  evidence,
  run,
  against,
  open: flag("open", "Open the page in the browser"),
  commit: flag("commit", "Name the commit of this copy at the foot of the page"),
  check: flag("check", "Instead: check that viz/atlas.html is what would be drawn (exit code 11 if not)"),
  renew: flag(
    "renew",
    "First: take over into viz/atlas/evidence what npm start, npm test, prove have left here",
  ),
};

export const atlasCommand = Command.make("atlas", flags, (given) =>
  Effect.gen(function* () {
    if (given.check) {
      yield* checkCommitted;
      return yield* Console.log("viz/atlas.html is what the models and viz/atlas/evidence give.");
    }
    if (given.renew) {
      const taken = yield* renewEvidence(".");
      yield* Console.log(`Taken over: ${taken.length === 0 ? "nothing" : taken.join(", ")}`);
    }
    const runFolder = Option.getOrUndefined(given.run);
    const other = Option.getOrUndefined(given.against);
    const request = {
      language: given.language,
      evidence: { folder: given.evidence, ...(runFolder === undefined ? {} : { run: runFolder }) },
      ...(other === undefined ? {} : { against: other }),
      ...(given.commit ? { commit: yield* commitOf } : {}),
    };
    const drawn = yield* drawAs(given.format, request, Option.getOrUndefined(given.out));
    yield* Console.log(drawn.says);
    if (given.open) yield* Effect.promise(() => open(drawn.out));
  }),
).pipe(
  Command.withDescription("Draw the policy as one offline page, or its pictures as files for documents"),
);
