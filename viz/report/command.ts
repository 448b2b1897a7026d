// `entrylog report DIR`: draws the report of a run that lies in a folder, as one offline page.
// It parses and prints; the drawing lies in the files beside it.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import open from "open";
import { languages } from "../said.ts";
import { drawReport } from "./draw.ts";

const flags = {
  run: Argument.String("dir").pipe(
    Argument.withDescription("The folder of a run: what `simulate` wrote into"),
  ),
  out: Flag.String("out").pipe(
    Flag.withDescription("The file to write; report.html in that folder unless given"),
    Flag.optional,
  ),
  language: Flag.Literals("lang", languages).pipe(
    Flag.withDescription("The language the report opens in; it can be switched there"),
    Flag.withDefault("en"),
  ),
  open: Flag.Boolean("open").pipe(
    Flag.withDescription("Open the report in the browser"),
    Flag.withDefault(false),
  ),
};

export const reportCommand = Command.make("report", flags, (given) =>
  Effect.gen(function* () {
    const asked = Option.getOrUndefined(given.out);
    const { run, language } = given;
    const { out, bytes } = yield* drawReport({
      run,
      language,
      ...(asked === undefined ? {} : { out: asked }),
    });
    yield* Console.log(`The report is in ${out} (${Math.ceil(bytes / 1024)} KiB)`);
    if (given.open) yield* Effect.promise(() => open(out));
  }),
).pipe(Command.withDescription("Draw the report of a run as one offline page"));
