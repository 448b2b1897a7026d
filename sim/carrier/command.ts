// `entrylog carrier`: the small phone network as a program of its own, until it is told to stop.
// Its secret lies in a file that is made when there is none; issuers are given the same file.
// It prints where it listens, one line, and nothing of any message.
import { Console, Effect, FileSystem } from "effect";
import { Command, Flag } from "effect/cli";
import { Stop, exitCodes } from "../../impl/exit.ts";
import { hexOf } from "../../impl/protocol/fields.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import { untilToldToStop } from "../../impl/serve/stopping.ts";
import { openCarrier } from "./carrier.ts";

const secretBytes = 32;
const usualPort = 4_600;

const secretIn = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem;
  if (!(yield* files.exists(file))) {
    yield* files.writeFileString(file, hexOf(randomBytes(secretBytes)), { mode: 0o600 });
  }
  return (yield* files.readFileString(file)).trim();
});

const stopped = (reason: string, sentence: string, advice: string) =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

export const carrierCommand = Command.make(
  "carrier",
  {
    port: Flag.Int("port").pipe(
      Flag.withDefault(usualPort),
      Flag.withDescription("where issuers send messages and phones are read; 0 is any free one"),
    ),
    secretFile: Flag.Path("secret-file").pipe(
      Flag.withDefault(".entrylog/carrier.secret"),
      Flag.withDescription("the file with the secret that issuers show; made when there is none"),
    ),
    slow: Flag.Int("slow").pipe(
      Flag.withDefault(0),
      Flag.withDescription("keep each message waiting for so many milliseconds"),
    ),
    untilInputEnds: Flag.Boolean("until-input-ends").pipe(
      Flag.withDefault(false),
      Flag.withDescription("stop when the input of this process ends, as a child of another process"),
    ),
  },
  ({ port, secretFile, slow, untilInputEnds }) =>
    Effect.scoped(
      Effect.gen(function* () {
        const secret = yield* Effect.mapError(secretIn(secretFile), () =>
          stopped(
            "secret-unreadable",
            `The file ${secretFile} can be neither read nor made.`,
            "Name another with --secret-file.",
          ),
        );
        const url = yield* Effect.mapError(
          openCarrier({ host: "127.0.0.1", port, secret, slowMs: slow }),
          ({ detail }) =>
            stopped("place-taken", `The carrier cannot listen (${detail}).`, "Name another --port."),
        );
        yield* Console.log(`carrier ${url}`);
        yield* untilToldToStop({ untilInputEnds });
        yield* Console.log("carrier stopped");
      }),
    ),
).pipe(Command.withDescription("A small phone network for local use: shows each phone's messages over HTTP"));
