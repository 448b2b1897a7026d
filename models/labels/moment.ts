/**
 * Says instants by the wall clock of Seoul: the day in the reader's language, and the time of day.
 * Seoul is nine hours ahead of UTC and knows no daylight saving, so it is plain arithmetic. It reads no clock.
 */
import { seoulOffset } from "../policy.ts";
import type { Language } from "./labels.ts";

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
