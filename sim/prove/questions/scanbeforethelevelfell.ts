// F7: what becomes of a scan that was made while collection was allowed and is delivered when it no longer is.
// The same scan is delivered late under both levels, so that nothing but the level makes the difference.
import type { Reading } from "./reading.ts";
import { collecting, startMs, suspended } from "./standing.ts";
import { isStored, late } from "./storing.ts";

export interface ScanBeforeTheLevelFell {
  readonly storedBefore: boolean;
  readonly storedAfter: boolean;
  /** The code by which it is refused after; empty where it is stored. */
  readonly refused: string;
}

export function scanBeforeTheLevelFell(reading: Reading): ScanBeforeTheLevelFell {
  const delivered = (crisis: ReturnType<typeof collecting>) =>
    late(reading, startMs, startMs, startMs + 1, crisis);
  const after = delivered(suspended(reading));
  return {
    storedBefore: isStored(delivered(collecting(reading))),
    storedAfter: isStored(after),
    refused: after.refused,
  };
}
