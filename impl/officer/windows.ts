// A venue and a window as an officer types it: VENUE,FROM,UNTIL, with both instants in ISO 8601 and their offset, such as
// 17,2020-07-01T12:00:00+09:00,2020-07-01T13:00:00+09:00. An instant without an offset is refused, because it could be two.
import { exitCodes, Stop } from "../exit.ts";
import type { CaseWindow } from "../protocol/casetext.ts";

const form = /^(\d{1,10}),([^,]+),([^,]+)$/;
const withOffset = /(Z|[+-]\d{2}:\d{2})$/;

const instantOf = (text: string): number | undefined => {
  const atMs = withOffset.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isSafeInteger(atMs) && atMs >= 0 ? atMs : undefined;
};

/** The window of a text; undefined when it is none. */
export const windowOf = (text: string): CaseWindow | undefined => {
  const parts = form.exec(text);
  const fromMs = instantOf(parts?.[2] ?? "");
  const untilMs = instantOf(parts?.[3] ?? "");
  return parts === null || fromMs === undefined || untilMs === undefined
    ? undefined
    : { venue: Number(parts[1]), fromMs, untilMs };
};

export const windowInvalid = (text: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "window-invalid",
    sentence: `"${text}" is no venue with a window.`,
    advice: "Write VENUE,FROM,UNTIL, such as 17,2020-07-01T12:00:00+09:00,2020-07-01T13:00:00+09:00.",
  });
