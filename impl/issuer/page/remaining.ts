// Time that runs down before the reader's eyes: what is left of a duration since an answer came, anew each moment, and a call when it is over.
// A duration that is null has no end. The issuer decides what is over; this only shows it, never for longer than it holds.
import { useEffect, useState } from "preact/hooks";

const betweenLooksMs = 200;
const secondMs = 1_000;

export interface Ending {
  /** As the answer said; null where nothing ends. */
  readonly endsInMs: number | null;
  readonly sinceMs: () => number;
}

/** Whole seconds that are left, the last one not yet over counted; null where nothing ends. */
export const useSecondsLeft = ({ endsInMs, sinceMs }: Ending, over: () => void): number | null => {
  const secondsLeft = (): number | null =>
    endsInMs === null ? null : Math.max(0, Math.ceil((endsInMs - sinceMs()) / secondMs));
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    setLeft(secondsLeft());
    if (endsInMs === null) return undefined;
    const timer = setInterval(() => {
      const now = secondsLeft();
      setLeft(now);
      if (now !== 0) return;
      clearInterval(timer);
      over();
    }, betweenLooksMs);
    return () => {
      clearInterval(timer);
    };
  }, [endsInMs, sinceMs]);
  return left;
};

const minuteSeconds = 60;

/** "2:05". */
export const sayMinutes = (seconds: number): string =>
  `${String(Math.floor(seconds / minuteSeconds))}:${String(seconds % minuteSeconds).padStart(2, "0")}`;
