// Keeps the screen of a scanner from going dark while it looks, where the browser offers that.
// One that does not, or will not now, leaves everything else as it is.

/** Answers how to let the screen sleep again. */
export const keepAwake = (): (() => void) => {
  let isOver = false;
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    lock = await navigator.wakeLock.request("screen");
    if (isOver) await lock.release();
  };
  // With a battery that is nearly empty, a browser says no.
  if ("wakeLock" in navigator) ask().catch(() => undefined);
  return () => {
    isOver = true;
    void lock?.release();
  };
};
