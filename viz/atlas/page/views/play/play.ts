// Play as a view: a story is chosen, followed step by step or made by hand, and seen on the machines and as a sequence diagram.
// Where it stands is the place in the address alone; what the address asks for is played when it changes, and not before.
// The law answers by its own interpreter in this page; nothing of what happens is written down beforehand.
import { setOtherwise } from "../../../../../models/story/reasons.ts";
import { add, type Html } from "../../../../html.ts";
import type { Place } from "../../address.ts";
import type { Follow, Reader, View } from "../view.ts";
import { addChoosing, type OpenedTrace } from "./choosing.ts";
import { isPerformance, performanceAt, stepAt, type Performance } from "./performance.ts";
import { addStage } from "./stage.ts";
import { playWords } from "./words.ts";

/** What a place asks to be played, as one text: while it stays, nothing is played again. */
const storyKey = ({ asked: { step: _step, at: _at, ...story } }: Place): string => JSON.stringify(story);

function fillPlay(section: Html, reader: Reader, opened: OpenedTrace): Follow {
  const { language } = reader;
  const words = playWords[language];
  section.classed("play", true);
  add(section, "h2", "", words.play);
  add(section, "p", "says", words.lead);
  const choosing = addChoosing(section, reader, opened);
  const title = add(section, "h3", "title");
  const introduction = add(section, "p", "says");
  const problem = add(section, "p", "problem").attr("role", "status");
  const stage = addStage(section, reader);
  let key: string | undefined;
  let performance: Performance | undefined;
  let shown = 0;

  const begin = (place: Place): void => {
    const asking = performanceAt(place.asked, opened.trace);
    performance = isPerformance(asking) ? asking : undefined;
    problem.text("problem" in asking ? asking.problem[language] : "");
    title.text(performance?.title?.[language] ?? "");
    const set = performance === undefined ? [] : setOtherwise(performance.story.policy, language);
    introduction.text([performance?.introduction?.[language] ?? "", ...set].join(" ").trim());
    choosing.show(performance?.scenario, place.asked["slice"]);
    if (performance === undefined) stage.clear();
    else stage.perform(performance);
  };

  return (place) => {
    const isAnother = storyKey(place) !== key;
    if (isAnother) begin(place);
    key = storyKey(place);
    if (performance === undefined) return;
    const step = stepAt(place.asked, performance);
    // What is explained beside the view may have changed alone; then everything stays, and the keyboard where it is.
    if (isAnother || step !== shown) stage.show(step);
    shown = step;
  };
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
