// Tells everything that was decided about one person of a run, line by line, and at the end which promises were broken by it.
// `replay DIR --person N` asks it, as run.json advises for a promise that was broken.
// The whole city is run again for it, and where it decided otherwise than the run, nothing is told.
import { Console, Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { Language } from "../../models/labels/labels.ts";
import { millisecondsADay } from "../../models/policy.ts";
import { makeProgress } from "../output/progress.ts";
import { brokenIn, listenTo, type Heard } from "../policy/life/listening.ts";
import { numberOf, placeOfNumber, tellLife } from "../policy/life/telling.ts";
import { grouped } from "../reportlines.ts";
import { Stopwatch } from "../stopwatch.ts";
import { untilStopped } from "../untilstopped.ts";
import { strangers } from "../world/attempts.ts";
import type { World } from "../world/world.ts";
import { preparedFrom, sameDecisions } from "./again.ts";

const texts = {
  en: {
    who: (person: number, of: number, about: string) =>
      `Person ${String(person)} of ${grouped(of)}: ${about}.`,
    stranger: "no one of the city, and here only to misuse the service",
    nothing: "Nothing was decided about this person.",
    held: "No promise was broken by what this person did.",
    broken: (promises: string) => `Broken by what this person did: ${promises}.`,
  },
  ko: {
    who: (person: number, of: number, about: string) => `${grouped(of)}명 중 ${String(person)}번: ${about}`,
    stranger: "이 도시 사람이 아니며, 서비스를 악용하려고만 왔습니다",
    nothing: "이 사람에 대해 결정된 것이 없습니다.",
    held: "이 사람의 행동으로 깨진 약속은 없습니다.",
    broken: (promises: string) => `이 사람의 행동으로 깨진 약속: ${promises}.`,
  },
} as const;

const aboutOf = ({ scenario, people }: World, person: number, language: Language): string => {
  const age = scenario.people.ages[people.age[person] ?? -1];
  const issuer = scenario.people.issuers[people.issuer[person] ?? -1];
  return age === undefined || issuer === undefined
    ? texts[language].stranger
    : `${age[language]}, ${issuer[language]}`;
};

const told = (
  world: World,
  person: number,
  life: readonly Heard[],
  language: Language,
): readonly string[] => {
  const { who, nothing, held, broken } = texts[language];
  const promises = brokenIn(life);
  return [
    who(numberOf(person), world.people.count, aboutOf(world, person, language)),
    ...(life.length === 0 ? [nothing] : tellLife(world, life, language)),
    promises.length === 0 ? held : broken(promises.join(", ")),
  ];
};

/** The person by their number, as a scenario counts people. */
export const tellPerson = Effect.fnUntraced(function* (folder: string, number: number, language: Language) {
  const { run, prepared } = yield* preparedFrom(folder);
  const { world, policy } = prepared;
  const { count } = world.people;
  const person = placeOfNumber(number);
  if (!(person >= 0) || person >= count + strangers)
    return yield* new Stop({
      code: exitCodes.usage,
      reason: "person-unknown",
      sentence: `There is no person ${String(number)} in this run.`,
      advice: `Give a number from 1 to ${String(count)}, or to ${String(count + strangers)} for strangers.`,
    });
  const progress = makeProgress(yield* Stopwatch);
  const { complete } = run.manifest;
  // What an interrupted run did not reach is not told.
  const untilMs = world.startsAtMs + run.days.length * millisecondsADay - 1;
  const { ran, lives } = yield* untilStopped((isInterrupted) =>
    Effect.promise(() =>
      listenTo([person], complete ? world.endsAtMs : untilMs, {
        world,
        policy,
        progress: (share) => {
          progress.show(share, "the city's days");
        },
        isInterrupted,
      }),
    ),
  ).pipe(Effect.ensuring(progress.end));
  if (complete && run.manifest.level !== "load") yield* sameDecisions(folder, run, ran.traceHash);
  yield* Console.log(told(world, person, lives.get(person) ?? [], language).join("\n"));
});
