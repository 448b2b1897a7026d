// How long something still goes on, counted from the moment an answer of the desk came, and what happens when it is over.
// Near the end the seconds are told; before that the minutes are enough.
// It runs by durations alone, because the clock of the browser counts for nothing.
import { sayDuration } from "../../../../models/labels/duration.ts";
import { startCount } from "../../../page/client/elapsed.ts";
import { useRunningDown } from "../../../page/client/running.ts";
import type { Reader } from "../../../page/language.ts";

const tickMs = 1_000;
const minuteMs = 60_000;
const secondsBelowMs = 600_000;

/** Milliseconds that are left of a time that began to run when `of` became what it is. */
export const leftFrom = (endsInMs: number): (() => number) => {
  const sinceMs = startCount();
  return () => Math.max(0, endsInMs - sinceMs());
};

export const useRemaining = (leftMs: () => number, over: () => void): number =>
  useRunningDown(leftMs, tickMs, over, [leftMs]);

/** "13 days 4 hours", "2 minutes 5 seconds". */
export const sayLeft = (leftMs: number, { language }: Reader): string => {
  const unit = leftMs >= secondsBelowMs ? minuteMs : tickMs;
  return sayDuration(Math.floor(leftMs / unit) * unit, language);
};
