// The roster of officers on the command line: who stands at each party, a change drafted, signed by officers and by the keeper,
// announced, and stopped. A change on its way is one file that people carry to each other.
// The keeper's command runs where the keeper's key is held, and on no party's machine.
import { Effect, FileSystem, Option, Schema } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../exit.ts";
import { hexOf } from "../protocol/fields.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import { Card } from "../protocol/card.ts";
import { rosterKey, withVaultIn } from "../serve/holders.ts";
import { alone, dir, inOffice, json } from "./asking.ts";
import type { Office } from "./office.ts";
import {
  announceChange,
  draftChange,
  keepChange,
  readRosterText,
  rostersAt,
  rosterText,
  signChange,
  stopChange,
  waitingAnywhere,
} from "./rosters.ts";
import { announcedEverywhere, stoppedEverywhere } from "./rostertold.ts";
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
      announcedEverywhere,
    ),
  ),
).pipe(Command.withDescription("Tell a signed change to every party that keeps a roster"));

const hashInvalid = (reason: string, sentence: string, advice: string) =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

/** The hash that was given, or the only one that waits. */
const hashToStop = Effect.fnUntraced(function* (office: Office, given: Option.Option<string>) {
  const waiting = Option.isSome(given) ? [given.value] : yield* waitingAnywhere(office);
  const [hash] = waiting;
  if (hash === undefined)
    return yield* hashInvalid(
      "roster-unknown",
      "No change of the roster waits at any party that answers.",
      "Give its --hash if it may wait at one that does not answer.",
    );
  if (waiting.length > 1)
    return yield* hashInvalid(
      "roster-hash-needed",
      `Several changes wait: ${waiting.join(", ")}.`,
      "Say which one with --hash.",
    );
  if (!/^[0-9a-f]{64}$/.test(hash))
    return yield* hashInvalid(
      "roster-hash-invalid",
      `"${hash}" is no hash of a roster.`,
      "Write its 64 hexadecimal figures, as `roster show` prints them.",
    );
  return Buffer.from(hash, "hex");
});

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
        const hash = yield* hashToStop(office, given.hash);
        return stoppedEverywhere(yield* stopChange(hash, office));
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
