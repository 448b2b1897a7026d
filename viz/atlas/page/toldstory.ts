// A story of the prover's tables, told in sentences wherever something is explained by one, with a link to play it step by step.
// It is played there and then by the law as it is: a story that does not play is not told, and the caller says so.
// How it goes on is Play's business (views/play).
import { law } from "../../../models/law.ts";
import type { Policy } from "../../../models/policy.ts";
import { sliceOf } from "../../../models/slices.ts";
import { play, type Played, type Story } from "../../../models/story/story.ts";
import { tellBeginning, tellSteps, type ToldStep } from "../../../models/story/telling.ts";
import type { Language } from "../data.ts";
import type { ToldStory } from "../reading/toldstory.ts";
import { add, type Html } from "../../html.ts";
import { askedOf } from "./views/play/storyplace.ts";
import type { Reader } from "./views/view.ts";

export interface PlayedStory {
  readonly story: Story;
  readonly played: Played;
}

/** The story played under a policy, if it plays to its end. */
export function playedUnder(told: ToldStory, policy: Policy): PlayedStory | undefined {
  const slice = sliceOf(told.slice, told.form);
  if (slice === undefined) return undefined;
  const story: Story = { slice, form: told.form, policy, clock: told.clock, steps: told.steps };
  const played = play(story, law);
  return played.stopsAt === undefined ? { story, played } : undefined;
}

interface StoryWords {
  readonly begins: string;
  readonly byItself: string;
  readonly refused: string;
  readonly broken: string;
  readonly play: string;
}

const wordsOf: Readonly<Record<Language, StoryWords>> = {
  en: {
    begins: "The beginning",
    byItself: "By itself",
    refused: "Refused",
    broken: "Here the promise is broken",
    play: "Play it step by step",
  },
  ko: {
    begins: "시작",
    byItself: "저절로",
    refused: "거절",
    broken: "여기서 약속이 깨집니다",
    play: "한 단계씩 따라가 보기",
  },
};

function addStep(
  list: Html,
  words: StoryWords,
  { time, sentence, refused, byItself, breaks }: ToldStep,
): void {
  const item = add(list, "li");
  add(item, "span", "quiet", time);
  add(item, "div", "", sentence);
  for (const says of byItself) add(item, "div", "", `◷ ${words.byItself}: ${says}`);
  if (refused !== undefined) add(item, "div", "", `✗ ${words.refused}: ${refused.sentence}`);
  for (const { title, reasons } of breaks) {
    const broken = add(item, "div", "broken");
    add(broken, "b", "", `✗ ${words.broken}: ${title}`);
    for (const reason of reasons) add(broken, "div", "", reason);
  }
}

export function addTold(parent: Html, { language, addressOf }: Reader, { story, played }: PlayedStory): void {
  const words = wordsOf[language];
  const beginning = add(parent, "p", "quiet");
  beginning.text(`${words.begins}: ${tellBeginning(story, language).join(" ")}`);
  const list = add(parent, "ol", "told");
  for (const step of tellSteps(story, played, language)) addStep(list, words, step);
  add(add(parent, "p"), "a", "play", `▶ ${words.play}`).attr("href", addressOf("play", askedOf(story)));
}
