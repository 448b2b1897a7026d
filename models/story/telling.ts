/**
 * Tells a story in plain sentences, Korean or English: what each step did, what was refused, what nobody did, and what it broke.
 * Terminals and pages lay the same sentences out in their own ways; whoever reads them needs no name that programs give to moves.
 * It plays nothing and changes nothing: it is given what was played.
 */
import { sayDuration } from "../labels/duration.ts";
import { words, type Language } from "../labels/labels.ts";
import { sayDay } from "../labels/moment.ts";
import { transitionsOf } from "../language/lifecycle.ts";
import { sayMove, timePassesSays } from "../language/saymove.ts";
import type { Move } from "../language/slice.ts";
import { machines } from "../machines.ts";
import { propertyOf, type PropertyId } from "../properties.ts";
import { crossings, type Crossing } from "./crossing.ts";
import { sayInstant } from "./instants.ts";
import { reasonsOf, setOtherwise } from "./reasons.ts";
import { tellRefusal, type ToldRefusal } from "./refusing.ts";
import { policyPlayed, storyBeginsMs, type Happened, type Played, type Story } from "./story.ts";

/** A promise that a step broke. */
export interface ToldBreak {
  readonly promise: PropertyId;
  readonly title: string;
  readonly prose: string;
  /** What should have held, and what was seen instead. */
  readonly reasons: readonly string[];
}

/** What one step of a story was, in the reader's language. */
export interface ToldStep {
  readonly happened: Happened;
  readonly time: string;
  readonly party: Move["party"];
  readonly sentence: string;
  readonly refused: ToldRefusal | undefined;
  /** Deadlines that fired meanwhile: what happened without anybody doing it. */
  readonly byItself: readonly string[];
  /** What crossed between parties with it. */
  readonly crossed: readonly Crossing[];
  readonly breaks: readonly ToldBreak[];
}

interface Words {
  readonly small: string;
  readonly waited: (duration: string) => string;
  readonly begins: (day: string) => string;
}

const spoken: Readonly<Record<Language, Words>> = {
  en: {
    small: "Durations are made small here: a step of time stands for no number of hours.",
    waited: (duration) => `${duration} ${/^1 [a-z]+$/.test(duration) ? "goes" : "go"} by.`,
    begins: (day) => `It begins at midnight of ${day}, Seoul.`,
  },
  ko: {
    small: "여기서는 기간을 짧게 줄였으며, 시간의 한 단계는 정해진 시간을 뜻하지 않습니다.",
    waited: (duration) => `${duration} 지납니다.`,
    begins: (day) => `${day} 0시(서울)에 시작합니다.`,
  },
};

/** What happens at each deadline, by the transition that it takes. */
const atDeadlines: ReadonlyMap<string, string> = new Map(
  machines.flatMap((machine) =>
    transitionsOf(machine).flatMap(({ id, trigger, transition }) =>
      trigger.kind === "deadline" ? [[id, transition.description] as const] : [],
    ),
  ),
);

/** How things stand before the first step: what was set otherwise, when it begins, and with what. */
export const tellBeginning = ({ slice, policy, clock }: Story, language: Language): readonly string[] => [
  ...setOtherwise(policy, language),
  clock === "small" ? spoken[language].small : spoken[language].begins(sayDay(storyBeginsMs, language)),
  words(language).description(slice.beginsWith),
];

const tellBreak = (story: Story, one: Happened, promise: PropertyId, language: Language): ToldBreak => {
  const said = words(language);
  const prose = propertyOf(promise)?.prose;
  return {
    promise,
    title: said.promise(promise),
    prose: prose === undefined ? promise : said.description(prose),
    reasons: reasonsOf(story, one, promise, language),
  };
};

const sayWaiting = ({ clock }: Story, waitedMs: number, language: Language): string =>
  clock === "small"
    ? words(language).description(timePassesSays)
    : spoken[language].waited(sayDuration(waitedMs, language));

/** Every step that was played, in order. */
export function tellSteps(story: Story, { happened }: Played, language: Language): readonly ToldStep[] {
  const crossed = crossings(happened);
  const policy = policyPlayed(story);
  return happened.map((one, place) => {
    const { atMs, move, taken, breaks } = one;
    return {
      happened: one,
      time: sayInstant(story, storyBeginsMs + atMs, language),
      party: move?.party ?? "world",
      sentence:
        move === undefined
          ? sayWaiting(story, atMs - (happened[place - 1]?.atMs ?? 0), language)
          : sayMove(move, language),
      refused: tellRefusal(one, language, policy),
      byItself: taken.flatMap((id) => {
        const says = atDeadlines.get(id);
        return says === undefined ? [] : [words(language).description(says)];
      }),
      crossed: crossed[place] ?? [],
      breaks: breaks.map((promise) => tellBreak(story, one, promise, language)),
    };
  });
}
