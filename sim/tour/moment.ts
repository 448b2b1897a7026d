// Instants of the story: written in it as Seoul wall-clock time, and said to people in their own language.
// Seoul is nine hours ahead of UTC and knows no daylight saving, so both directions are plain arithmetic.
// It reads no clock.
import type { Language } from "../../models/labels/labels.ts";
import { seoulOffset } from "../../models/policy.ts";

/** "2020-07-01 19:00" or "2020-07-01 19:00:00.000", in Seoul, as whole milliseconds. */
export const seoul = (wallClock: string): number =>
  Date.parse(`${wallClock.replace(" ", "T")}Z`) - seoulOffset;

/** "2020-07-01T19:00:00.000", the wall clock of Seoul. */
const wallClockOf = (atMs: number): string => new Date(atMs + seoulOffset).toISOString().slice(0, 23);

const locales = { en: "en-GB", ko: "ko-KR" } as const satisfies Readonly<Record<Language, string>>;

const formatsOf = (language: Language) => ({
  date: new Intl.DateTimeFormat(locales[language], {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
  }),
  weekday: new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", weekday: "short" }),
});

const formats = { en: formatsOf("en"), ko: formatsOf("ko") };

/** "1 July 2020 (Wed)", "2020년 7월 1일 (수)". */
export const sayDay = (atMs: number, language: Language): string => {
  const { date, weekday } = formats[language];
  const wallClock = new Date(atMs + seoulOffset);
  return `${date.format(wallClock)} (${weekday.format(wallClock)})`;
};

/** "19:32:05", and with thousandths where there are any: "23:59:59.999". */
export const sayTime = (atMs: number): string => {
  const time = wallClockOf(atMs).slice(11);
  return time.endsWith(".000") ? time.slice(0, 8) : time;
};
