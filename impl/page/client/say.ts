// Numbers, days and instants in the reader's own form, and always by the calendar and clock of Seoul.
// Pages show them through here, so that one instant looks alike everywhere. It reads no clock.
import type { Reader } from "../language.ts";

/** One format a locale, made when it is first asked for. */
const inFormOf = <Format>(make: (locale: string) => Format): ((reader: Reader) => Format) => {
  const made = new Map<string, Format>();
  return ({ locale }) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
};

const plain = inFormOf((locale) => new Intl.NumberFormat(locale));
const signed = inFormOf((locale) => new Intl.NumberFormat(locale, { signDisplay: "exceptZero" }));
const brief = inFormOf(
  (locale) => new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 2 }),
);
const day = inFormOf((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));
const shortDay = inFormOf(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }),
);
const instant = inFormOf(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Seoul" }),
);

export const sayNumber = (count: number, reader: Reader): string => plain(reader).format(count);

/** "+51", "-3": how much more than before. */
export const sayChange = (change: number, reader: Reader): string => signed(reader).format(change);

/** "12K", "1.2만", for the edge of a chart. */
export const sayBriefly = (count: number, reader: Reader): string => brief(reader).format(count);

const startOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** A day such as "2020-07-01", which is a day in Seoul wherever the reader is: "1 July 2020", "2020년 7월 1일". */
export const sayDate = (date: string, reader: Reader): string => day(reader).format(startOf(date));

/** "1 Jul", "7월 1일". */
export const sayShortDate = (date: string, reader: Reader): string => shortDay(reader).format(startOf(date));

/** "1 July 2020 at 19:32", by the clock of Seoul. */
export const sayInstant = (atMs: number, reader: Reader): string => instant(reader).format(new Date(atMs));
