// An instant to the second, in the reader's form and by the clock of Seoul, because the demonstration's clock is watched running.
// It reads no clock.
import type { Reader } from "../../../impl/page/language.ts";

export const sayMoment = (atMs: number, { locale }: Reader): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "medium", timeZone: "Asia/Seoul" }).format(
    new Date(atMs),
  );
