// Looks at a video again and again, gently, and hands on each code once: not again while it stays before the camera.
// A code counts as gone when it has not been seen for a moment, so that a hand that trembles does not show it twice.
// It remembers a text no longer than that.
import { startCount } from "../elapsed.ts";
import type { Reading } from "./reading.ts";

/** At most eight looks a second, which a phone can do all day. */
const betweenLooksMs = 125;
export const goneAfterMs = 1_500;

/** Takes a code; one that answers false has not, and is handed the code again as long as it is seen. */
export type Hand = (text: string) => unknown;

/** Hands on what was not seen before, or was gone in between. */
export const handingOnOnce = (hand: Hand): ((text: string | undefined) => void) => {
  const seen = new Map<string, () => number>();
  return (text) => {
    for (const [one, sinceMs] of seen) if (sinceMs() >= goneAfterMs) seen.delete(one);
    if (text === undefined) return;
    if (seen.has(text) || hand(text) !== false) seen.set(text, startCount());
  };
};

/** Looks until it is stopped by what it answers. */
export const startLooking = (video: HTMLVideoElement, reading: Reading, hand: Hand): (() => void) => {
  const once = handingOnOnce(hand);
  let isOver = false;
  let timer: number | undefined;
  const look = async () => {
    const text = await reading(video);
    if (isOver) return;
    once(text);
    timer = window.setTimeout(() => void look(), betweenLooksMs);
  };
  void look();
  return () => {
    isOver = true;
    window.clearTimeout(timer);
  };
};
