// The stage: controls, caption, what can be done, where everything stands, and the sequence diagram of one performance.
// play.ts puts a performance on it and says which step to show; the parts that hold for the whole story are made once.
// The arrow keys step while the diagram has the focus, and every press only asks for another place in the address.
import type { StoryStep } from "../../../../../models/story/story.ts";
import { tellBeginning, tellSteps, type ToldStep } from "../../../../../models/story/telling.ts";
import { add, type Html } from "../../../../html.ts";
import type { Reader } from "../view.ts";
import { fillByHand } from "./byhand.ts";
import { fillCaption, fillOpening } from "./caption.ts";
import { addControls } from "./controls.ts";
import { worldAt, type Performance } from "./performance.ts";
import { fillSequence } from "./sequence.ts";
import { fillStanding } from "./standing.ts";
import { askedOf, nothingAsked, stepsUntil } from "./storyplace.ts";
import { playWords } from "./words.ts";

export interface Stage {
  /** Puts a performance on, before its first step. */
  readonly perform: (performance: Performance) => void;
  readonly show: (step: number) => void;
  /** Stops what plays by itself, and hides the stage. */
  readonly clear: () => void;
}

interface OnStage {
  readonly performance: Performance;
  readonly told: readonly ToldStep[];
  readonly showInSequence: (step: number) => void;
}

export function addStage(section: Html, reader: Reader): Stage {
  const { data, language, place, go } = reader;
  const words = playWords[language];
  const room = add(section, "div", "stage");
  let on: OnStage | undefined;
  let at = 0;
  let isAllShown = false;

  const goTo = (step: number): void => {
    if (on !== undefined) go({ step: String(Math.max(0, Math.min(step, on.told.length))), at: undefined });
  };
  const controls = addControls(room, words, goTo, () => place().view === "play");
  const caption = add(room, "div", "caption-room").attr("aria-live", "polite");
  const acting = add(room, "div", "acting");
  const standing = add(room, "div", "standing");
  const sequence = add(room, "div", "sequence-room");
  sequence.on("keydown", (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isInDiagram = event.target instanceof HTMLElement && event.target.matches(".diagram");
    if (by === undefined || !isInDiagram) return;
    event.preventDefault();
    goTo(at + by);
  });

  const fillActing = ({ story, played, reading }: Performance): void => {
    acting.classed("elsewhere", reading === undefined);
    if (reading === undefined) return;
    const act = (next: StoryStep): void => {
      const steps = [...stepsUntil(played, at), next];
      go({ ...nothingAsked, ...askedOf({ ...story, steps }), step: String(at + 1) });
    };
    const world = worldAt({ story, played }, at);
    fillByHand(acting, { story, reading, world, language, act }, isAllShown, () => {
      isAllShown = !isAllShown;
      fillActing({ story, played, reading });
    });
  };

  return {
    perform: (performance) => {
      controls.stop();
      room.classed("elsewhere", false);
      const told = tellSteps(performance.story, performance.played, language);
      on = { performance, told, showInSequence: fillSequence(sequence, performance, told, language) };
    },
    show: (step) => {
      if (on === undefined) return;
      const { performance, told, showInSequence } = on;
      at = step;
      controls.show(step, told.length);
      const present = told[step - 1];
      if (present !== undefined) fillCaption(caption, { data, language, words }, present);
      else
        fillOpening(
          caption,
          performance.reading === undefined ? [] : tellBeginning(performance.story, language),
        );
      fillActing(performance);
      fillStanding(standing, reader, performance, step);
      showInSequence(step);
    },
    clear: () => {
      controls.stop();
      room.classed("elsewhere", true);
      on = undefined;
    },
  };
}
