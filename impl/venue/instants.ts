/**
 * The instants that a device signs: the clock's, but never the same one twice and never at or before a scan that was admitted on time.
 * So a clock that steps back a little cannot make a scan that must wait look as if the device had not been silent since.
 * A clock that was wrong for longer is told by the custodian's refusals; nothing is made up for it.
 */
export interface Instants {
  readonly next: (nowMs: number) => number;
  readonly admitted: (scannedAtMs: number) => void;
}

/** A step back by less than this goes on from the last instant instead. */
const smallStepMs = 1_000;

export const makeInstants = (): Instants => {
  let last = -smallStepMs;
  let lastAdmitted = -1;
  return {
    next: (nowMs) => {
      const wanted = Math.max(nowMs, lastAdmitted + 1);
      last = last >= wanted && !(last >= wanted + smallStepMs) ? last + 1 : wanted;
      return last;
    },
    admitted: (scannedAtMs) => {
      lastAdmitted = Math.max(lastAdmitted, scannedAtMs);
    },
  };
};
