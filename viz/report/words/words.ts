// The words of the report by language, and how figures and days are written in it.
// Every part of the report speaks through it; what has no word in one language does not compile.
import { words as lawWords, type Words as LawWords } from "../../../models/labels/labels.ts";
import type { Language } from "../../said.ts";
import { english, type ReportWords } from "./en.ts";
import { korean } from "./ko.ts";

const wordsOf: Readonly<Record<Language, ReportWords>> = { en: english, ko: korean };

/** All that a part of the report needs to speak. */
export interface Voice {
  readonly language: Language;
  readonly words: ReportWords;
  /** Words of the law: promises, refusals, parties, knowledge. */
  readonly law: LawWords;
  /** A count, or a measured figure with at most two digits behind the point where it is small. */
  readonly figure: (value: number) => string;
  /** A share of 1 as a percentage. */
  readonly share: (value: number) => string;
  /** A length of time, in milliseconds or where it is long in seconds. */
  readonly time: (ms: number) => string;
}

/** Above it nobody reads digits behind the point. */
const wholeFrom = 100;
const longFromMs = 10_000;

export const voiceIn = (language: Language): Voice => {
  const figures = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const figure = (value: number): string =>
    figures.format(Math.abs(value) < wholeFrom ? value : Math.round(value));
  return {
    language,
    words: wordsOf[language],
    law: lawWords(language),
    figure,
    share: (value) => shares.format(value),
    time: (ms) => (ms < longFromMs ? `${figure(ms)} ms` : `${figure(ms / 1_000)} s`),
  };
};
