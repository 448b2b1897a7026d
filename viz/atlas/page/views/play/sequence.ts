// The story as a sequence diagram with its twin, a list: who tells whom what, what each learns, and what each then knows.
// Of a long story only a window around the present step is drawn; the list has all of it.
// Words of messages and of knowledge come from the labels of the models.
import { words as labels } from "../../../../../models/labels/labels.ts";
import type { Crossing } from "../../../../../models/story/crossing.ts";
import { learning, type Learnt } from "../../../../../models/story/learning.ts";
import type { ToldStep } from "../../../../../models/story/telling.ts";
import { layOutSequence, type SequenceStep } from "../../../../layout/sequence.ts";
import { markPresent, paintSequence } from "../../../../paint/sequence.ts";
import type { Language } from "../../../data.ts";
import { add, type Html } from "../../../../html.ts";
import { addSaved } from "../../save.ts";
import { addTable, sortsAs } from "../../table.ts";
import { wordsOf } from "../../words.ts";
import { leastScale } from "../machine/diagram.ts";
import type { Performance } from "./performance.ts";
import { playWords } from "./words.ts";

const lanes = ["person", "issuer", "venue", "custodian", "authority"] as const;
const stepsMost = 40;

const nameOf = ({ kind, name }: Crossing, language: Language): string => {
  const said = labels(language);
  return kind === "refusal"
    ? said.refusal(name).sentence
    : kind === "message"
      ? said.message(name)
      : said.event(name);
};

const freshOf = (learnt: readonly Learnt[], language: Language) =>
  learnt
    .filter(({ fresh }) => fresh.length > 0)
    .map(({ party, fresh }) => ({ lane: party, things: fresh.map(labels(language).knowledge) }));

const laneOf = (party: string): string | undefined => lanes.find((lane) => lane === party);

const sequenceStep = (
  step: ToldStep,
  number: number,
  learnt: readonly Learnt[],
  language: Language,
): SequenceStep => ({
  number,
  time: step.time,
  lane: laneOf(step.party),
  sentence: step.refused === undefined ? step.sentence : `${step.sentence} ✗ ${step.refused.sentence}`,
  arrows: step.crossed.map((crossing) => ({
    kind: crossing.kind,
    from: crossing.from,
    to: crossing.to,
    text: nameOf(crossing, language),
  })),
  byItself: step.byItself,
  learnt: freshOf(learnt, language),
});

/** The first and the last step that are drawn, from 1. */
const windowAround = (step: number, steps: number): readonly [from: number, to: number] => {
  if (steps <= stepsMost) return [1, steps];
  const from = Math.min(Math.max(1, step - stepsMost / 2), steps - stepsMost + 1);
  return [from, from + stepsMost - 1];
};

/** Draws the window around a step, and afterwards only moves the mark while the step is within it. */
function addDiagram(
  parent: Html,
  steps: readonly SequenceStep[],
  language: Language,
): (step: number) => void {
  const words = playWords[language];
  const said = add(parent, "p", "quiet");
  const room = add(parent, "div", "diagram sequence").attr("tabindex", 0).attr("aria-label", words.sequence);
  const svg = room.append("svg").node();
  if (svg === null) return () => undefined;
  addSaved(parent, svg, `entrylog-story-${language}`, wordsOf[language]);
  const named = lanes.map((id) => ({ id, name: labels(language).party(id) }));
  let drawn = "";
  return (step) => {
    const [from, to] = windowAround(step, steps.length);
    if (drawn !== `${from} ${to}`) {
      drawn = `${from} ${to}`;
      said.text(to - from + 1 < steps.length ? words.window(from, to) : "");
      const picture = layOutSequence(named, steps.slice(from - 1, to));
      paintSequence(svg, picture, words.sequence);
      svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
    }
    markPresent(svg, step);
    const element = room.node();
    const row = svg.querySelector(".present")?.getBoundingClientRect();
    if (element === null || row === undefined) return;
    element.scrollTop += row.top - element.getBoundingClientRect().top - element.clientHeight / 3;
  };
}

function addKnowledge(parent: Html, learnt: readonly Learnt[], language: Language): void {
  const words = playWords[language];
  const said = labels(language);
  add(parent, "h3", "", words.knowledge);
  add(parent, "p", "quiet", words.knowledgeNote);
  const rows = learnt.filter(({ party }) => laneOf(party) !== undefined);
  const list = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : names.map(said.knowledge).join(", ");
  addTable(parent, [words.who, words.learnt, words.known], rows, ({ party, fresh, known }, cell, line) => {
    line.attr("data-party", party);
    cell(said.party(party));
    add(cell(), fresh.length === 0 ? "span" : "strong", "", list(fresh));
    cell(list(known));
  });
}

function addList(
  parent: Html,
  told: readonly ToldStep[],
  learnt: readonly (readonly Learnt[])[],
  language: Language,
): void {
  const words = playWords[language];
  const said = labels(language);
  const twin = add(parent, "details", "twin");
  add(twin, "summary", "", words.list);
  const columns = [words.number, words.time, words.who, words.sentence, words.crosses, words.learnt];
  addTable(twin, columns, [...told.entries()], ([index, step], cell) => {
    const sentences = [step.sentence, ...step.byItself.map((one) => `◷ ${one}`)];
    const refusal = step.refused === undefined ? [] : [`✗ ${step.refused.sentence}`];
    sortsAs(cell(String(index + 1)), index);
    sortsAs(cell(step.time), step.happened.atMs);
    cell(step.party === "world" ? words.world : said.party(step.party));
    cell([...sentences, ...refusal].join(" "));
    cell(
      step.crossed
        .map(
          (crossing) =>
            `${said.party(crossing.from)} → ${said.party(crossing.to)}: ${nameOf(crossing, language)}`,
        )
        .join("; "),
    );
    cell(
      freshOf(learnt[index] ?? [], language)
        .map(({ lane, things }) => `${said.party(lane)}: ${things.join(", ")}`)
        .join("; "),
    );
  });
}

/** Fills the place with a story, and answers how to show a step of it. */
export function fillSequence(
  parent: Html,
  performance: Performance,
  told: readonly ToldStep[],
  language: Language,
): (step: number) => void {
  const words = playWords[language];
  // Rows of a trace are one person's or one case's: what crossed beside them is not among them, so nothing is derived.
  const learnt = performance.reading === undefined ? [] : learning(performance.played.happened);
  const steps = told.map((one, index) => sequenceStep(one, index + 1, learnt[index] ?? [], language));
  parent.selectAll("*").remove();
  if (told.length === 0) return () => undefined;
  add(parent, "h3", "", words.sequence);
  add(parent, "p", "quiet", words.sequenceNote);
  const show = addDiagram(parent, steps, language);
  addList(parent, told, learnt, language);
  const knowledge = add(parent, "div");
  return (step) => {
    show(step);
    knowledge.selectAll("*").remove();
    const known = learnt[step - 1];
    if (known !== undefined) addKnowledge(knowledge, known, language);
  };
}
