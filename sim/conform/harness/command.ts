/**
 * `entrylog conform-server`: real parties behind the contract of conformance, for `entrylog conform URL` and for curious people.
 * It prints its URL in one line and runs until it is told to stop. Its parties live in a temporary folder, under clocks that cases set.
 */
import { Console, Effect, FileSystem, Option } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { untilToldToStop } from "../../../impl/serve/stopping.ts";
import { listenFor } from "./listening.ts";
import { makeServed } from "./served.ts";

const stopped = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

export const conformServerCommand = Command.make(
  "conform-server",
  {
    port: Flag.Int("port").pipe(
      Flag.withDefault(0),
      Flag.withDescription("where to listen; 0 is any free one"),
    ),
    storeUrl: Flag.String("store-url").pipe(
      Flag.optional,
      Flag.withDescription("a PostgreSQL server for the parties' stores; SQLite files without it"),
    ),
    untilInputEnds: Flag.Boolean("until-input-ends").pipe(
      Flag.withDefault(false),
      Flag.withDescription("stop when the input of this process ends, as a child of another process"),
    ),
  },
  ({ port, storeUrl, untilInputEnds }) =>
    Effect.scoped(
      Effect.gen(function* () {
        const files = yield* FileSystem.FileSystem;
        const folder = yield* Effect.mapError(
          files.makeTempDirectoryScoped({ prefix: "entrylog-conform-server-" }),
          () =>
            stopped(
              "temporary-unwritable",
              "No temporary folder can be made for the parties.",
              "Set TMPDIR to a folder that can be written.",
            ),
        );
        const system = yield* makeServed({ folder, storeUrl: Option.getOrUndefined(storeUrl) });
        const url = yield* Effect.mapError(listenFor(system, port), ({ detail }) =>
          stopped("place-taken", `It cannot listen (${detail}).`, "Name another --port."),
        );
        yield* Console.log(`conform-server ${url}`);
        yield* untilToldToStop({ untilInputEnds });
      }),
    ),
).pipe(Command.withDescription("Serve real parties behind the contract that `entrylog conform URL` drives"));
