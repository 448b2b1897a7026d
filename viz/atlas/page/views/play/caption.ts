// The caption: what the present step is, in a big sentence, with its time, what happened by itself, a refusal's reason and broken promises.
// It is read aloud when it changes; it is the story's own telling and adds nothing to it.
import type { ToldStep } from "../../../../../models/story/telling.ts";
import type { AtlasData, Language } from "../../../data.ts";
import { addClauses } from "../../clauses.ts";
import { add, type Html } from "../../../../html.ts";
import type { PlayWords } from "./words.ts";

interface Shown {
  readonly data: AtlasData;
  readonly language: Language;
  readonly words: PlayWords;
}

function addRefusal(
  parent: Html,
  { data, language, words }: Shown,
  refused: NonNullable<ToldStep["refused"]>,
) {
  const box = add(parent, "div", "reason");
  add(box, "p", "answer", `✗ ${words.refused}: ${refused.sentence} ${refused.advice}`);
  const why = add(box, "p", "", `${words.because}: ${refused.says ?? refused.sentence} `);
  if (refused.condition !== undefined) add(why, "span", "", `${words.condition}: ${refused.condition}.`);
  add(box, "code", "", refused.code);
  addClauses(box, data, language, refused.clauses);
}

function addBreaks(parent: Html, words: PlayWords, { breaks }: ToldStep): void {
  for (const { promise, title, prose, reasons } of breaks) {
    const box = add(parent, "div", "broken");
    add(box, "p", "answer", `✗ ${words.broken}: ${title}`);
    add(box, "code", "", promise);
    for (const sentence of [prose, ...reasons]) add(box, "p", "", sentence);
  }
}

export function fillCaption(parent: Html, shown: Shown, step: ToldStep): void {
  parent.selectAll("*").remove();
  add(parent, "p", "quiet", step.time);
  add(parent, "p", "caption", step.sentence);
  for (const sentence of step.byItself)
    add(parent, "p", "by-itself", `◷ ${shown.words.byItself}: ${sentence}`);
  if (step.refused !== undefined) addRefusal(parent, shown, step.refused);
  addBreaks(parent, shown.words, step);
}

/** Before the first step: how the story begins. */
export function fillOpening(parent: Html, lines: readonly string[]): void {
  parent.selectAll("*").remove();
  for (const line of lines) add(parent, "p", "caption", line);
}
