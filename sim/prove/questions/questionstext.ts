// The open questions and their answers as lines for the terminal, in one language.
// Everything said here stands in the JSON too; lines are broken at spaces so that they can be read.
import { sayCount, sayDuration } from "../../../models/labels/duration.ts";
import { words, type Language } from "../../../models/labels/labels.ts";
import { constants, type Constant } from "../../../models/policy.ts";
import type { OpenQuestion, Questions } from "../../results/questions.ts";
import { broken, widthOf } from "../../tour/textwidth.ts";
import { englishFrame } from "./words/en.ts";
import { koreanFrame } from "./words/ko.ts";
import type { Frame } from "./words/words.ts";

const frames: Readonly<Record<Language, Frame>> = { en: englishFrame, ko: koreanFrame };
const kinds: ReadonlyMap<string, Constant["kind"]> = new Map(
  Object.entries<Constant>(constants).map(([name, { kind }]) => [name, kind]),
);

/** A value of the policy in words, by the kind of its constant. */
const valueText = (name: string, value: number | string, language: Language): string => {
  if (typeof value === "string") return words(language).word(value);
  return kinds.get(name) === "duration" ? sayDuration(value, language) : sayCount(value);
};

const widthMost = 110;

/** Lines of a text behind its heading, under each other. */
const hanging = (heading: string, text: string): readonly string[] => {
  const indent = widthOf(heading);
  return broken(text, widthMost - indent).map(
    (line, place) => `${place === 0 ? heading : " ".repeat(indent)}${line}`,
  );
};

const questionLines = (
  { id, clause, asks, answer, restsOn, see }: OpenQuestion,
  language: Language,
): readonly string[] => {
  const frame = frames[language];
  const heading = (text: string): string => `  ${text}: `;
  const numbers = restsOn.map(
    ({ name, value, says }) => `${says[language]} (${name} ${valueText(name, value, language)})`,
  );
  return [
    ...hanging(`${clause} ${id}  `, asks[language]),
    ...hanging(heading(frame.answer), answer[language]),
    ...hanging(
      heading(frame.restsOn),
      numbers.length === 0 ? frame.restsOnNothing : numbers.join(language === "ko" ? ", " : "; "),
    ),
    // A command stays on one line, to be copied.
    ...(see === undefined ? [] : [`${heading(frame.see)}${see}`]),
  ];
};

export const questionsText = ({ policy, questions }: Questions, language: Language): readonly string[] => {
  const set = Object.entries(policy.set).map(
    ([name, value]) => `${name} ${valueText(name, value, language)}`,
  );
  return [
    frames[language].opening(questions.length, [policy.preset, ...set].join(", ")),
    ...questions.flatMap((question) => ["", ...questionLines(question, language)]),
  ];
};
