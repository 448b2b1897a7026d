// Remembers who withdrew and when, and holds each re-identification against it. Two promises share it: that whoever withdrew is
// named no more, and that whoever did not can be named for long enough.
// Persons are known to the driver of a simulation alone.
import type { Observation } from "../../models/observations.ts";

/** Turns re-identifications into ones that know of the person's last withdrawal; hears withdrawals besides. */
export const rememberingWithdrawals = () => {
  const withdrawals = new Map<string, number[]>();
  return (observation: Observation): readonly Observation[] => {
    if (observation.kind === "personWithdrew") {
      const known = withdrawals.get(observation.person);
      if (known === undefined) withdrawals.set(observation.person, [observation.at]);
      else known.push(observation.at);
      return [];
    }
    if (observation.kind !== "reidentified" || observation.person === null) return [];
    const { at, scannedAt, named, person } = observation;
    const since = withdrawals.get(person)?.findLast((instant) => instant >= scannedAt && at >= instant);
    return [{ kind: "personJoined", at, scannedAt, named, withdrawnAt: since ?? null }];
  };
};
