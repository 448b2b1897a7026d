// `entrylog tour`: one person's story through the real services, told step by step in the terminal.
// It parses and prints; the story lies in the files beside it. Colours are used only on a terminal.
// Exit codes: 0 told to its end, 2 a file or folder that cannot be written, 10 something told that does not hold.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { languages } from "../../models/labels/labels.ts";
import { tour } from "./tour.ts";

const flags = {
  svg: Flag.String("svg").pipe(
    Flag.withDescription("also write the QR code of the story to this file, as SVG"),
    Flag.optional,
  ),
  lang: Flag.Literals("lang", languages).pipe(
    Flag.withDescription("the language of the story"),
    Flag.withDefault("en"),
  ),
  keep: Flag.String("keep").pipe(
    Flag.withDescription("keep the parties' files in this folder, to look into them"),
    Flag.optional,
  ),
};

export const tourCommand = Command.make("tour", flags, ({ svg, lang, keep }) =>
  tour({
    language: lang,
    svgFile: Option.getOrUndefined(svg),
    keep: Option.getOrUndefined(keep),
    colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    print: (lines) => Effect.asVoid(Console.log(lines.join("\n"))),
  }),
).pipe(
  Command.withDescription("One person's story through the real services, step by step, on a virtual clock"),
);
