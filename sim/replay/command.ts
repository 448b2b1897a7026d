// `entrylog replay PLACE`: a story of the prover played again, a run made again from its folder, or one person of it told.
// Exit codes: 0 it is the same again, 2 nothing that can be replayed, 10 a story that plays otherwise, 13 a run that decides otherwise.
import { Effect, Option } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { replayStory } from "../prove/story/replaystory.ts";
import { isFolder } from "../results/readrun.ts";
import { runAgain } from "./again.ts";
import { tellPerson } from "./person.ts";

export const replayCommand = Command.make(
  "replay",
  {
    place: Argument.String("place").pipe(
      Argument.withDescription("a story that `entrylog prove` wrote, *.itf.json, or the folder of a run"),
    ),
    person: Flag.Int("person").pipe(
      Flag.withDescription("tell everything that the run decided about one person, by number from 1"),
      Flag.optional,
    ),
    lang: Flag.Literals("lang", ["en", "ko"]).pipe(
      Flag.withDefault("en" as const),
      Flag.withDescription("the language in which a story or a person's life is told"),
    ),
  },
  ({ place, person, lang }) =>
    Effect.gen(function* () {
      if (yield* isFolder(place))
        return yield* Option.match(person, {
          onNone: () => runAgain(place),
          onSome: (number) => tellPerson(place, number, lang),
        });
      if (Option.isSome(person))
        return yield* new Stop({
          code: exitCodes.usage,
          reason: "person-of-no-run",
          sentence: `${place} is no folder of a run, and only a run has people.`,
          advice: "Give the folder that `entrylog simulate` wrote into, or leave --person out.",
        });
      return yield* replayStory(place, lang);
    }),
).pipe(
  Command.withDescription(
    "Play a story of the prover, run a run again, or tell what it decided about one person",
  ),
);
