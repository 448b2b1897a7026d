// The part of the command line that belongs to the pictures: atlas, report.
// The front door joins this list with those of the other folders.
// A command here parses and prints; what it does lies in files of its own.
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { languages } from "./atlas/data.ts";
import { drawPolicy } from "./atlas/draw.ts";

const language = Flag.Literals("lang", languages).pipe(
  Flag.withDescription("The language the page opens in; it can be switched there"),
  Flag.withDefault("en"),
);
const out = Flag.String("out").pipe(
  Flag.withDescription("The HTML file to write"),
  Flag.withDefault(".entrylog/atlas.html"),
);

const atlas = Command.make("atlas", { language, out }, (request) =>
  drawPolicy(request).pipe(
    Effect.flatMap((drawn) =>
      Console.log(`The policy is drawn in ${drawn.out} (${Math.ceil(drawn.bytes / 1024)} KiB)`),
    ),
  ),
).pipe(Command.withDescription("Draw the policy as one offline page: every machine with its clauses"));

export const commands = [atlas] as const;

export { drawPolicy };
