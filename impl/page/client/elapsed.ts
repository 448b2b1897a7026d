// How much time has passed for a page: the one place where a page's program reads the clocks of its reader's machine.
// Countdowns begin when an answer has come and end by it. A machine that slept, or whose clock was set, is believed where
// it says that more time has passed, so that nothing is ever shown for longer than it holds.

/** Begins to count; each call answers the milliseconds since. */
export const startCount = (): (() => number) => {
  const steadyFrom = performance.now();
  const wallFrom = Date.now();
  return () => Math.max(performance.now() - steadyFrom, Date.now() - wallFrom);
};
