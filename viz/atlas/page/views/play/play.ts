// Play as a view: a story is chosen, followed step by step or made by hand, and seen on the machines and as a sequence diagram.
// Where it stands is the place in the address alone; every part is filled anew when that changes.
// The law answers by its own interpreter in this page; nothing of what happens is written down beforehand.
import type { StoryStep } from "../../../../../models/story/story.ts";
import { tellBeginning, tellSteps } from "../../../../../models/story/telling.ts";
import { add, type Html } from "../../html.ts";
import type { Place } from "../../address.ts";
import type { Follow, Reader, View } from "../view.ts";
import { fillByHand } from "./byhand.ts";
import { fillCaption, fillOpening } from "./caption.ts";
import { addChoosing, type OpenedTrace } from "./choosing.ts";
import { addControls } from "./controls.ts";
import {
  isPerformance,
  performanceAt,
  stepAt,
  worldAt,
  type Asking,
  type Performance,
} from "./performance.ts";
import { fillSequence } from "./sequence.ts";
import { fillStanding } from "./standing.ts";
import { askedOf, nothingAsked, stepsUntil } from "./storyplace.ts";
import { playWords } from "./words.ts";

/** What a place asks to be played, as one text: while it stays, nothing is played again. */
const storyKey = ({ asked: { step: _step, at: _at, ...story } }: Place): string => JSON.stringify(story);

function fillPlay(section: Html, reader: Reader, opened: OpenedTrace): Follow {
  const { data, language, place, go } = reader;
  const words = playWords[language];
  section.classed("play", true);
  add(section, "h2", "", words.play);
  add(section, "p", "says", words.lead);
  const choosing = addChoosing(section, reader, opened);
  const title = add(section, "h3", "title");
  const introduction = add(section, "p", "says");
  const problem = add(section, "p", "problem").attr("role", "status");
  const stage = add(section, "div", "stage");
  let key = "";
  let asking: Asking = performanceAt({}, undefined);
  let isAllShown = false;

  const goTo = (step: number): void => {
    if (isPerformance(asking))
      go({ step: String(Math.max(0, Math.min(step, asking.played.happened.length))), at: undefined });
  };
  const controls = addControls(stage, words, goTo, () => place().view === "play");
  const caption = add(stage, "div", "caption-room").attr("aria-live", "polite");
  const acting = add(stage, "div", "acting");
  const standing = add(stage, "div", "standing");
  const sequence = add(stage, "div", "sequence-room");
  sequence.on("keydown", (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || !isPerformance(asking) || !(event.target instanceof HTMLElement)) return;
    if (!event.target.matches(".diagram")) return;
    event.preventDefault();
    goTo(stepAt(place().asked, asking) + by);
    section.select<HTMLElement>(".sequence").node()?.focus();
  });

  const fillActing = ({ story, played, reading }: Performance, step: number): void => {
    if (reading === undefined) return;
    const world = worldAt({ story, played }, step);
    const act = (next: StoryStep): void => {
      const steps = [...stepsUntil(played, step), next];
      go({ ...nothingAsked, ...askedOf({ ...story, steps }), step: String(step + 1) });
    };
    fillByHand(acting, { story, reading, world, language, act }, isAllShown, () => {
      isAllShown = !isAllShown;
      fillActing({ story, played, reading }, step);
    });
  };

  const follow = (at: Place): void => {
    if (storyKey(at) !== key) {
      key = storyKey(at);
      controls.stop();
      asking = performanceAt(at.asked, opened.trace);
    }
    problem.text("problem" in asking ? asking.problem[language] : "");
    stage.classed("elsewhere", !isPerformance(asking));
    title.text(isPerformance(asking) ? (asking.title?.[language] ?? "") : "");
    introduction.text(isPerformance(asking) ? (asking.introduction?.[language] ?? "") : "");
    choosing.show(isPerformance(asking) ? asking.scenario : undefined, at.asked["slice"]);
    if (!isPerformance(asking)) return;
    const performance = asking;
    const { story, played } = performance;
    const step = stepAt(at.asked, performance);
    const told = tellSteps(story, played, language);
    const present = told[step - 1];
    controls.show(step, told.length);
    if (present === undefined)
      fillOpening(caption, performance.reading === undefined ? [] : tellBeginning(story, language));
    else fillCaption(caption, { data, language, words }, present);
    acting.classed("elsewhere", performance.reading === undefined);
    fillActing(performance, step);
    fillStanding(standing, reader, performance);
    fillSequence(sequence, reader, performance, told);
  };
  return follow;
}

export const playView = (): View => {
  const opened: OpenedTrace = { trace: undefined };
  return {
    id: "play",
    name: () => ({ en: playWords.en.play, ko: playWords.ko.play }),
    group: "questions",
    prints: false,
    fill: (section, reader) => fillPlay(section, reader, opened),
  };
};
