// `entrylog officer desk`: the officer's desk as a page on the officer's own machine, served until it is told to stop.
// It prints where the desk is found, and at the first start the code that enrols a key of the browser.
// A demonstration without keys is no option of it.
import { Console, Effect, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../exit.ts";
import { dir, stopOf } from "../asking.ts";
import { untilToldToStop } from "../../serve/stopping.ts";
import { openDesk } from "./opening.ts";
import { isOrigin } from "./place.ts";

const usualPort = 4_410;

const originInvalid = (text: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "origin-invalid",
    sentence: `"${text}" is no origin at which a browser makes keys.`,
    advice: "Write https:// and a name, without anything behind it, such as https://desk.example.",
  });

export const deskCommand = Command.make(
  "desk",
  {
    dir,
    port: Flag.Int("port").pipe(
      Flag.withDefault(usualPort),
      Flag.withDescription("where it listens on this machine; 0 is any free port"),
    ),
    origin: Flag.String("origin").pipe(
      Flag.optional,
      Flag.withDescription(
        "where browsers find it instead, such as https://desk.example, with TLS in front of it",
      ),
    ),
  },
  ({ dir: folder, port, origin }) =>
    Effect.scoped(
      Effect.gen(function* () {
        if (Option.isSome(origin) && !isOrigin(origin.value)) return yield* originInvalid(origin.value);
        const { url, says } = yield* openDesk(folder, { port, origin: Option.getOrUndefined(origin) });
        yield* Console.log([`desk ${url}`, ...says].join("\n"));
        yield* untilToldToStop({ untilInputEnds: false });
      }),
    ).pipe(Effect.mapError(stopOf)),
).pipe(
  Command.withDescription("The officer's desk: a page on this machine, with sign-in by a key of the browser"),
);
