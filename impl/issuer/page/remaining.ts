// What is left of a duration since an answer came, in seconds, and a call when it is over.
// The issuer decides what is over; this only shows it, never for longer than it holds.
import { useRunningDown } from "../../page/client/running.ts";

const betweenLooksMs = 200;
const secondMs = 1_000;

export interface Ending {
  /** As the answer said; null where nothing ends. */
  readonly endsInMs: number | null;
  readonly sinceMs: () => number;
}

/** Whole seconds that are left, the last one not yet over counted; null where nothing ends. */
export const useSecondsLeft = ({ endsInMs, sinceMs }: Ending, over: () => void): number | null =>
  useRunningDown(
    () => (endsInMs === null ? null : Math.max(0, Math.ceil((endsInMs - sinceMs()) / secondMs))),
    betweenLooksMs,
    over,
    [endsInMs, sinceMs],
  );

const minuteSeconds = 60;

/** "2:05". */
export const sayMinutes = (seconds: number): string =>
  `${String(Math.floor(seconds / minuteSeconds))}:${String(seconds % minuteSeconds).padStart(2, "0")}`;
