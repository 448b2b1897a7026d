// Tells what was decided about one person, line by line in plain words: when in Seoul, what they did, and what they were answered.
// `replay DIR --person N` prints a whole life with it, and a broken promise in run.json has the lines around its first breach as its story.
// Refusals, events and promises have the words of the law (models/labels); only what a person does at the door is worded here.
import { refusalCodes, toldNames, type ToldName } from "../../../impl/generated/law.ts";
import { words, type Language } from "../../../models/labels/labels.ts";
import { sayDay, sayTime } from "../../../models/labels/moment.ts";
import { decisions, type Decision } from "../../decisions.ts";
import { kindOf } from "../../world/venues.ts";
import type { World } from "../../world/world.ts";
import type { Heard } from "./listening.ts";

interface Said {
  readonly does: Readonly<Record<Decision, (venue: string) => string>>;
  readonly refused: string;
  readonly breaks: string;
  /** The one venue that keeps a store and a device of its own, and a place that is no venue. */
  readonly apart: string;
  readonly nowhere: string;
}

const said: Readonly<Record<Language, Said>> = {
  en: {
    does: {
      agree: () => "agrees to the notice",
      sendCode: () => "asks for a code by SMS",
      checkCode: () => "types a code",
      issue: () => "asks for a pass",
      record: (venue) => `shows a pass at ${venue}`,
      recordLate: (venue) => `has been let in at ${venue}, which now delivers the scan`,
      withdraw: () => "withdraws",
    },
    refused: "refused",
    breaks: "breaks",
    apart: "the venue that is a party of its own",
    nowhere: "no venue",
  },
  ko: {
    does: {
      agree: () => "고지에 동의합니다",
      sendCode: () => "문자 인증번호를 요청합니다",
      checkCode: () => "인증번호를 입력합니다",
      issue: () => "QR코드를 요청합니다",
      record: (venue) => `${venue}에서 QR코드를 보여 줍니다`,
      recordLate: (venue) => `${venue}에 들어갔고, 시설이 그 스캔을 이제 전달합니다`,
      withdraw: () => "동의를 철회합니다",
    },
    refused: "거절",
    breaks: "위반",
    apart: "독립된 당사자인 시설",
    nowhere: "시설이 아닌 곳",
  },
};

/** People and venues as a scenario counts them: from 1. */
export const numberOf = (place: number): number => place + 1;
export const placeOfNumber = (number: number): number => number - 1;

const venueText = ({ venues }: World, venue: number, language: Language): string => {
  const kind = kindOf(venues, venue);
  const { apart, nowhere } = said[language];
  return kind === undefined
    ? venue === venues.count
      ? apart
      : nowhere
    : `${kind[language]} ${String(numberOf(venue))}`;
};

/** What is told of a decision whose answer is a thing and not a word: the pass, or being let in. */
const given: Partial<Readonly<Record<Decision, ToldName>>> = {
  issue: "pass.shown",
  record: "visit.stored",
  recordLate: "visit.stored",
};

const answerOf = (decision: Decision, answer: number, language: Language): string => {
  const { told, refusal } = words(language);
  if (answer > 0) {
    const code = refusalCodes[answer] ?? "";
    return `${said[language].refused} (${code}): ${refusal(code).sentence}`;
  }
  return told(given[decision] ?? toldNames[-answer] ?? "");
};

/** What was decided, a line each, and a line more for each promise that it broke. */
export const tellLife = (world: World, life: readonly Heard[], language: Language): readonly string[] =>
  life.flatMap(({ atMs, decision: number, answer, venue, broke }) => {
    const decision = decisions[number];
    if (decision === undefined) return [];
    const { does, breaks } = said[language];
    const when = `${sayDay(atMs, language)} ${sayTime(atMs)}`;
    const what = does[decision](venueText(world, venue, language));
    return [
      `${when}  ${what}: ${answerOf(decision, answer, language)}`,
      ...broke.map((promise) => `${when}  ${breaks} ${promise}: ${words(language).promise(promise)}`),
    ];
  });

const before = 10;
const after = 2;

/** What of a life lies around the instant of a breach. */
export const around = (life: readonly Heard[], atMs: number): readonly Heard[] => {
  const place = life.findLastIndex((heard) => !(heard.atMs > atMs));
  return life.slice(Math.max(0, place + 1 - before), place + 1 + after);
};
