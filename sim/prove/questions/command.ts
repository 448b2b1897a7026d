// `entrylog questions`: what the policy leaves open, each question with the answer that the models give now, computed and not typed.
// `--set` asks what they would answer under other numbers, `--preset` under another preset.
// Exit codes: 0 said, 2 a constant or value that the policy does not know.
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { languages } from "../../../models/labels/labels.ts";
import { machines } from "../../../models/machines.ts";
import { presetNames } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import { encodeQuestions } from "../../results/questions.ts";
import { policyWith } from "../policyset.ts";
import { answersOf } from "./answers.ts";
import { questionsText } from "./questionstext.ts";

const flags = {
  lang: Flag.Literals("lang", languages).pipe(
    Flag.withDescription("the language of questions and answers"),
    Flag.withDefault("en"),
  ),
  preset: Flag.Literals("preset", presetNames).pipe(
    Flag.withDescription("the policy that is asked about"),
    Flag.withDefault(presetNames[0]),
  ),
  set: Flag.String("set").pipe(
    Flag.withDescription("set a constant otherwise, as in retention=7d; may be given more than once"),
    Flag.atLeast(0),
  ),
  json: Flag.Boolean("json").pipe(
    Flag.withDefault(false),
    Flag.withDescription("print questions and answers as JSON, in both languages"),
  ),
};

export const questionsCommand = Command.make("questions", flags, ({ lang, preset, set, json }) =>
  Effect.gen(function* () {
    const policy = yield* policyWith(preset, set);
    const answers = answersOf({ machines, rules }, policy);
    yield* Console.log(json ? encodeQuestions(answers).trimEnd() : questionsText(answers, lang).join("\n"));
  }),
).pipe(
  Command.withDescription("Questions that the policy leaves open, with the answer that the models give now"),
);
