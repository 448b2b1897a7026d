// What can be done now: every move of the slice as a sentence, by party; pressing one makes it the next step of the story.
// What would be refused can be pressed too, because the refusal is the answer; what cannot come up at all is shown on demand.
// Time passes to the next deadline or by an amount that the reader writes; what is no amount is answered in a sentence.
import { sayDuration } from "../../../../../models/labels/duration.ts";
import { words as labels } from "../../../../../models/labels/labels.ts";
import { tickMs, type Reading } from "../../../../../models/language/compose.ts";
import { sayMove } from "../../../../../models/language/saymove.ts";
import type { Move, World } from "../../../../../models/language/slice.ts";
import { durationMs } from "../../../../../models/settings.ts";
import { parties } from "../../../../../models/system.ts";
import type { Story, StoryStep } from "../../../../../models/story/story.ts";
import type { Language } from "../../../data.ts";
import { add, type Html } from "../../../../html.ts";
import { playWords, type PlayWords } from "./words.ts";

/** What would come of a move now. */
type Answer =
  { readonly kind: "possible" | "impossible" } | { readonly kind: "refused"; readonly code: string };

const signs: Readonly<Record<Answer["kind"], string>> = { possible: "○", refused: "✗", impossible: "–" };

export interface Acting {
  readonly story: Story;
  readonly reading: Reading;
  readonly world: World;
  readonly language: Language;
  /** Makes this the next step. */
  readonly act: (step: StoryStep) => void;
}

const answerTo = ({ reading, world }: Acting, { id }: Move): Answer => {
  const made = reading.make(world, id);
  if (made === undefined) return { kind: "impossible" };
  return made.refused === "" ? { kind: "possible" } : { kind: "refused", code: made.refused };
};

const remarkOn = (answer: Answer, language: Language): string => {
  const words = playWords[language];
  switch (answer.kind) {
    case "possible":
      return "";
    case "impossible":
      return ` (${words.impossible})`;
    case "refused":
      return ` (${words.refused}: ${labels(language).refusal(answer.code).sentence})`;
  }
};

function addMove(parent: Html, { language, act }: Acting, move: Move, answer: Answer): void {
  const isPossible = answer.kind !== "impossible";
  const button = add(
    parent,
    "button",
    `move ${answer.kind}`,
    `${signs[answer.kind]} ${sayMove(move, language)}`,
  )
    .attr("type", "button")
    .attr("data-move", move.id)
    .attr("aria-disabled", isPossible ? null : "true")
    .on("click", () => {
      if (isPossible) act({ waitMs: 0, move: move.id });
    });
  add(button, "span", "quiet", remarkOn(answer, language));
}

function addMoves(parent: Html, acting: Acting, isAllShown: boolean): void {
  const { story, language } = acting;
  const byParty = Map.groupBy(story.slice.moves, ({ party }) => party);
  for (const party of [...parties, "world"] as const) {
    const answered = (byParty.get(party) ?? [])
      .map((move) => ({ move, answer: answerTo(acting, move) }))
      .filter(({ answer }) => isAllShown || answer.kind !== "impossible");
    if (answered.length === 0) continue;
    const group = add(parent, "div", "moves").attr("data-party", party);
    add(group, "h4", "", party === "world" ? playWords[language].world : labels(language).party(party));
    for (const { move, answer } of answered) addMove(group, acting, move, answer);
  }
}

function addTime(parent: Html, { story, reading, world, language, act }: Acting): void {
  const words: PlayWords = playWords[language];
  const group = add(parent, "div", "moves time").attr("role", "group").attr("aria-label", words.pass);
  add(group, "h4", "", words.pass);
  const said = add(group, "p", "problem").attr("role", "status");
  const pass = (waitMs: number): void => {
    if (reading.wait(world, waitMs) === undefined) said.text(words.noTime);
    else act({ waitMs });
  };
  const button = (text: string, waitMs: number, name: string): void => {
    add(group, "button", "move possible", `◷ ${text}`)
      .attr("type", "button")
      .attr("data-move", name)
      .on("click", () => pass(waitMs));
  };
  if (story.clock === "small") {
    button(words.oneStep, tickMs(story.slice), "a step");
    return;
  }
  const next = reading.untilDeadline(world);
  if (next !== undefined) button(words.toDeadline(sayDuration(next, language)), next, "to the deadline");
  const form = add(group, "form");
  const field = add(add(form, "label", "quiet", `${words.amount} `), "input")
    .attr("name", "amount")
    .attr("size", 6);
  add(form, "button", "choice", words.letPass).attr("type", "submit");
  form.on("submit", (event: Event) => {
    event.preventDefault();
    const waitMs = durationMs(String(field.property("value")));
    if (waitMs === undefined || waitMs === 0) said.text(words.badAmount);
    else pass(waitMs);
  });
}

/** Fills the list anew, and leaves the keyboard at the move where it was, or at the heading where that is gone. */
export function fillByHand(parent: Html, acting: Acting, isAllShown: boolean, showAll: () => void): void {
  const words = playWords[acting.language];
  const element = parent.node();
  const focused = element?.contains(document.activeElement) === true ? document.activeElement : null;
  const held = focused?.getAttribute("data-move");
  parent.selectAll("*").remove();
  add(parent, "h3", "", words.actNow).attr("tabindex", -1);
  add(parent, "p", "quiet", words.actNote);
  addTime(parent, acting);
  addMoves(parent, acting, isAllShown);
  add(parent, "button", "choice", words.showImpossible)
    .attr("type", "button")
    .attr("data-move", "all")
    .attr("aria-pressed", String(isAllShown))
    .on("click", showAll);
  if (focused === null) return;
  const buttons = [...(element?.querySelectorAll<HTMLElement>("[data-move]") ?? [])];
  (
    buttons.find(({ dataset }) => dataset["move"] === held) ?? element?.querySelector<HTMLElement>("h3")
  )?.focus();
}
