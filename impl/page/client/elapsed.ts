// How much time has passed for a page: the one place where a page's program reads the clocks of its reader's machine.
// Countdowns begin when an answer has come and end by it. A machine that slept, or whose clock was set, is believed where
// it says that more time has passed, so that nothing is ever shown for longer than it holds.

/** Begins to count; each call answers the milliseconds since. */
export const startCount = (): (() => number) => {
  const steadyFrom = performance.now();
  const wallFrom = Date.now();
  return () => Math.max(performance.now() - steadyFrom, Date.now() - wallFrom);
};

/** A moment that is kept beyond a page's life, so that the time since can be told after a reload. */
export interface Mark {
  /** Which life of the page it is of: the steady clock begins anew with each. */
  readonly life: number;
  readonly steadyMs: number;
  readonly wallMs: number;
}

export const markNow = (): Mark => ({
  life: performance.timeOrigin,
  steadyMs: performance.now(),
  wallMs: Date.now(),
});

/** What each clock says has passed between two moments: the steady one within one life of the page alone. */
export const between = (from: Mark, to: Mark): { readonly steadyMs?: number; readonly wallMs: number } => ({
  ...(from.life === to.life ? { steadyMs: to.steadyMs - from.steadyMs } : {}),
  wallMs: to.wallMs - from.wallMs,
});

/** So many milliseconds have passed since at the least, whatever was done to the clock on the wall. */
export const leastSince = (mark: Mark): number => {
  const now = markNow();
  const { steadyMs = now.steadyMs, wallMs } = between(mark, now);
  return Math.max(0, Math.min(steadyMs, wallMs));
};
