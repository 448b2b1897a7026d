// C4: whether a case that was approved can still be called off, and how long it runs if nobody can.
// It brings a case into each of its states before the end and lets an officer deny it, and close it, in every one.
// An event that a state does not hear calls nothing off.
import { isTaken, type Reading } from "./reading.ts";
import { caseIn, caseStates, officers, startMs } from "./standing.ts";
import { lasting, lastSo, type Lasting } from "./turningpoint.ts";

export interface CallingOff {
  /** The states in which an officer can still end the case by denying or closing it. */
  readonly endedIn: readonly string[];
  /** Those in which nobody can. */
  readonly notEndedIn: readonly string[];
  /** How long after its approval it then runs. */
  readonly runsMs: Lasting;
}

const endings = [
  ["case.denied", { officer: officers.other }],
  ["case.closed", {}],
] as const;

export function callingOff(reading: Reading): CallingOff {
  const reached = caseStates.flatMap((state) => {
    const instance = caseIn(reading, state);
    return instance === undefined ? [] : [{ state, instance }];
  });
  const canEnd = ({ instance }: (typeof reached)[number]): boolean =>
    endings.some(([event, given]) => isTaken(reading.send("disclosure", instance, event, given, startMs)));
  const approved = caseIn(reading, "approved");
  const last =
    approved === undefined
      ? undefined
      : lastSo((atMs) => reading.later("disclosure", approved, atMs).state === "approved", startMs);
  return {
    endedIn: reached.filter(canEnd).map(({ state }) => state),
    notEndedIn: reached.filter((one) => !canEnd(one)).map(({ state }) => state),
    runsMs: lasting(typeof last === "number" ? last + 1 : last, startMs),
  };
}
