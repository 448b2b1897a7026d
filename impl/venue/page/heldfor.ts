// How long ago a scan was that waited in this browser, told when the venue's machine is back. A tablet's clock may be corrected just
// then, and its steady clock stands still while it sleeps, so neither is believed alone: the machine told its clock before the scan
// and tells it now, and those of the page's clocks are believed that together agree with the machine's.
import { between, type Mark } from "../../page/client/elapsed.ts";
import type { Told } from "./mark.ts";

/** Answers of the machine take a moment to arrive. */
const agreedWithinMs = 2_000;

const readings = ({ steadyMs, wallMs }: ReturnType<typeof between>): readonly number[] =>
  steadyMs === undefined ? [wallMs] : [steadyMs, wallMs];

/** From the scan to the moment at which the machine told its clock again; `before` is what it had told when the scan was made. */
export const heldFor = (at: Mark, before: Told | undefined, again: Told): number => {
  const after = between(at, again.since);
  const unaided = after.steadyMs ?? after.wallMs;
  if (before === undefined) return unaided;
  const machineMs = again.nowMs - before.nowMs;
  const [nearest] = readings(between(before.since, at))
    .flatMap((beforeMs) =>
      readings(after).map((afterMs) => ({
        beforeMs,
        afterMs,
        offMs: Math.abs(beforeMs + afterMs - machineMs),
      })),
    )
    .toSorted((one, other) => one.offMs - other.offMs);
  if (nearest === undefined) return unaided;
  if (nearest.offMs <= agreedWithinMs) return nearest.afterMs;
  // A clock on the wall that was set since the scan is left out; a steady one is right where it did not stand still.
  return after.steadyMs ?? machineMs - nearest.beforeMs;
};
