// Time that runs down before the reader's eyes: what is left of it, anew each moment, and a call when it is over.
// Pages say what they count in and how often they look. A time that is null has no end.
// It reads no clock: what is left, whoever asks for it says.
import { useEffect, useState } from "preact/hooks";

/** Begun anew where one of `since` has changed. */
export const useRunningDown = <Left extends number | null>(
  leftNow: () => Left,
  everyMs: number,
  over: () => void,
  since: readonly unknown[],
): Left => {
  const [left, setLeft] = useState(leftNow);
  useEffect(() => {
    setLeft(leftNow());
    if (leftNow() === null) return undefined;
    const timer = setInterval(() => {
      const now = leftNow();
      setLeft(now);
      if (now !== 0) return;
      clearInterval(timer);
      over();
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [...since]);
  return left;
};
