// C2: how long the record of a visit lives, when days are erased whole.
// It stores a visit under the first and under the last pass of a day, as early and as late as the custodian takes it, and waits for its end.
// Counted from the pass's own time no record outlives its retention; counted by the custodian's clock one can, by what clocks may differ.
import type { Decided } from "../../../models/language/decide.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import type { Reading } from "./reading.ts";
import { startMs } from "./standing.ts";
import { firstOnline, isStored, lastLate, lastOnline, late, livesMs, online } from "./storing.ts";
import type { Lasting } from "./turningpoint.ts";

export interface LifeOfARecord {
  /** Counted from the time of its pass; never where no visit is stored. */
  readonly shortestMs: Lasting;
  readonly longestMs: Lasting;
  /** Counted from when it is stored, by the custodian's clock. */
  readonly shortestStoredMs: Lasting;
  readonly longestStoredMs: Lasting;
}

const passes = [startMs, startMs + millisecondsADay - 1];

interface Stored {
  readonly issuedAtMs: number;
  readonly storedAtMs: number;
  readonly decided: Decided;
}

/** One pass, stored as early, on time and as late as can be. */
const storings = (reading: Reading, issuedAtMs: number): readonly Stored[] => {
  const instants = [firstOnline(reading, issuedAtMs), issuedAtMs, lastOnline(reading, issuedAtMs)];
  const onTime = instants.flatMap((storedAtMs) =>
    typeof storedAtMs === "number"
      ? [{ issuedAtMs, storedAtMs, decided: online(reading, issuedAtMs, storedAtMs) }]
      : [],
  );
  const whole = lastLate(reading, issuedAtMs);
  if (whole === undefined) return onTime;
  const { scannedAtMs, deliveredAtMs } = whole;
  const decided = late(reading, issuedAtMs, scannedAtMs, deliveredAtMs);
  return [...onTime, { issuedAtMs, storedAtMs: deliveredAtMs, decided }];
};

export function lifeOfARecord(reading: Reading): LifeOfARecord {
  const stored = passes
    .flatMap((issuedAtMs) => storings(reading, issuedAtMs))
    .filter(({ decided }) => isStored(decided));
  const lives = stored.map(({ decided, storedAtMs }) => livesMs(reading, decided, storedAtMs));
  // What is gone as soon as it is stored has not lived since its pass either.
  const fromPass = stored.map(({ storedAtMs, issuedAtMs }, place) => {
    const { [place]: lifeMs = 0 } = lives;
    return lifeMs === 0 ? 0 : lifeMs + storedAtMs - issuedAtMs;
  });
  const known = (ms: number): Lasting => (stored.length === 0 ? "never" : ms === Infinity ? "endless" : ms);
  return {
    shortestMs: known(Math.min(...fromPass)),
    longestMs: known(Math.max(...fromPass)),
    shortestStoredMs: known(Math.min(...lives)),
    longestStoredMs: known(Math.max(...lives)),
  };
}
