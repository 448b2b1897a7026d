// Places with their windows of time as an officer types them, a day and two times of Seoul, and as they are shown again.
// An end that is not after the start is one of the following day. What the law allows is for the authority to say.
import type { DeskWindow } from "../../../protocol/desk.ts";

export interface TypedWindow {
  readonly venue: string;
  /** "2020-07-01" */
  readonly day: string;
  /** "19:30" */
  readonly from: string;
  readonly until: string;
}

export const blank: TypedWindow = { venue: "", day: "", from: "", until: "" };

const dayMs = 86_400_000;
const seoulInstant = (day: string, time: string): number => Date.parse(`${day}T${time}:00+09:00`);

export const endsNextDay = ({ from, until }: TypedWindow): boolean =>
  from !== "" && until !== "" && from >= until;

/** "2020-07-02" after "2020-07-01"; nothing for what is no day. */
export const dayAfter = (day: string): string | undefined => {
  const startMs = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(startMs) ? undefined : new Date(startMs + dayMs).toISOString().slice(0, 10);
};

/** The window of what was typed; nothing while something is missing. */
export const windowOf = (typed: TypedWindow): DeskWindow | undefined => {
  const venue = /^\d{1,10}$/.test(typed.venue.trim()) ? Number(typed.venue) : Number.NaN;
  const lastDay = endsNextDay(typed) ? dayAfter(typed.day) : typed.day;
  const fromMs = seoulInstant(typed.day, typed.from);
  const untilMs = seoulInstant(lastDay ?? "", typed.until);
  return [venue, fromMs, untilMs].some(Number.isNaN) ? undefined : { venue, fromMs, untilMs };
};
