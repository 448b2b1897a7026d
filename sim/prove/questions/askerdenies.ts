// C4: whether the officer who asked for a case may also be the one who denies it, as that officer may not approve it.
// The same officer tries both on a case that waits for its second officer.
import { isTaken, type Reading } from "./reading.ts";
import { caseIn, officers, startMs } from "./standing.ts";

export interface AskerDenies {
  /** Whether a case can be asked for at all. */
  readonly isAsked: boolean;
  readonly denies: boolean;
  readonly approves: boolean;
}

export function askerDenies(reading: Reading): AskerDenies {
  const requested = caseIn(reading, "requested");
  const decides = (event: string): boolean =>
    requested !== undefined &&
    isTaken(reading.send("disclosure", requested, event, { officer: officers.asker }, startMs));
  return {
    isAsked: requested !== undefined,
    denies: decides("case.denied"),
    approves: decides("case.approved"),
  };
}
