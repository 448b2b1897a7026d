// `entrylog prepare PARTY --dir DIR`: the first start of one party on its own machine, its keys and its card.
// Done again it changes nothing. It writes a configuration only where there is none, out of the flags given.
// The card it prints the place of is what an administrator carries to the other parties.
import { Console, Effect, Option, Schema } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { presetNames } from "../../models/policy.ts";
import { cardFile } from "./cards.ts";
import { configMistakes } from "./configinvalid.ts";
import { servedParties } from "./configuration.ts";
import { stopOf } from "./notstarted.ts";
import { prepareParty, writeConfiguration } from "./prepare.ts";

const SettingsText = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown));

const parsedSettings = (text: string) =>
  Effect.mapError(Schema.decodeUnknownEffect(SettingsText)(text), (error) =>
    configMistakes("--settings", error),
  );

const port = (name: string, description: string) =>
  Flag.Int(name).pipe(Flag.withDefault(0), Flag.withDescription(description));

export const prepareCommand = Command.make(
  "prepare",
  {
    party: Argument.Literals("party", [...servedParties]),
    dir: Flag.Path("dir").pipe(Flag.withDescription("the party's own folder, made when it is not there")),
    name: Flag.String("name").pipe(Flag.optional, Flag.withDescription("its name; the party's unless given")),
    number: Flag.Int("number").pipe(
      Flag.withDefault(0),
      Flag.withDescription("an issuer's number in passes"),
    ),
    preset: Flag.Literals("preset", [...presetNames]).pipe(
      Flag.withDefault(presetNames[0]),
      Flag.withDescription("the policy"),
    ),
    publicPort: port("public-port", "of the public listener; 0 is any free one"),
    partiesPort: port("parties-port", "of the parties' listener; 0 is any free one"),
    storeUrl: Flag.String("store-url").pipe(
      Flag.optional,
      Flag.withDescription("a PostgreSQL store instead of a SQLite file"),
    ),
    storeSchema: Flag.String("store-schema").pipe(Flag.optional, Flag.withDescription("its schema there")),
    settings: Flag.String("settings").pipe(
      Flag.optional,
      Flag.withDescription("a JSON object with what this party alone needs"),
    ),
  },
  (given) =>
    Effect.gen(function* () {
      const { party, dir, number, preset, publicPort, partiesPort } = given;
      const url = Option.getOrUndefined(given.storeUrl);
      const schema = Option.getOrUndefined(given.storeSchema);
      yield* writeConfiguration(dir, {
        party,
        name: Option.getOrElse(given.name, () => party),
        number,
        preset,
        public: { port: publicPort },
        parties: { port: partiesPort },
        ...(url === undefined
          ? {}
          : { store: { kind: "postgres", url, ...(schema === undefined ? {} : { schema }) } as const }),
        ...(Option.isNone(given.settings) ? {} : { settings: yield* parsedSettings(given.settings.value) }),
      });
      const card = yield* prepareParty(dir, party);
      yield* Console.log(`${card.name} prepared ${dir}/${cardFile}`);
    }).pipe(Effect.mapError(stopOf)),
).pipe(Command.withDescription("Make one party's folder, keys and card, ready to be served"));
