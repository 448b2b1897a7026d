// F7: whether records can still be joined when the level no longer allows collection, and for how long.
// No rule on the way of a case can look at what it is not given: it is asked which of them are given the level at all.
import type { Reading } from "./reading.ts";
import type { Lasting } from "./turningpoint.ts";
import { lifeOfARecord } from "./lifeofarecord.ts";

export interface JoiningWhileSuspended {
  /** Rules on the way of a case that look at the level. */
  readonly lookAtTheLevel: readonly string[];
  /** How long a record stored just before the level fell can still be joined: as long as it is kept. */
  readonly forMs: Lasting;
}

const onTheWay = [
  "authority.request",
  "authority.approve",
  "custodian.release",
  "custodian.releaseVisit",
  "authority.receiveRelease",
  "issuer.answer",
  "authority.receiveAnswer",
];

export function joiningWhileSuspended(reading: Reading): JoiningWhileSuspended {
  return {
    lookAtTheLevel: onTheWay.filter((rule) =>
      Object.values(reading.rule(rule).instances).some(({ machine }) => machine === "crisis"),
    ),
    forMs: lifeOfARecord(reading).longestMs,
  };
}
