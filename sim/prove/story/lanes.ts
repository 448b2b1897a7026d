// Tells a story in plain sentences, Korean or English: a line a step, with its time, and a lane for each party.
// Whoever reads it needs to know neither the models nor the names that programs give to moves.
// Deadlines that fire meanwhile are told as what they are: something that nobody did.
import { words, type Language } from "../../../models/labels/labels.ts";
import { sayMove } from "../../../models/language/saymove.ts";
import { sayDuration } from "../../../models/labels/duration.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { propertyOf, type PropertyId } from "../../../models/properties.ts";
import { sayDay } from "../../tour/moment.ts";
import { sayInstant } from "./instants.ts";
import { reasonsOf, setOtherwise } from "./reasons.ts";
import { storyBeginsMs, type Happened, type Played, type Story } from "./story.ts";

/** The lanes, in the order in which a pass goes through them. */
const lanes = ["person", "issuer", "venue", "custodian", "authority"] as const;

interface Words {
  readonly refused: (sentence: string) => string;
  readonly byItself: (sentence: string) => string;
  readonly small: string;
  readonly waited: (duration: string) => string;
  readonly brokenHere: (id: string, title: string) => string;
  readonly brokenToo: (ids: readonly string[]) => string;
  readonly begins: (day: string) => string;
}

const spoken: Readonly<Record<Language, Words>> = {
  en: {
    refused: (sentence) => `Refused: ${sentence}`,
    byItself: (sentence) => `By itself: ${sentence}`,
    small: "Durations are made small here: a step of time stands for no number of hours.",
    waited: (duration) => `${duration} go by.`,
    brokenHere: (id, title) => `Here the promise ${id} is broken: ${title}`,
    brokenToo: (ids) => `Broken here too: ${ids.join(", ")}.`,
    begins: (day) => `It begins at midnight of ${day}, Seoul.`,
  },
  ko: {
    refused: (sentence) => `거절: ${sentence}`,
    byItself: (sentence) => `저절로: ${sentence}`,
    small: "여기서는 기간을 짧게 줄였으며, 시간의 한 단계는 정해진 시간을 뜻하지 않습니다.",
    waited: (duration) => `${duration} 지납니다.`,
    brokenHere: (id, title) => `여기서 깨지는 약속: ${id}. ${title}`,
    brokenToo: (ids) => `여기서 함께 깨지는 약속: ${ids.join(", ")}.`,
    begins: (day) => `${day} 0시(서울)에 시작합니다.`,
  },
};

const descriptions: ReadonlyMap<string, { readonly trigger: string; readonly says: string }> = new Map(
  machines.flatMap((machine) =>
    transitionsOf(machine).map(({ id, trigger, transition }) => [
      id,
      { trigger: trigger.kind, says: transition.description },
    ]),
  ),
);

/** Deadlines that fired in this step, in words. */
const byItself = ({ taken }: Happened, language: Language): readonly string[] =>
  taken.flatMap((id) => {
    const known = descriptions.get(id);
    return known?.trigger === "deadline"
      ? [spoken[language].byItself(words(language).description(known.says))]
      : [];
  });

const laneOf = (party: string): string => lanes.map((lane) => (lane === party ? "●" : "·")).join(" ");

function linesOf(story: Story, one: Happened, waitedMs: number, language: Language): readonly string[] {
  const say = spoken[language];
  const own =
    one.move === undefined
      ? [
          ...(story.clock === "real" && waitedMs > 0 ? [say.waited(sayDuration(waitedMs, language))] : []),
          ...byItself(one, language),
        ]
      : [
          `${sayMove(one.move, language)}${one.refused === "" ? "" : ` ${say.refused(words(language).refusal(one.refused).sentence)}`}`,
          ...byItself(one, language),
        ];
  const lane = laneOf(one.move?.party ?? "world");
  const time = sayInstant(story, storyBeginsMs + one.atMs, language);
  return own.map((sentence) => `  ${time}  ${lane}  ${sentence}`);
}

/** The promise in the reader's language. */
const promiseSaid = (id: PropertyId, language: Language): string => {
  const prose = propertyOf(id)?.prose;
  return prose === undefined ? id : words(language).description(prose);
};

/** The story, a line each; the last lines say which promise is broken, and by what. If it is told about one promise, others are only named. */
export function tellStory(
  story: Story,
  played: Played,
  language: Language,
  about?: PropertyId,
): readonly string[] {
  const say = spoken[language];
  const { party } = words(language);
  const header = lanes
    .map((lane, place) => `${"│ ".repeat(place)}┌ ${party(lane)}`)
    .map((line) => `      ${line}`);
  let lastMs = 0;
  const lines = played.happened.flatMap((one) => {
    const waitedMs = one.atMs - lastMs;
    lastMs = one.atMs;
    return linesOf(story, one, waitedMs, language);
  });
  const last = played.happened.at(-1);
  const brokenBy = (one: Happened): readonly string[] => {
    const told = about === undefined ? one.breaks : one.breaks.filter((id) => id === about);
    const others = one.breaks.filter((id) => !told.includes(id));
    return [
      ...told.flatMap((id) => [
        say.brokenHere(id, words(language).promise(id)),
        `  ${promiseSaid(id, language)}`,
        ...reasonsOf(story, one, id, language).map((line) => `  ${line}`),
      ]),
      ...(others.length === 0 ? [] : [say.brokenToo(others)]),
    ];
  };
  return [
    ...setOtherwise(story.policy, language),
    story.clock === "small" ? say.small : say.begins(sayDay(storyBeginsMs, language)),
    words(language).description(story.slice.beginsWith),
    ...header,
    ...lines,
    ...(last === undefined ? [] : brokenBy(last)),
  ];
}
