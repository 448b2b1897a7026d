// Play as a view: a story is chosen, followed step by step or made by hand, and seen on the machines and as a sequence diagram.
// Where it stands is the place in the address alone; every part is filled anew when that changes.
// The law answers by its own interpreter in this page; nothing of what happens is written down beforehand.
import { tellBeginning, tellSteps } from "../../../../../models/story/telling.ts";
import { add, type Html } from "../../html.ts";
import type { Place } from "../../address.ts";
import type { Follow, Reader, View } from "../view.ts";
import { fillByHand } from "./byhand.ts";
import { fillCaption, fillOpening } from "./caption.ts";
import { addChoosing } from "./choosing.ts";
import { addControls } from "./controls.ts";
import { isPerformance, performanceAt, stepAt, worldAt, type Asking } from "./performance.ts";
import { fillSequence } from "./sequence.ts";
import { fillStanding } from "./standing.ts";
import { askedOf, nothingAsked, stepsUntil } from "./storyplace.ts";
import { playWords } from "./words.ts";

/** What a place asks to be played, as one text: while it stays, nothing is played again. */
const storyKey = ({ asked: { step: _step, at: _at, ...story } }: Place): string => JSON.stringify(story);

function fillPlay(section: Html, reader: Reader): Follow {
  const { data, language, place, go } = reader;
  const words = playWords[language];
  section.classed("play", true);
  add(section, "h2", "", words.play);
  add(section, "p", "says", words.lead);
  const choosing = addChoosing(section, reader);
  const title = add(section, "h3", "title");
  const introduction = add(section, "p", "says");
  const problem = add(section, "p", "problem").attr("role", "status");
  const stage = add(section, "div", "stage");
  let key = "";
  let asking: Asking;
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

  const follow = (at: Place): void => {
    if (storyKey(at) !== key) {
      key = storyKey(at);
      controls.stop();
      asking = performanceAt(at.asked);
    }
    problem.text(
      asking === undefined ? words.unknownPlace : "stopsAt" in asking ? words.stops(asking.stopsAt) : "",
    );
    stage.classed("elsewhere", !isPerformance(asking));
    const scenario = isPerformance(asking) ? asking.scenario : undefined;
    title.text(scenario?.title[language] ?? "");
    introduction.text(scenario?.introduction[language] ?? "");
    choosing.show(scenario?.id, scenario === undefined ? at.asked["slice"] : undefined);
    if (!isPerformance(asking)) return;
    const performance = asking;
    const { story, played } = performance;
    const step = stepAt(at.asked, performance);
    const told = tellSteps(story, played, language);
    const present = told[step - 1];
    controls.show(step, told.length);
    if (present === undefined) fillOpening(caption, tellBeginning(story, language));
    else fillCaption(caption, { data, language, words }, present);
    const fillActing = (): void => {
      fillByHand(
        acting,
        {
          performance,
          world: worldAt(performance, step),
          language,
          act: (next) => {
            const steps = [...stepsUntil(played, step), next];
            go({ ...nothingAsked, ...askedOf({ ...story, steps }), step: String(step + 1) });
          },
        },
        isAllShown,
        () => {
          isAllShown = !isAllShown;
          fillActing();
        },
      );
    };
    fillActing();
    fillStanding(standing, reader, performance);
    fillSequence(sequence, reader, performance, told);
  };
  return follow;
}

export const playView: View = {
  id: "play",
  name: () => ({ en: playWords.en.play, ko: playWords.ko.play }),
  group: "questions",
  prints: false,
  fill: fillPlay,
};
