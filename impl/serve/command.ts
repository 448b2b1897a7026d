// `entrylog serve PARTY|all` and `entrylog prepare PARTY`: parses, prints where a party listens, and ends in words.
// One party is one process; `all` starts one for each and speaks of them. A wrong configuration ends with exit code 2
// and every mistake on its own line. What is served lies in the files beside this one.
import { Console, Effect } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { telemetryLayer } from "../server/telemetry.ts";
import { servedParties, type ServedParty } from "./configuration.ts";
import { openParty, readConfiguration, type Opened } from "./opening.ts";
import { stopOf } from "./notstarted.ts";
import { prepareCommand } from "./preparecommand.ts";
import { untilToldToStop } from "./stopping.ts";

export const linesOf = ({ name, urls }: Opened): ReadonlyArray<string> => [
  `${name} public ${urls.public}`,
  ...(urls.parties === undefined ? [] : [`${name} parties ${urls.parties}`]),
];

/** Serves one party until it is told to stop. */
const serveParty = (folder: string, party: ServedParty, untilInputEnds: boolean) =>
  Effect.gen(function* () {
    const { name, telemetry } = yield* readConfiguration(folder, party);
    yield* Effect.scoped(
      Effect.gen(function* () {
        const opened = yield* openParty(folder, party);
        yield* Console.log(linesOf(opened).join("\n"));
        yield* untilToldToStop({ untilInputEnds });
        yield* Effect.logInfo("stopping");
      }),
    ).pipe(Effect.provide(telemetryLayer({ party: name, otlpUrl: telemetry?.otlpUrl })));
    yield* Console.log(`${name} stopped`);
  }).pipe(Effect.uninterruptible);

const party = Argument.Literals("party", [...servedParties]).pipe(
  Argument.withDescription("which party, or all of them, one process each"),
);

export const serveCommand = Command.make(
  "serve",
  {
    party,
    dir: Flag.Directory("dir").pipe(Flag.withDescription("the party's own folder")),
    untilInputEnds: Flag.Boolean("until-input-ends").pipe(
      Flag.withDefault(false),
      Flag.withDescription("stop when the input of this process ends, as a child of another process"),
    ),
  },
  ({ party, dir, untilInputEnds }) => Effect.mapError(serveParty(dir, party, untilInputEnds), stopOf),
).pipe(Command.withDescription("Serve one party, or all of them on this machine, one process each"));

/** What the process of one party can do. */
export const partyCommands = [serveCommand, prepareCommand] as const;
