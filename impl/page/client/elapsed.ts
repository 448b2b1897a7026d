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

/** The milliseconds since: by both clocks within one life of the page, after a reload by the clock on the wall alone. */
export const sinceMark = ({ life, steadyMs, wallMs }: Mark): number => {
  const steadilyMs = life === performance.timeOrigin ? performance.now() - steadyMs : 0;
  return Math.round(Math.max(0, steadilyMs, Date.now() - wallMs));
};
