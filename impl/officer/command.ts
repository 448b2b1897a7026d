// `entrylog officer`: the client of one officer, a process of its own on the officer's machine, with the officer's keys in a
// folder that no party has. It speaks to the authority over mutual TLS and trusts it with nothing that is not sealed or signed.
// A command here parses and prints; what it does lies in the files beside it.
import { Effect, Schema } from "effect";
import { Command, Flag } from "effect/cli";
import { Card } from "../protocol/card.ts";
import { writeOwnCard } from "../serve/cards.ts";
import { ConfigInvalid } from "../serve/configinvalid.ts";
import { alone, dir, json } from "./asking.ts";
import { officerIn } from "./office.ts";
import { caseCommands } from "./casecommands.ts";
import { deskCommand } from "./desk/command.ts";
import { officerFile, prepareOfficer } from "./preparing.ts";
import { rosterCommand } from "./rostercommands.ts";

const encodeCard = Schema.encodeSync(Card);

const preparedIn = Effect.fnUntraced(function* (folder: string, number: number) {
  const card = yield* prepareOfficer(folder, number);
  return card ?? (yield* new ConfigInvalid({ mistakes: [`${officerFile}: holds no officer's keys`] }));
});

const initCommand = Command.make(
  "init",
  {
    dir,
    json,
    number: Flag.Int("number").pipe(Flag.withDescription("the officer's number, as the roster will list it")),
  },
  (given) =>
    alone(
      given.json,
      Effect.gen(function* () {
        const card = yield* preparedIn(given.dir, given.number);
        yield* writeOwnCard(given.dir, card);
        return {
          lines: [`${card.name}: keys drawn in ${given.dir}; card.json is for the roster keeper.`],
          value: encodeCard(card),
        };
      }),
    ),
).pipe(Command.withDescription("Draw an officer's keys in a folder of their own"));

const cardCommand = Command.make("card", { dir, json }, (given) =>
  alone(
    given.json,
    Effect.map(Effect.andThen(officerIn(given.dir), preparedIn(given.dir, 0)), (card) => ({
      lines: [JSON.stringify(encodeCard(card), null, 2)],
      value: encodeCard(card),
    })),
  ),
).pipe(Command.withDescription("The officer's card: public keys, for the roster"));

export const officerCommand = Command.make("officer").pipe(
  Command.withDescription("An officer's own client: cases, shares, answers, the roster"),
  Command.withSubcommands([initCommand, cardCommand, ...caseCommands, deskCommand, rosterCommand]),
);
