// A story on a terminal, Korean or English: a line a step, with its time, and a lane for each party.
// The sentences are those of models/story/telling.ts; here they are only laid out.
// Deadlines that fire meanwhile are told as what they are: something that nobody did.
import { words, type Language } from "../../../models/labels/labels.ts";
import type { PropertyId } from "../../../models/properties.ts";
import type { Played, Story } from "../../../models/story/story.ts";
import { tellBeginning, tellSteps, type ToldStep } from "../../../models/story/telling.ts";

/** The lanes, in the order in which a pass goes through them. */
const lanes = ["person", "issuer", "venue", "custodian", "authority"] as const;

interface Words {
  readonly refused: (sentence: string) => string;
  readonly byItself: (sentence: string) => string;
  readonly brokenHere: (id: string, title: string) => string;
  readonly brokenToo: (ids: readonly string[]) => string;
}

const spoken: Readonly<Record<Language, Words>> = {
  en: {
    refused: (sentence) => `Refused: ${sentence}`,
    byItself: (sentence) => `By itself: ${sentence}`,
    brokenHere: (id, title) => `Here the promise ${id} is broken: ${title}`,
    brokenToo: (ids) => `Broken here too: ${ids.join(", ")}.`,
  },
  ko: {
    refused: (sentence) => `거절: ${sentence}`,
    byItself: (sentence) => `저절로: ${sentence}`,
    brokenHere: (id, title) => `여기서 깨지는 약속: ${id}. ${title}`,
    brokenToo: (ids) => `여기서 함께 깨지는 약속: ${ids.join(", ")}.`,
  },
};

const laneOf = (party: string): string => lanes.map((lane) => (lane === party ? "●" : "·")).join(" ");

/** In the small, that time passes says nothing by itself. */
const isWorthALine = ({ clock }: Story, { happened }: ToldStep): boolean =>
  clock === "real" || happened.move !== undefined;

const linesOf = (story: Story, step: ToldStep, language: Language): readonly string[] => {
  const say = spoken[language];
  const { time, party, sentence, refused, byItself } = step;
  const own = `${sentence}${refused === undefined ? "" : ` ${say.refused(refused.sentence)}`}`;
  const sentences = [...(isWorthALine(story, step) ? [own] : []), ...byItself.map(say.byItself)];
  return sentences.map((one) => `  ${time}  ${laneOf(party)}  ${one}`);
};

const linesOfBreaks = (
  { breaks }: ToldStep,
  about: PropertyId | undefined,
  language: Language,
): readonly string[] => {
  const say = spoken[language];
  const isTold = (promise: PropertyId): boolean => about === undefined || promise === about;
  const others = breaks.map(({ promise }) => promise).filter((promise) => !isTold(promise));
  return [
    ...breaks
      .filter(({ promise }) => isTold(promise))
      .flatMap(({ promise, title, prose, reasons }) => [
        say.brokenHere(promise, title),
        `  ${prose}`,
        ...reasons.map((line) => `  ${line}`),
      ]),
    ...(others.length === 0 ? [] : [say.brokenToo(others)]),
  ];
};

/** The story, a line each; the last lines say which promise is broken, and by what. If it is told about one promise, others are only named. */
export function tellStory(
  story: Story,
  played: Played,
  language: Language,
  about?: PropertyId,
): readonly string[] {
  const { party } = words(language);
  const steps = tellSteps(story, played, language);
  const last = steps.at(-1);
  return [
    ...tellBeginning(story, language),
    ...lanes.map((lane, place) => `      ${"│ ".repeat(place)}┌ ${party(lane)}`),
    ...steps.flatMap((step) => linesOf(story, step, language)),
    ...(last === undefined ? [] : linesOfBreaks(last, about, language)),
  ];
}
