// `entrylog serve PARTY|all` and `entrylog prepare PARTY`: parses, prints where a party listens, and ends in words.
// One party is one process; `all` starts one for each and speaks of them. A wrong configuration ends with exit code 2
// and every mistake on its own line. What is served lies in the files beside this one.
import { Console, Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { presetNames } from "../../models/policy.ts";
import { Stop } from "../exit.ts";
import { telemetryLayer } from "../server/telemetry.ts";
import { ConfigInvalid } from "./configinvalid.ts";
import { servedParties, type ServedParty } from "./configuration.ts";
import { serveEverything } from "./everything.ts";
import { issuersMost, membersOf } from "./members.ts";
import { openParty, readConfiguration, type Opened } from "./opening.ts";
import { stopOf } from "./notstarted.ts";
import { notTogether, othersOf } from "./several.ts";
import { migrateCommand } from "./migratecommand.ts";
import { prepareCommand } from "./preparecommand.ts";
import { untilToldToStop } from "./stopping.ts";

export const linesOf = ({ name, urls, says }: Opened): ReadonlyArray<string> => [
  `${name} public ${urls.public}`,
  ...(urls.parties === undefined ? [] : [`${name} parties ${urls.parties}`]),
  ...says.map((line) => `${name} ${line}`),
];

/** Serves one party until it is told to stop. */
const serveParty = Effect.fnUntraced(function* (
  folder: string,
  party: ServedParty,
  { untilInputEnds, cluster }: { readonly untilInputEnds: boolean; readonly cluster: boolean },
) {
  const configuration = yield* readConfiguration(folder, party);
  const { name, telemetry } = configuration;
  const others = cluster ? yield* othersOf(configuration) : undefined;
  yield* Effect.scoped(
    Effect.gen(function* () {
      const opened = yield* openParty(folder, party, { others });
      yield* Console.log(linesOf(opened).join("\n"));
      yield* untilToldToStop({ untilInputEnds });
      yield* Effect.logInfo("stopping");
    }),
  ).pipe(Effect.provide(telemetryLayer({ party: name, otlpUrl: telemetry?.otlpUrl })));
  yield* Console.log(`${name} stopped`);
});

const defaultFolder = ".entrylog/parties";

export const serveCommand = Command.make(
  "serve",
  {
    party: Argument.Literals("party", ["all", ...servedParties]).pipe(
      Argument.withDescription("which party, or all of them on this machine, one process each"),
    ),
    dir: Flag.Path("dir").pipe(
      Flag.withDefault(defaultFolder),
      Flag.withDescription("the party's own folder; for all the folder that holds one for each"),
    ),
    issuers: Flag.Int("issuers").pipe(
      Flag.withDefault(2),
      Flag.withDescription(`with all: how many issuers, from 1 to ${String(issuersMost)}`),
    ),
    preset: Flag.Literals("preset", [...presetNames]).pipe(
      Flag.withDefault(presetNames[0]),
      Flag.withDescription("with all, at the first start: the policy"),
    ),
    freePorts: Flag.Boolean("free-ports").pipe(
      Flag.withDefault(false),
      Flag.withDescription("with all, at the first start: free ports instead of the usual ones"),
    ),
    storeUrl: Flag.String("store-url").pipe(
      Flag.optional,
      Flag.withDescription("with all, at the first start: a PostgreSQL server instead of SQLite files"),
    ),
    cluster: Flag.Boolean("cluster").pipe(
      Flag.withDefault(false),
      Flag.withDescription(
        "with custodian: as one of several processes that share its folder, its PostgreSQL store and the check-in; " +
          "how that scales beyond two cores is not measured",
      ),
    ),
    untilInputEnds: Flag.Boolean("until-input-ends").pipe(
      Flag.withDefault(false),
      Flag.withDescription("stop when the input of this process ends, as a child of another process"),
    ),
  },
  ({ party, dir, issuers, preset, freePorts, storeUrl, untilInputEnds, cluster }) =>
    Effect.gen(function* () {
      if (party !== "all") return yield* serveParty(dir, party, { untilInputEnds, cluster });
      if (cluster) return yield* notTogether;
      if (issuers < 1 || issuers > issuersMost) {
        return yield* new ConfigInvalid({
          mistakes: [`--issuers: Expected a number from 1 to ${String(issuersMost)}`],
        });
      }
      const members = membersOf(issuers);
      const url = Option.getOrUndefined(storeUrl);
      yield* serveEverything({ folder: dir, members, preset, freePorts, storeUrl: url }, untilInputEnds);
    }).pipe(Effect.mapError((failure) => (failure instanceof Stop ? failure : stopOf(failure)))),
).pipe(Command.withDescription("Serve one party, or all of them on this machine, one process each"));

/** What the process of one party can do. */
export const partyCommands = [serveCommand, prepareCommand, migrateCommand] as const;
