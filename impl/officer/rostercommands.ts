// The roster of officers on the command line: who stands at each party, a change drafted, signed by officers and by the keeper,
// announced, and stopped. A change on its way is one file that people carry to each other.
// The keeper's command runs where the keeper's key is held, and on no party's machine.
import { Effect, FileSystem, Option, Schema } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { hexOf } from "../protocol/fields.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import { Card } from "../protocol/card.ts";
import { rosterKey, withVaultIn } from "../serve/holders.ts";
import { alone, dir, inOffice, json } from "./asking.ts";
import {
  announceChange,
  draftChange,
  keepChange,
  readRosterText,
  rostersAt,
  rosterText,
  signChange,
  stopChange,
} from "./rosters.ts";
import { decodeSignedRoster } from "../protocol/roster.ts";

const file = Argument.String("file").pipe(Argument.withDescription("the file of the change"));

const readFile = Effect.fnUntraced(function* (name: string) {
  const files = yield* FileSystem.FileSystem;
  const { signed } = yield* readRosterText(yield* files.readFileString(name));
  return signed;
});

const decodeCard = Schema.decodeUnknownEffect(Schema.fromJsonString(Card));
const readCardFile = Effect.fnUntraced(function* (name: string) {
  const files = yield* FileSystem.FileSystem;
  return yield* decodeCard(yield* files.readFileString(name));
});

const writeFile = Effect.fnUntraced(function* (name: string, signed: Uint8Array) {
  const files = yield* FileSystem.FileSystem;
  yield* files.writeFileString(name, `${rosterText({ signed })}\n`);
});

const officersOf = (signed: Uint8Array): string => {
  const decoded = decodeSignedRoster(signed);
  return decoded.ok ? decoded.value.document.officers.map(({ officer }) => officer).join(", ") : "-";
};

const showCommand = Command.make("show", { dir, json }, (given) =>
  inOffice(given, (office) =>
    Effect.map(rostersAt(office), (kept) => ({
      lines: kept.flatMap(({ party, standing, waiting }) => [
        `${party}: roster ${String(standing.document.sequence)}, officers ${standing.document.officers.map(({ officer }) => officer).join(", ")}`,
        ...(waiting === null
          ? []
          : [
              `  waiting until ${seoulInstant(waiting.inForceAtMs)}: roster ${String(waiting.sequence)}, officers ${officersOf(waiting.signed)}, hash ${hexOf(waiting.hash)}`,
            ]),
      ]),
      value: { kept },
    })),
  ),
).pipe(Command.withDescription("Who stands at each party, and what waits"));

const draftCommand = Command.make(
  "draft",
  {
    dir,
    json,
    file,
    add: Flag.String("add").pipe(
      Flag.atLeast(0),
      Flag.withDescription("the card of a new officer, as a file; several are allowed"),
    ),
    remove: Flag.Int("remove").pipe(
      Flag.atLeast(0),
      Flag.withDescription("the number of an officer who leaves; several are allowed"),
    ),
  },
  (given) =>
    inOffice(given, (office) =>
      Effect.gen(function* () {
        const add = yield* Effect.forEach(given.add, readCardFile);
        const signed = yield* draftChange(office, { add, remove: given.remove });
        yield* writeFile(given.file, signed);
        return {
          lines: [`${given.file}: officers ${officersOf(signed)}. Two who stand sign it, and the keeper.`],
          value: { file: given.file, signed },
        };
      }),
    ),
).pipe(Command.withDescription("Draft the roster that follows the standing one"));

const signCommand = Command.make("sign", { dir, json, file }, (given) =>
  inOffice(given, (office) =>
    Effect.gen(function* () {
      const signed = yield* signChange(yield* readFile(given.file), office);
      yield* writeFile(given.file, signed);
      return {
        lines: [`${given.file}: signed by officer ${String(office.officer.officer)}.`],
        value: { file: given.file, signed },
      };
    }),
  ),
).pipe(Command.withDescription("Sign a change as an officer who stands"));

const keepCommand = Command.make(
  "keep",
  {
    dir: Flag.Path("dir").pipe(Flag.withDescription("the keeper's folder, where the key is held")),
    json,
    file,
  },
  (given) =>
    alone(
      given.json,
      Effect.gen(function* () {
        const key = yield* withVaultIn(given.dir, rosterKey);
        const signed = yield* keepChange(yield* readFile(given.file), key);
        yield* writeFile(given.file, signed);
        return { lines: [`${given.file}: signed by the keeper.`], value: { file: given.file, signed } };
      }),
    ),
).pipe(Command.withDescription("Sign a change with the roster keeper's key"));

const announceCommand = Command.make("announce", { dir, json, file }, (given) =>
  inOffice(given, (office) =>
    Effect.map(
      Effect.flatMap(readFile(given.file), (signed) => announceChange(signed, office)),
      (told) => ({
        lines: told.map(({ party, inForceAtMs, refused }) =>
          inForceAtMs === null
            ? `${party}: ${refused}`
            : `${party}: in force from ${seoulInstant(inForceAtMs)}`,
        ),
        value: { told },
      }),
    ),
  ),
).pipe(Command.withDescription("Tell a signed change to every party that keeps a roster"));

const stopCommand = Command.make(
  "stop",
  {
    dir,
    json,
    hash: Flag.String("hash").pipe(
      Flag.optional,
      Flag.withDescription("of the roster to stop; the one that waits, unless given"),
    ),
  },
  (given) =>
    inOffice(given, (office) =>
      Effect.gen(function* () {
        const waiting = (yield* rostersAt(office)).flatMap((kept) => kept.waiting ?? []);
        const wanted = Option.getOrUndefined(given.hash);
        const found = waiting.find(({ hash }) => wanted === undefined || hexOf(hash) === wanted);
        const told = found === undefined ? [] : yield* stopChange(found.hash, office);
        return {
          lines:
            told.length === 0
              ? ["No such roster waits."]
              : told.map(({ party, refused }) => `${party}: ${refused ?? "stopped"}`),
          value: { told },
        };
      }),
    ),
).pipe(Command.withDescription("Stop the change that waits"));

export const rosterCommand = Command.make("roster").pipe(
  Command.withDescription("Who is an officer, and how that changes"),
  Command.withSubcommands([
    showCommand,
    draftCommand,
    signCommand,
    keepCommand,
    announceCommand,
    stopCommand,
  ]),
);
