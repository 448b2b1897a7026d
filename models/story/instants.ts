/**
 * Instants of a story in words: the wall clock of Seoul, or steps of time where durations are made small.
 * A step stands for no number of hours, so that it is never said as one.
 */
import type { Language } from "../labels/labels.ts";
import { sayDay, sayTime } from "../labels/moment.ts";
import { tickMs } from "../language/compose.ts";
import { storyBeginsMs, type Story } from "./story.ts";

const step: Readonly<Record<Language, (ticks: number) => string>> = {
  en: (ticks) => `step ${String(ticks)}`,
  ko: (ticks) => `${String(ticks)}단계`,
};

/** An instant of the wall clock at which the story is played, in whole milliseconds. */
export const sayInstant = ({ clock, slice }: Story, atMs: number, language: Language): string =>
  clock === "small"
    ? step[language](Math.round((atMs - storyBeginsMs) / tickMs(slice)))
    : `${sayDay(atMs, language)} ${sayTime(atMs)}`;
