// `entrylog atlas`: draws the policy as one offline page.
// It parses and prints; the drawing lies in the files beside it.
// It refuses a language that the page has no words in.
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { languages } from "./data.ts";
import { drawPolicy } from "./draw.ts";

const language = Flag.Literals("lang", languages).pipe(
  Flag.withDescription("The language the page opens in; it can be switched there"),
  Flag.withDefault("en"),
);
const out = Flag.String("out").pipe(
  Flag.withDescription("The HTML file to write"),
  Flag.withDefault(".entrylog/atlas.html"),
);

export const atlasCommand = Command.make("atlas", { language, out }, (request) =>
  drawPolicy(request).pipe(
    Effect.flatMap((drawn) =>
      Console.log(`The policy is drawn in ${drawn.out} (${Math.ceil(drawn.bytes / 1024)} KiB)`),
    ),
  ),
).pipe(Command.withDescription("Draw the policy as one offline page: every machine with its clauses"));
