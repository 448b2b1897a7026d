// `entrylog threats`: what each party, each pair, each thief and whoever listens can learn, and the test that shows it.
// It reads the models alone, and computes nothing but the bound that the messages set.
import { Console } from "effect";
import { Command, Flag } from "effect/cli";
import { languages } from "../../models/labels/labels.ts";
import { threatsJson, threatsText } from "./table.ts";

export const threatsCommand = Command.make(
  "threats",
  {
    lang: Flag.Literals("lang", [...languages]).pipe(
      Flag.withDefault("en"),
      Flag.withDescription("the language of the sentences"),
    ),
    json: Flag.Boolean("json").pipe(Flag.withDefault(false), Flag.withDescription("the table as JSON")),
  },
  ({ lang, json }) => Console.log(json ? threatsJson(lang) : threatsText(lang).join("\n").trimEnd()),
).pipe(Command.withDescription("What each party, each pair, each thief and the network can learn"));
