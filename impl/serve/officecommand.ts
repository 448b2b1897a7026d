// The commands of the national office: `announce LEVEL` tells issuers and custodian the crisis level, and
// `publish-figures FILE` gives the board the figures of days. Each party is named with what it answered.
// They end with code 2 when any party was not told, so that nobody takes half an announcement for a whole one.
import { Console, Effect, FileSystem, Schema } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { vocabularies } from "../../models/policy.ts";
import { exitCodes, Stop } from "../exit.ts";
import { announceLevel, publishFigures, type Told } from "../office/asking.ts";
import { DailyFigures, FigureDate } from "../protocol/figures.ts";
import { tlsIdentityOf, tlsKey } from "../server/identity.ts";
import { readOwnCard, readPeers } from "./cards.ts";
import { ConfigInvalid, configMistakes } from "./configinvalid.ts";
import { withVaultIn } from "./holders.ts";
import { stopOf } from "./notstarted.ts";

const dir = Flag.Path("dir").pipe(
  Flag.withDefault(".entrylog/parties/office"),
  Flag.withDescription("the office's own folder, with its key and the parties' cards"),
);

/** The office of a folder: its identity and the cards it has pinned. */
const openOffice = Effect.fnUntraced(function* (folder: string) {
  const card = yield* readOwnCard(folder);
  if (card?.kind !== "office") {
    return yield* new ConfigInvalid({ mistakes: [`${folder}: holds no office's card and keys`] });
  }
  const key = yield* withVaultIn(folder, tlsKey);
  return { identity: yield* tlsIdentityOf(key, card.name), cards: yield* readPeers(folder) };
});

const tell = Effect.fnUntraced(function* (told: ReadonlyArray<Told>, what: string) {
  for (const { party, failure } of told) {
    yield* Console.log(failure === undefined ? `${party}: ${what}` : `${party}: ${failure.message}`);
  }
  const failed = told.filter(({ failure }) => failure !== undefined);
  if (told.length > 0 && failed.length === 0) return;
  return yield* new Stop({
    code: exitCodes.usage,
    reason: "not-everybody-told",
    sentence:
      told.length === 0
        ? "No card of a party to tell is pinned here."
        : `${String(failed.length)} of ${String(told.length)} parties were not told.`,
    advice: "Run it again when they answer; telling a party twice changes nothing.",
  });
});

const ending = Effect.mapError((failure: Stop | Parameters<typeof stopOf>[0]) =>
  failure instanceof Stop ? failure : stopOf(failure),
);

export const announceCommand = Command.make(
  "announce",
  { level: Argument.Literals("level", [...vocabularies.crisisLevel]), dir },
  ({ level, dir: folder }) =>
    Effect.gen(function* () {
      const { identity, cards } = yield* openOffice(folder);
      yield* tell(yield* announceLevel(identity, cards, level), `knows the level ${level}`);
    }).pipe(ending),
).pipe(Command.withDescription("The national office tells issuers and custodian the crisis level"));

const FiguresFile = Schema.fromJsonString(
  Schema.Array(Schema.Struct({ date: FigureDate, ...DailyFigures.fields })).check(
    Schema.isBetweenLength(1, 366),
  ),
);
const decodeFigures = Schema.decodeUnknownEffect(FiguresFile, { errors: "all", onExcessProperty: "error" });

export const publishFiguresCommand = Command.make(
  "publish-figures",
  {
    file: Argument.Path("file").pipe(
      Argument.withDescription("a JSON list of days, each with its date and counts"),
    ),
    dir,
  },
  ({ file, dir: folder }) =>
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem;
      const text = yield* files.readFileString(file);
      const days = yield* Effect.mapError(decodeFigures(text), (error) => configMistakes(file, error));
      const { identity, cards } = yield* openOffice(folder);
      for (const { date, ...figures } of days) {
        yield* tell(yield* publishFigures(identity, cards, date, figures), `shows the figures of ${date}`);
      }
    }).pipe(ending),
).pipe(Command.withDescription("The national office publishes figures of days on the board"));

export const officeCommands = [announceCommand, publishFiguresCommand] as const;
